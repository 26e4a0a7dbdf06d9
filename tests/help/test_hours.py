"""When a line is open, in its own time."""

from datetime import UTC, datetime

import pytest

from community.help.hours import is_open, opens_at, parse

# 2026-11-23 is a Monday.
OPEN = [
    ("always", "Europe/London", datetime(2026, 11, 23, 3, 0, tzinfo=UTC), True),
    ("", "Europe/London", datetime(2026, 11, 23, 3, 0, tzinfo=UTC), None),
    ("09:00-17:00", "Europe/London", datetime(2026, 11, 23, 9, 0, tzinfo=UTC), True),
    ("09:00-17:00", "Europe/London", datetime(2026, 11, 23, 17, 0, tzinfo=UTC), False),
    ("mon-fri 09:00-17:00", "Europe/London", datetime(2026, 11, 28, 12, 0, tzinfo=UTC), False),
    ("sat-mon 09:00-17:00", "Europe/London", datetime(2026, 11, 23, 12, 0, tzinfo=UTC), True),
    ("mon 20:00-02:00", "Europe/London", datetime(2026, 11, 24, 1, 0, tzinfo=UTC), True),
    ("mon 20:00-02:00", "Europe/London", datetime(2026, 11, 23, 1, 0, tzinfo=UTC), False),
    ("18:00-24:00", "Europe/London", datetime(2026, 11, 23, 23, 59, tzinfo=UTC), True),
    ("09:00-17:00", "Asia/Tokyo", datetime(2026, 11, 23, 1, 0, tzinfo=UTC), True),
    # Summer time: 08:30 UTC is 09:30 in London in July.
    ("09:00-17:00", "Europe/London", datetime(2026, 7, 6, 8, 30, tzinfo=UTC), True),
    ("mon 09:00-10:00; tue 11:00-12:00", "UTC", datetime(2026, 11, 24, 11, 0, tzinfo=UTC), True),
]


@pytest.mark.parametrize(("hours", "zone", "now", "expected"), OPEN)
def test_a_line_is_open_in_its_own_hours(hours, zone, now, expected):
    assert is_open(hours, zone=zone, now=now) is expected


@pytest.mark.parametrize("hours", ["soon", "mon 9-5", "xyz 09:00-17:00", "mon 09:00-25:00"])
def test_hours_nobody_can_read_are_refused_in_words(hours):
    with pytest.raises(ValueError, match=r"Hours read like|does not exist"):
        parse(hours)


# Closed at that moment; when somebody answers next.
OPENS = [
    ("", "Europe/London", datetime(2026, 11, 23, 3, tzinfo=UTC), None),
    ("always", "Europe/London", datetime(2026, 11, 23, 3, tzinfo=UTC), None),
    ("09:00-17:00", "Europe/London", datetime(2026, 11, 23, 3, tzinfo=UTC), (23, 9)),
    ("09:00-17:00", "Europe/London", datetime(2026, 11, 23, 17, tzinfo=UTC), (24, 9)),
    ("09:00-17:00", "Asia/Tokyo", datetime(2026, 11, 23, 9, tzinfo=UTC), (24, 0)),
    ("mon 09:00-10:00", "UTC", datetime(2026, 11, 23, 10, tzinfo=UTC), (30, 9)),
    (
        "mon-fri 09:00-17:00; sat 11:00-12:00",
        "UTC",
        datetime(2026, 11, 28, 9, tzinfo=UTC),
        (28, 11),
    ),
    ("20:00-02:00", "UTC", datetime(2026, 11, 23, 12, tzinfo=UTC), (23, 20)),
]


def test_a_closed_line_says_when_somebody_answers_next():
    found = [opens_at(hours, zone=zone, now=now) for hours, zone, now, _then in OPENS]

    assert found == [
        then and datetime(2026, 11, *then, tzinfo=UTC) for _hours, _zone, _now, then in OPENS
    ]
    # The clock goes forward at night on 29 March: nine is nine on the wall.
    spring = opens_at(
        "09:00-17:00", zone="Europe/London", now=datetime(2026, 3, 28, 20, tzinfo=UTC)
    )
    assert spring == datetime(2026, 3, 29, 8, tzinfo=UTC)
