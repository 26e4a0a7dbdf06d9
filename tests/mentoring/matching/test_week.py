"""Time together in one real week, by each one's own clock."""

from datetime import date

import pytest

from mentoring.matching.week import WEEK, common, minutes
from tests.mentoring.matching.instances import free_minutes

ORDINARY = date(2026, 11, 23)
EVENING = ((1140, 1260),)  # Monday 19:00 to 21:00
SUNDAY_NIGHT = ((6 * 1440, 6 * 1440 + 240),)  # Sunday 00:00 to 04:00


def shared(one, other, day=ORDINARY):
    return common(minutes(*one, day), minutes(*other, day))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ((EVENING, "Europe/Dublin"), (EVENING, "Europe/Dublin"), 120),
        ((EVENING, "Europe/Dublin"), (EVENING, "Europe/Berlin"), 60),
        ((EVENING, "Europe/Dublin"), (((840, 960),), "America/New_York"), 120),
        ((EVENING, "Europe/Dublin"), (EVENING, "America/New_York"), 0),
        # Over Sunday midnight, in both ways to write it; and into another one's Monday.
        ((((10020, 60),), "UTC"), (((0, WEEK),), "UTC"), 120),
        ((((10020, 10140),), "UTC"), (((10020, 60),), "UTC"), 120),
        ((((9960, 10080),), "America/New_York"), (((180, 300),), "UTC"), 120),
        # Spans that touch or lie over each other count once; none at all is nothing.
        ((((0, 60), (30, 90), (90, 100)), "UTC"), (((0, WEEK),), "Asia/Kathmandu"), 100),
        (((), "UTC"), (((0, WEEK),), "UTC"), 0),
        ((((60, 60),), "UTC"), (((0, WEEK),), "UTC"), 0),
    ],
)
def test_time_together_is_counted_by_both_clocks(one, other, together):
    assert shared(one, other) == shared(other, one) == together


@pytest.mark.parametrize(
    ("day", "together"),
    [
        (ORDINARY, 240),
        (date(2026, 10, 25), 300),  # an hour comes twice
        (date(2026, 3, 29), 180),  # an hour is left out
    ],
)
def test_a_night_in_which_clocks_are_moved(day, together):
    always = (((0, WEEK),), "UTC")

    assert shared((SUNDAY_NIGHT, "Europe/Dublin"), always, day) == together


MIDNIGHT, NOON = ((0, 60),), ((720, 780),)  # of Monday


@pytest.mark.parametrize(
    ("free", "zone", "day"),
    [
        (MIDNIGHT, "Europe/London", date(2026, 10, 21)),
        (MIDNIGHT, "Europe/London", date(2026, 3, 25)),
        (NOON, "Pacific/Auckland", date(2026, 3, 30)),
        (NOON, "Pacific/Auckland", date(2026, 9, 24)),
    ],
)
def test_no_hour_is_lost_or_doubled_where_a_week_with_a_moved_clock_meets_the_next(free, zone, day):
    assert shared((free, zone), (free, zone), day) == 60


def test_the_same_evening_is_another_hour_while_only_one_clock_has_moved():
    new_york = (((1140 - 300, 1260 - 300),), "America/New_York")

    # America changes a week after Europe: in that week the two are four hours apart.
    assert shared((EVENING, "Europe/Dublin"), new_york, date(2026, 10, 27)) == 60
    assert shared((EVENING, "Europe/Dublin"), new_york, date(2026, 11, 3)) == 120


@pytest.mark.parametrize("day", ["2026-09-27", "2026-04-05", "2026-03-08", "2026-11-23"])
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Australia/Lord_Howe", "America/St_Johns"])
def test_every_minute_stands_where_the_clock_shows_it(day, zone):
    free = ((0, 7), (3000, 4000), (8640, 9000), (10000, 60))

    found = minutes(free, zone, date.fromisoformat(day))

    person = {"free": free, "timezone": zone}
    assert {n for n in range(WEEK) if found >> n & 1} == free_minutes(person, day)
