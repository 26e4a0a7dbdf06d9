"""Days and moments: the wall clock is what is promised, before and after the clocks change."""

from datetime import UTC, date, datetime, time

import pytest

from groups.enums import Repeats
from groups.recurrence import Rule, day_of, moment, numbers_until, span

LONDON = "Europe/London"


def rule(repeats, *, first=date(2026, 10, 13), clock=time(19), zone=LONDON, number=0):
    return Rule(first, clock, 60, repeats, zone, number)


def days(rule, count):
    return [day_of(rule, rule.first_number + number) for number in range(count)]


def test_every_week_is_the_same_weekday():
    assert days(rule(Repeats.WEEKLY), 3) == [
        date(2026, 10, 13),
        date(2026, 10, 20),
        date(2026, 10, 27),
    ]


def test_every_two_weeks_leaves_one_out():
    assert days(rule(Repeats.FORTNIGHTLY), 3) == [
        date(2026, 10, 13),
        date(2026, 10, 27),
        date(2026, 11, 10),
    ]


def test_the_second_tuesday_stays_the_second_tuesday_across_the_year():
    assert days(rule(Repeats.MONTHLY), 5) == [
        date(2026, 10, 13),
        date(2026, 11, 10),
        date(2026, 12, 8),
        date(2027, 1, 12),
        date(2027, 2, 9),
    ]


def test_a_fifth_friday_becomes_the_last_one():
    assert days(rule(Repeats.MONTHLY, first=date(2026, 10, 30)), 4) == [
        date(2026, 10, 30),
        date(2026, 11, 27),
        date(2026, 12, 25),
        date(2027, 1, 29),
    ]


def test_seven_o_clock_is_seven_o_clock_in_summer_and_in_winter():
    weekly = rule(Repeats.WEEKLY, first=date(2026, 10, 20))

    found = [span(weekly, day)[0] for day in days(weekly, 2)]

    assert found == [
        datetime(2026, 10, 20, 18, tzinfo=UTC),
        datetime(2026, 10, 27, 19, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    ("zone", "day", "clock", "at"),
    [
        # 01:30 comes twice in the night of 25 October: the first one is meant.
        (LONDON, date(2026, 10, 25), time(1, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        # 01:30 is jumped over on 29 March: an hour later, as the clocks then show it.
        (LONDON, date(2026, 3, 29), time(1, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        # South of the equator summer begins in October.
        (
            "Australia/Sydney",
            date(2026, 10, 4),
            time(19),
            datetime(2026, 10, 4, 8, tzinfo=UTC),
        ),
        (
            "America/New_York",
            date(2026, 11, 1),
            time(19),
            datetime(2026, 11, 2, 0, tzinfo=UTC),
        ),
    ],
)
def test_an_hour_that_the_clocks_change_is_told_truly(zone, day, clock, at):
    assert moment(day, clock, zone) == at


def test_it_lasts_as_long_as_it_should_in_the_night_of_the_change():
    late = rule(Repeats.ONCE, first=date(2026, 10, 25), clock=time(0, 30))

    begins, ends = span(late, late.first)

    assert (ends - begins).total_seconds() == 3600


def test_numbers_go_on_after_the_last_one_laid_out():
    weekly = rule(Repeats.WEEKLY)
    until = datetime(2026, 11, 3, 19, tzinfo=UTC)

    assert numbers_until(weekly, after=None, until=until) == [0, 1, 2, 3]
    assert numbers_until(weekly, after=1, until=until) == [2, 3]
    assert numbers_until(weekly, after=3, until=until) == []


def test_a_meeting_that_happens_once_has_one_number_however_far_away():
    once = rule(Repeats.ONCE, first=date(2027, 10, 13))
    until = datetime(2026, 11, 3, tzinfo=UTC)

    assert numbers_until(once, after=None, until=until) == [0]
    assert numbers_until(once, after=0, until=until) == []


def test_what_was_just_planned_is_there_however_far_away():
    far = rule(Repeats.WEEKLY, first=date(2027, 10, 13))

    assert numbers_until(far, after=None, until=datetime(2026, 11, 3, tzinfo=UTC)) == [0]


def test_a_change_from_one_meeting_on_counts_from_there():
    moved = rule(Repeats.WEEKLY, first=date(2026, 11, 5), number=3)

    assert day_of(moved, 3) == date(2026, 11, 5)
    assert day_of(moved, 5) == date(2026, 11, 19)
