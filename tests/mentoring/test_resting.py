"""A break: nothing is sent, nothing is lost, and whoever would wait hears so if one likes."""

from datetime import timedelta

from django.utils import timezone

from community.notifications.models import Notification, Preference
from mentoring.actions.silence import look_after_quiet_rooms
from mentoring.models import Pair
from mentoring.queries.matching import candidates
from tests.people import browser_of

BREAK = "/me/break/"


def told(person):
    return sorted(Notification.objects.filter(person=person).values_list("kind", flat=True))


def test_nobody_is_told_unless_one_likes(ana, dora, pair):
    before = told(dora)
    browser_of(ana).post(BREAK, {"days": "7"})
    quiet = told(dora)
    browser_of(ana).post(BREAK, {"days": "7", "tells": "on"})

    assert quiet == before
    assert told(dora) == sorted([*before, "on_a_break"])
    assert Preference.objects.get(person=ana).rests_until == timezone.localdate() + timedelta(7)


def test_a_quiet_room_takes_no_step_while_the_member_rests(ana, dora, pair):
    browser_of(ana).post(BREAK, {"days": "30"})
    before = told(ana)
    later = timezone.now() + timedelta(days=8)

    look_after_quiet_rooms(later)

    assert (told(ana), Pair.objects.get().quiet_step) == (before, 0)
    Preference.objects.update(rests_until=None)
    look_after_quiet_rooms(later)
    assert Pair.objects.get().quiet_step > 0


def test_a_mentor_who_rests_is_not_asked_and_nobody_is_left_with_them_in_silence(
    ana, ben, dora, hana, mentor, pair
):
    browser_of(dora).post(BREAK, {"days": "30"})
    before = {who: len(told(who)) for who in (ana, dora, hana)}

    assert candidates() == []
    for days in (4, 8, 11, 15):
        look_after_quiet_rooms(timezone.now() + timedelta(days=days))

    heard = {who: set(told(who)) for who in (ana, dora, hana)}
    assert {who: len(told(who)) - before[who] for who in before} == {ana: 1, dora: 0, hana: 1}
    assert ("quiet_cover" in heard[ana], "pair_quiet" in heard[hana]) == (True, True)
    assert "room_is_there" not in heard[ana] | heard[dora]


def test_ones_own_page_says_until_when_and_then_that_nothing_was_lost(ana):
    browser = browser_of(ana)
    browser.post(BREAK, {"days": "3"})
    resting = browser.get("/me/").content.decode()
    Preference.objects.update(rests_until=timezone.localdate() - timedelta(days=1))
    back = browser.get("/me/").content.decode()
    Preference.objects.update(rests_until=timezone.localdate() - timedelta(days=9))
    later = browser.get("/me/").content.decode()

    assert "You are on a break until" in resting
    assert "Nothing was lost while you rested" in back
    assert "while you rested" not in later


def test_it_ends_in_one_tap_and_asks_how_long_in_words(ana):
    browser = browser_of(ana)
    asked = browser.post(BREAK, {"days": ""})
    browser.post(BREAK, {"days": "14"})
    page = browser.get(BREAK).content.decode()
    browser.post(BREAK, {"end": "yes"})

    assert (asked.status_code, "Please choose how long." in asked.content.decode()) == (422, True)
    assert "Nothing is sent to you, and nothing is lost." in page
    assert Preference.objects.get(person=ana).rests_until is None
