"""Times in common, said by the clock of whoever reads them. No database."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from mentoring.matching.cast import Reason
from mentoring.matching.hours import in_words, said, stretches, to_keep
from mentoring.matching.rank import may_be_suggested, why, why_not
from mentoring.matching.slots import answer_by, free, is_within
from mentoring.matching.week import WEEK, minutes
from mentoring.matching.words import to_member, to_mentor
from tests.mentoring.test_matching import a_mentor, a_seeker

ORDINARY = date(2026, 11, 25)
ONLY_AMERICA_WAITS = date(2026, 10, 27)  # Europe's clocks are back already
AMERICA_GOES_BACK = date(2026, 10, 31)  # on the Sunday of that week


def pair(*, hers, zone, day=ORDINARY):
    """A member in London with evenings, a mentor elsewhere."""
    seeker = a_seeker(zone="Europe/London", day=day)
    return seeker, a_mentor(times=frozenset(hers), zone=zone)


def read_in(zone, reasons):
    with timezone.override(ZoneInfo(zone)):
        return [to_member(reason) for reason in reasons if reason.kind in ("times", "hours")]


@pytest.mark.parametrize(
    ("asked", "times", "days", "due"),
    [
        ("2026-11-23 12:00", ["evening"], 3, "2026-11-26 22:00"),  # a Monday
        ("2026-11-23 12:00", ["weekend"], 3, "2026-11-28 21:00"),
        ("2026-11-27 20:00", ["weekend"], 3, "2026-12-05 21:00"),  # a Friday: three whole days
        ("2026-11-29 21:30", ["6-18"], 3, "2026-12-06 22:00"),  # on the same day, to the end
        ("2026-11-26 22:30", ["6-18"], 3, "2026-12-06 22:00"),  # once a week: ten days at most
        ("2026-11-23 12:00", ["weekend"], 14, "2026-12-06 21:00"),  # within fourteen
        ("2026-11-24 12:00", ["weekend"], 5, "2026-11-29 21:00"),
        ("2026-11-23 23:00", [], 3, "2026-11-26 23:00"),
    ],
)
def test_an_answer_is_always_due_in_the_mentor_s_hours(asked, times, days, due):
    ends = answer_by(datetime.fromisoformat(asked), times, days=days)

    assert ends == datetime.fromisoformat(due)
    assert not times or is_within(times, ends - timedelta(minutes=1))


def test_topics_say_when_they_were_to_each_of_the_two():
    seeker = a_seeker(lived=(("sleep", "now"),))
    mentor = a_mentor(lived=(("sleep", "past"), ("work", "now")))
    (topics,) = [reason for reason in why(seeker, mentor) if reason.kind == "topics"]

    assert to_member(topics) == "Knows from their own life: sleep (in the past)."
    assert to_mentor(topics) == "You know from your own life: sleep (they: now)."


@pytest.mark.parametrize(
    ("zone", "hers", "in_london", "there"),
    [
        ("Europe/Dublin", ["evening"], "You both have time: weekday evenings.", None),
        (
            "Europe/Madrid",
            ["evening"],
            "You both have time, by your clock: Monday to Friday from 18:00 to 21:00.",
            "You both have time, by your clock: Monday to Friday from 19:00 to 22:00.",
        ),
        (
            "America/New_York",
            ["afternoon"],
            "You both have time, by your clock: Monday to Friday from 19:00 to 22:00.",
            "You both have time, by your clock: Monday to Friday from 14:00 to 17:00.",
        ),
        # The table of the week: a day alone, and days that are not in a row.
        (
            "Europe/London",
            ["0-18", "2-18", "2-22", "5-18"],
            "You both have time, by your clock: Monday, Wednesday from 18:00 to 22:00.",
            None,
        ),
    ],
)
def test_each_reads_times_in_common_by_their_own_clock(zone, hers, in_london, there):
    reasons = why(*pair(hers=hers, zone=zone))

    assert read_in("Europe/London", reasons) == [in_london]
    assert read_in(zone, reasons) == [there or in_london]


@pytest.mark.parametrize(
    ("day", "hours"),
    [(ORDINARY, "19:00 to 22:00"), (ONLY_AMERICA_WAITS, "18:00 to 22:00")],
)
def test_an_hour_more_while_only_one_clock_was_moved(day, hours):
    found = why(*pair(hers=["afternoon"], zone="America/New_York", day=day))

    assert read_in("Europe/London", found) == [
        f"You both have time, by your clock: Monday to Friday from {hours}."
    ]


def test_the_first_hours_of_a_week_that_ends_with_a_moved_clock_are_said_as_they_were_ticked():
    spring = date(2026, 9, 24)  # in Auckland on the Sunday of that week
    there = minutes(free(["0-8"]), "Pacific/Auckland", spring)

    with timezone.override(ZoneInfo("Pacific/Auckland")):
        assert said(stretches(there, spring)) == "Monday from 08:00 to 11:00"


def test_a_clock_that_is_moved_within_the_week_is_said_day_by_day():
    there = minutes(free(["5-11", "6-11"]), "America/New_York", AMERICA_GOES_BACK)

    told = said(stretches(there, AMERICA_GOES_BACK), ZoneInfo("Europe/London"))

    assert told == "Saturday from 15:00 to 18:00; Sunday from 16:00 to 19:00"


@pytest.mark.parametrize(
    ("hers", "zone", "least", "fits"),
    [
        (["evening"], "America/Los_Angeles", 60, False),  # 02:00 to 06:00 in London
        (["0-14"], "America/Sao_Paulo", 60, True),  # 17:00 to 21:00 there, three hours of them
        (["0-14"], "America/Sao_Paulo", 180, True),
        (["0-14"], "America/Sao_Paulo", 181, False),
        (["0-14"], "America/New_York", 180, True),
    ],
)
def test_who_has_too_little_time_in_common_is_not_suggested(hers, zone, least, fits):
    assert may_be_suggested(*pair(hers=hers, zone=zone), min_overlap=least) is fits


def test_little_time_in_common_is_said():
    seeker, two_hours = pair(hers=["0-22"], zone="Europe/Helsinki")  # 20:00 to 22:00 in London
    one_hour = replace(two_hours, times=frozenset({"0-18"}), zone="Europe/Moscow")

    assert why_not(seeker, two_hours) == []
    assert why_not(seeker, one_hour) == [Reason("little_time", ("60",))]


@pytest.mark.parametrize(
    ("found", "keys"),
    [
        (0, ()),
        (0b0110, ("1-3",)),
        (0b1011, ("0-2", "3-4")),
        ((1 << WEEK) - 1, (f"0-{WEEK}",)),
        # Over Sunday midnight it is one stretch.
        ((0b11 << WEEK - 2) | 0b111, (f"{WEEK - 2}-{WEEK + 3}",)),
    ],
)
def test_minutes_are_kept_as_stretches(found, keys):
    assert stretches(found, ORDINARY) == ("2026-11-23", *keys)


def test_times_are_plain_words_where_clocks_agree_and_hours_where_not():
    with timezone.override(ZoneInfo("Europe/Dublin")):
        assert in_words(["weekend", "0-22"], "Europe/London", ORDINARY) == (
            "weekends, Monday from 22:00 to 00:00"
        )
        assert in_words(["weekend"], "Europe/Madrid", ORDINARY) == (
            "Saturday, Sunday from 08:00 to 20:00"
        )


def test_an_archive_says_the_table_in_words():
    assert to_keep(["evening", "0-18", "6-22"]) == [
        "evening",
        "Monday from 18:00 to 22:00",
        "Sunday from 22:00 to 00:00",
    ]
