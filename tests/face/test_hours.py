"""When the team is here, by the clock on the wall."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from community.house.hours import Hours, State, state

LONDON = ZoneInfo("Europe/London")
DAY = Hours(opens=time(8), closes=time(22), zone=LONDON)
NIGHT = Hours(opens=time(18), closes=time(2), zone=LONDON)


def at(words):
    return datetime.fromisoformat(words).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("hours", "now", "within", "until"),
    [
        (DAY, "2026-11-02T07:59:59", False, "2026-11-02T08:00"),
        (DAY, "2026-11-02T08:00", True, "2026-11-02T22:00"),
        (DAY, "2026-11-02T21:59:59", True, "2026-11-02T22:00"),
        (DAY, "2026-11-02T22:00", False, "2026-11-03T08:00"),
        (DAY, "2026-11-02T23:40", False, "2026-11-03T08:00"),
        (NIGHT, "2026-11-02T17:00", False, "2026-11-02T18:00"),
        (NIGHT, "2026-11-02T23:00", True, "2026-11-03T02:00"),
        (NIGHT, "2026-11-03T01:59", True, "2026-11-03T02:00"),
        (NIGHT, "2026-11-03T02:00", False, "2026-11-03T18:00"),
        (DAY, "2026-12-31T23:40", False, "2027-01-01T08:00"),
    ],
)
def test_the_hours_say_when_they_change(hours, now, within, until):
    assert state(hours, now=at(now)) == State(within=within, until=at(until))


def test_the_same_time_twice_is_day_and_night():
    always = Hours(opens=time(0), closes=time(0), zone=LONDON)

    assert state(always, now=at("2026-11-02T03:00")) == State(within=True, until=None)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        # In spring the night is an hour shorter, in autumn an hour longer; eight stays eight.
        (datetime(2026, 3, 28, 23, 40, tzinfo=UTC), datetime(2026, 3, 29, 7, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 22, 40, tzinfo=UTC), datetime(2026, 10, 25, 8, 0, tzinfo=UTC)),
    ],
)
def test_eight_is_eight_when_the_clocks_change(now, until):
    assert state(DAY, now=now) == State(within=False, until=until)


def test_an_hour_that_the_clock_jumps_over_becomes_the_next():
    early = Hours(opens=time(1, 30), closes=time(9), zone=LONDON)

    said = state(early, now=datetime(2026, 3, 29, 0, 10, tzinfo=UTC))

    assert said.until == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert said.until.time() == time(2, 30)


def test_an_hour_that_comes_twice_ends_with_its_second_coming():
    late = Hours(opens=time(20), closes=time(1, 30), zone=LONDON)

    said = state(late, now=datetime(2026, 10, 25, 0, 45, tzinfo=UTC))

    assert said.within
    assert said.until.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_the_zone_of_the_house_counts_not_that_of_the_clock():
    tokyo = ZoneInfo("Asia/Tokyo")

    said = state(DAY, now=datetime(2026, 11, 3, 8, 30, tzinfo=tokyo))

    assert said == State(within=False, until=at("2026-11-03T08:00"))
