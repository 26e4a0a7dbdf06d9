"""For an account of the care team nothing of the community is there: every address is asked."""

import pytest
from django.http import HttpResponse
from django.urls import get_resolver

from community.accounts.enums import Role
from community.accounts.roles import NEVER_TOGETHER
from community.gate import CARE_FOLDERS, CareTeamApart
from tests.people import browser_of
from tests.roof.test_gate import _addresses, _filled

WALL = "This is not part of your account"
SHUT = {"/groups/", "/library/later/", "/report/worried/", "/said/"}


def test_every_address_of_the_community_is_behind_one_wall(ines, rf):
    every = {_filled(one) for one in _addresses(get_resolver().url_patterns)}
    shut = {one for one in every if one != "/" and not one.startswith(CARE_FOLDERS)}
    asked = []
    gate = CareTeamApart(lambda request: asked.append(request.path) or HttpResponse())

    for address in every:
        request = rf.get(address)
        request.user = ines
        gate(request)

    assert len(shut) > 100
    assert set(asked) == every - shut


def test_what_is_there_and_what_is_not_get_the_same_answer(ines, ana, evenings, room):
    browser = browser_of(ines)
    answers = {one: browser.get(one) for one in (
        "/groups/", "/groups/evenings/", f"/rooms/{room.pk}/", f"/rooms/{room.pk}/since/0",
        "/rooms/search/?q=evening", "/mentoring/ask/", "/desk/", f"/shared/{ana.pk}/", "/cms/",
        "/library/", "/report/", "/nothing-at-all/", "/groups/nothing-at-all/",
    )}  # fmt: skip

    said = {got.text.split("<main", 1)[1].split("</main>")[0] for got in answers.values()}
    assert {got.status_code for got in answers.values()} == {404}
    assert len(said) == 1
    assert WALL in said.pop()
    assert browser.post(f"/rooms/{room.pk}/").status_code == 404


@pytest.mark.parametrize("address", ["/groups/evenings/", "/rooms/search/"])
def test_members_find_them_as_before(ana, evenings, address):
    assert WALL not in browser_of(ana).get(address).text


def test_no_page_of_theirs_leads_to_the_wall(ines, ana):
    pages = ("/help-now/", "/me/", "/me/reports/", "/me/feedback/", "/me/calm/after/", "/me/space/")
    links = {}

    for somebody in (ines, ana):
        browser = browser_of(somebody)
        said = " ".join(browser.get(page).text for page in pages)
        links[somebody] = {link for link in SHUT if f'href="{link}"' in said}

    assert links == {ines: set(), ana: SHUT}


def test_who_treats_people_has_no_other_role_with_that_account():
    others = {role for role in Role if role not in (Role.PROVIDER, Role.MEMBER)}

    assert {frozenset({Role.PROVIDER, role}) for role in others} == NEVER_TOGETHER


def test_thanking_by_name_finds_nobody_for_them(ines, ana, evenings):
    browser, words = browser_of(ines), {"you": "x", "helped": "y"}

    for name in ("ana-lark", "no-such-one"):
        page = browser.post("/me/thanks/give/", {"name": name, **words}).text

        assert "There is nobody of this name" in page
