"""For an account of the care team nothing of the community is there: every address is asked."""

import pytest
from django.urls import get_resolver

from community.accounts.enums import Role
from community.accounts.roles import NEVER_TOGETHER
from community.gate import CARE_FOLDERS
from tests.people import browser_of
from tests.roof.test_gate import _addresses, _filled

WALL = "This is not part of your account"


def test_every_address_of_the_community_is_one_and_the_same_wall(ines, ana, evenings, room, wall):
    every = {_filled(one) for one in _addresses(get_resolver().url_patterns)}
    real = {
        "/groups/", "/groups/evenings/", f"/rooms/{room.pk}/", f"/rooms/{room.pk}/since/0",
        "/rooms/search/?q=evening", "/rooms/search/", "/mentoring/", "/mentoring/ask/", "/desk/",
        f"/shared/{ana.pk}/", f"/suggest/{ana.pk}/", "/said/", "/reviewing/", "/cms/", "/library/",
        "/report/", "/opening/", "/meetings/", "/nothing-at-all/", "/groups/nothing-at-all/",
    }  # fmt: skip
    shut = {one for one in every | real if one != "/" and not one.startswith(CARE_FOLDERS)}
    browser = browser_of(ines)

    answers = {one: browser.get(one) for one in sorted(shut)}

    assert len(shut) > 100
    assert {
        one for one, got in answers.items() if got.status_code != 404 or WALL not in got.text
    } == set()
    assert {browser.post(one).status_code for one in real} == {404}
    assert not any("The long evening" in got.text for got in answers.values())


@pytest.mark.parametrize("address", ["/groups/evenings/", "/rooms/search/"])
def test_members_find_them_as_before(ana, evenings, address):
    assert WALL not in browser_of(ana).get(address).text


def test_who_treats_people_has_no_other_role_with_that_account():
    others = {role for role in Role if role not in (Role.PROVIDER, Role.MEMBER)}

    assert {frozenset({Role.PROVIDER, role}) for role in others} == NEVER_TOGETHER


def test_thanking_by_name_finds_nobody_for_them(ines, ana, evenings):
    browser, words = browser_of(ines), {"you": "x", "helped": "y"}

    for name in ("ana-lark", "no-such-one"):
        page = browser.post("/me/thanks/give/", {"name": name, **words}).text

        assert "There is nobody of this name" in page
