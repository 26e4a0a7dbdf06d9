"""When a line is open, in its own time."""

from datetime import UTC, datetime

import pytest

from community.help.hours import is_open, parse

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
