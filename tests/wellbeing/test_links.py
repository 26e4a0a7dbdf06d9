"""A link for somebody outside: a week at most, six digits, one device, a log, and gone at once."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.utils import timezone

from community.accounts import personal_data
from community.accounts.actions.leaving import start_leaving
from community.refusal import Refused
from community.wellbeing.actions import links as actions
from community.wellbeing.actions import plan
from community.wellbeing.enums import Section
from community.wellbeing.models import ShareLink
from tests.people import browser_of


@pytest.fixture
def fresh(ana):
    plan.write_part(section=Section.WELL, words="I sing.", only_me=False, by=ana)
    plan.write_part(section=Section.CRISIS, words="Hold my hand.", only_me=True, by=ana)
    return actions.make_link(parts=["section:well"], days=7, by=ana)


def at(fresh, client=None):
    return (client or Client()).get(f"/open/{fresh.token}/")


def opened(fresh):
    """A device on which the link was opened with its code."""
    device = Client()
    device.post(f"/open/{fresh.token}/", {"code": fresh.code})
    return device


def still_of(page):
    """What the open page asks, again and again."""
    return BeautifulSoup(page.text, "html.parser").select_one("[data-still]")["data-still"]


def test_it_opens_with_the_code_and_shows_that_part_alone(ana, fresh):
    asked = at(fresh)
    page = at(fresh, opened(fresh)).text

    assert "I sing." not in asked.text
    assert "I sing." in page
    assert "Hold my hand." not in page
    assert ana.handle not in page + asked.text


def test_it_opens_on_one_device_alone(fresh):
    first = opened(fresh)

    second = opened(fresh)

    assert (at(fresh, first).status_code, at(fresh, second).status_code) == (200, 404)


def test_five_wrong_tries_are_the_end_of_it(fresh):
    device = Client()
    wrong = f"{(int(fresh.code) + 1) % 10**6:06d}"

    tries = [device.post(f"/open/{fresh.token}/", {"code": wrong}).status_code for _n in range(5)]

    assert tries == [422] * 5
    assert device.post(f"/open/{fresh.token}/", {"code": fresh.code}).status_code == 404


@pytest.mark.parametrize("how", ["ended", "over", "leaving", "left", "changed", "emptied"])
def test_taken_back_it_opens_nothing(ana, fresh, how):
    device = opened(fresh)
    still = still_of(at(fresh, device))
    before = device.get(still).status_code

    if how == "ended":
        browser_of(ana).post(f"/me/links/{fresh.link.pk}/end/")
    if how == "over":
        past = timezone.now() - timedelta(minutes=1)
        ShareLink.objects.update(began_at=past - timedelta(days=7), until=past)
    if how == "leaving":
        start_leaving(by=ana, keeps_words=True)
    if how == "left":
        personal_data.erase(ana, keeps_words=True)
    if how in ("changed", "emptied"):
        words = "I hum." if how == "changed" else ""
        plan.write_part(section=Section.WELL, words=words, only_me=False, by=ana)

    again = 200 if how == "changed" else 404
    assert (before, device.get(still).status_code) == (204, 404)
    assert at(fresh, device).status_code == again


def test_a_part_that_is_kept_to_oneself_ends_the_link_for_good(ana, fresh):
    device = opened(fresh)
    plan.write_part(section=Section.WELL, words="I sing.", only_me=True, by=ana)

    plan.write_part(section=Section.WELL, words="I sing.", only_me=False, by=ana)

    assert at(fresh, device).status_code == 404
    assert f"/me/links/{fresh.link.pk}/end/" not in browser_of(ana).get("/me/links/").text


def test_a_page_that_asks_again_is_one_look(fresh):
    device = opened(fresh)
    for _again in range(3):
        at(fresh, device)

    assert fresh.link.views.count() == 1


def test_only_hashes_are_kept_and_nothing_is_mailed(fresh):
    row = ShareLink.objects.get()

    assert fresh.token not in str(row.__dict__)
    assert fresh.code not in (row.code_hash, row.token_hash)
    assert mail.outbox == []


def test_the_owner_reads_who_looked_when(ana, fresh):
    before = browser_of(ana).get("/me/links/").text
    at(fresh, opened(fresh))

    assert "Nobody has opened it yet." in before
    assert "It was opened on one device." in browser_of(ana).get("/me/links/").text
    assert fresh.link.views.count() == 1


def test_nobody_makes_or_ends_what_is_not_theirs(ana, ben, fresh):
    browser_of(ben).post(f"/me/links/{fresh.link.pk}/end/")

    assert ShareLink.objects.get().ended_at is None
    for how in (
        {"parts": ["section:crisis"], "days": 7},
        {"parts": [], "days": 7},
        {"parts": ["section:well"], "days": 8},
    ):
        with pytest.raises(Refused):
            actions.make_link(**how, by=ana)
    assert Client().get("/open/nothing/").status_code == 404
