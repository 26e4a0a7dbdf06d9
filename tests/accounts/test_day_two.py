"""What can wait is offered later: one small thing at a time, and "not now" is remembered."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts import queries
from community.accounts.actions import recovery
from community.accounts.actions.day_two import decline_offer
from community.accounts.actions.profile import describe_oneself
from community.accounts.actions.tags import tag_oneself
from community.accounts.enums import Lived, Offer, TagSeen, Topic
from community.accounts.models import DayTwo, Person
from community.care.actions.handing import write_card
from tests.people import browser_of

PAGES = {
    Offer.CODE: "/accounts/code/",
    Offer.PRONOUNS: "/accounts/profile/",
    Offer.CARD: "/me/care/card/",
    Offer.TAGS: "/accounts/profile/tags/",
}


@pytest.fixture
def back(ana):
    """Ana, who came for the first time five days ago."""
    Person.objects.filter(pk=ana.pk).update(joined_at=timezone.now() - timedelta(days=5))
    ana.refresh_from_db()
    return ana


def offered(somebody, *, days=0):
    """What is offered `days` from now."""
    return queries.offer_due(
        Person.objects.get(pk=somebody.pk), now=timezone.now() + timedelta(days=days)
    )


def top(somebody):
    """The titles of the offers on somebody's own page."""
    found = browser_of(somebody).get("/me/").content.decode()
    return [part.split("<", 1)[0] for part in found.split('id="offer">')[1:]]


def test_nothing_is_offered_on_the_first_day(ana):
    after = {
        hours: queries.offer_due(ana, now=ana.joined_at + timedelta(hours=hours))
        for hours in (0, 19, 21)
    }

    assert after == {0: None, 19: None, 21: Offer.CODE}


def test_one_small_thing_at_a_time_stands_on_ones_page(back):
    assert top(back) == ["So that you can always come back"]


def test_the_order_is_fixed(back):
    seen = []
    for days in range(len(Offer)):
        seen.append(offered(back, days=days))
        if seen[-1] is not None:
            decline_offer(offer=seen[-1], by=back)
            at = timezone.now() + timedelta(days=days)
            DayTwo.objects.filter(key=seen[-1]).update(declined_at=at)

    assert seen == [Offer.CODE, Offer.PRONOUNS, Offer.ABOUT, Offer.CARD, Offer.TAGS, None]


def test_not_now_is_remembered_and_the_day_stays_quiet(back):
    answer = browser_of(back).post("/accounts/not-now/code/")

    assert answer["Location"] == "/me/"
    assert top(back) == []
    assert (offered(back), offered(back, days=1)) == (None, Offer.PRONOUNS)


def test_saying_not_now_twice_is_once(back):
    for _ in range(2):
        browser_of(back).post("/accounts/not-now/code/")

    assert list(DayTwo.objects.values_list("person", "key")) == [(back.pk, "code")]


def test_only_what_is_offered_can_be_put_away(back):
    answer = browser_of(back).post("/accounts/not-now/everything/")

    assert answer.status_code == 404
    assert not DayTwo.objects.exists()


def test_somebody_else_still_sees_the_offer(back, ben):
    decline_offer(offer=Offer.CODE, by=back)

    assert offered(ben, days=1) == Offer.CODE


def test_a_code_or_a_confirmed_address_makes_the_code_needless(back, ben):
    recovery.make_recovery_code(by=back)
    ben.emailaddress_set.create(email="lake@example.org", primary=True, verified=True)

    assert [offered(p, days=1) for p in (back, ben)] == [Offer.PRONOUNS, Offer.PRONOUNS]


def test_an_unproved_address_does_not(back):
    back.emailaddress_set.create(email="lake@example.org", primary=True, verified=False)

    assert offered(back) == Offer.CODE


def test_what_was_said_is_not_asked(back):
    recovery.make_recovery_code(by=back)
    describe_oneself(pronouns="she", about="", by=back)
    assert offered(back) == Offer.ABOUT

    describe_oneself(pronouns="she", about="Jigsaws.", by=back)

    assert offered(back) == Offer.CARD

    write_card(spoken="Slowly.", about="", not_about="", by=back)
    assert offered(back) == Offer.TAGS

    tag_oneself(topic=Topic.SLEEP, lived=Lived.NOW, seen_by=TagSeen.ME, by=back)

    assert offered(back) is None


def test_somebody_of_a_care_team_is_asked_for_nothing_that_only_peers_read(ines):
    recovery.make_recovery_code(by=ines)
    describe_oneself(pronouns="she", about="Tea.", by=ines)

    assert offered(ines, days=5) is None


@pytest.mark.parametrize(("offer", "page"), PAGES.items())
def test_yes_leads_to_a_page_that_does_it(back, offer, page):
    before = (one for one in queries.ON_DAY_TWO[: queries.ON_DAY_TWO.index(offer)])
    DayTwo.objects.bulk_create(
        DayTwo(person=back, key=one, declined_at=timezone.now() - timedelta(days=2))
        for one in before
    )
    browser = browser_of(back)

    found = browser.get("/me/").content.decode()

    assert f'<a class="button button-small" href="{page}">' in found
    assert browser.get(page).status_code in (200, 302)  # the code asks for the password first


def test_the_archive_says_what_was_put_away(back):
    from community.accounts import personal_data

    decline_offer(offer=Offer.CODE, by=back)

    [kept] = personal_data.export(back)["account"]["not_now_to"]
    assert kept["offer"] == "code"
