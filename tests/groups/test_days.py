"""Going to a day, and to a stretch of a room's words."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from groups.models import RoomEvent
from tests.people import browser_of, on_duty
from tests.words import say

pytestmark = pytest.mark.thorough


def at_noon(days):
    """Noon so many days ago, as the house's clock shows it."""
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    return noon - timedelta(days=days)


@pytest.fixture
def week(ana, emil, room):
    """One message on each of seven days but the third."""
    on_duty(emil, room)
    for days in (6, 5, 4, 2, 1, 0):
        seq = say(ana, room, f"{days} days ago").seq
        RoomEvent.objects.filter(room=room, seq=seq).update(at=at_noon(days))
    return room


def page(somebody, room, **query):
    return browser_of(somebody).get(f"/rooms/{room.pk}/", query).content.decode()


def day(days):
    return f"{at_noon(days):%Y-%m-%d}"


def test_a_day_begins_with_its_own_words(ben, week):
    shown = page(ben, week, day=day(5))

    assert ["6 days ago<" in shown, "5 days ago<" in shown, "4 days ago<" in shown] == [
        False,
        True,
        True,
    ]
    assert f"Words from {at_noon(5):%A} {at_noon(5).day} {at_noon(5):%B}." in shown
    assert "Earlier words" in shown


def test_a_day_without_words_says_so_and_goes_on(ben, week):
    shown = page(ben, week, day=day(3))

    assert "Nothing was said on" in shown
    assert ["4 days ago<" in shown, "2 days ago<" in shown] == [False, True]


def test_a_day_that_has_not_come_shows_the_newest(ben, week):
    shown = page(ben, week, day=day(-3))

    assert "or later. These are the newest words." in shown
    assert "6 days ago<" in shown


@pytest.mark.parametrize("given", ["", "yesterday", "2026-02-31", "0001-01-01", "9999-12-31"])
def test_what_is_no_day_breaks_nothing(ben, week, given):
    assert "0 days ago<" in page(ben, week, day=given)


def test_a_day_of_a_wall_shows_what_was_written_then(ana, ben, wall):
    for days, body in ((3, "Then."), (1, "Later.")):
        seq = say(ana, wall, body).seq
        RoomEvent.objects.filter(room=wall, seq=seq).update(at=at_noon(days))
    say(ben, wall, "An answer of today.", reply_to=1)

    shown = page(ben, wall, day=day(3))

    assert ["Then.<" in shown, "Later.<" in shown] == [True, False]


def test_from_page_to_page_nothing_is_lost_or_doubled(ana, ben, emil, room):
    on_duty(emil, room)
    for number in range(120):
        say(ana if number % 2 else ben, room, f"Line {number}.")
    browser, read, address = browser_of(ana), [], f"/rooms/{room.pk}/?from=1"

    while True:
        context = browser.get(address).context["page"]
        read += [line.event.body for line in context.lines]
        if context.later is None:
            break
        address = f"/rooms/{room.pk}/?from={context.later}"

    assert read == [f"Line {number}." for number in range(120)]


@pytest.mark.parametrize("number", ["0", "999", "x", "-1", "9" * 30])
def test_a_number_from_nowhere_breaks_nothing(ben, week, wall, number):
    for room in (week, wall):
        for name in ("around", "from", "before"):
            assert browser_of(ben).get(f"/rooms/{room.pk}/", {name: number}).status_code == 200


def test_a_day_is_one_by_the_clock_of_the_house(ana, emil, room):
    on_duty(emil, room)
    seq = say(ana, room, "Late in London.").seq
    late = datetime.fromisoformat("2026-06-01T23:30:00+00:00")  # half past midnight there
    RoomEvent.objects.filter(room=room, seq=seq).update(at=late)

    assert "Words from Tuesday 2 June." in page(ana, room, day="2026-06-02")
    assert "The next words are from Tuesday 2 June." in page(ana, room, day="2026-06-01")
