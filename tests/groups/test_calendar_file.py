"""A calendar file says when, by the rules of calendars, and tells nothing about this place."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from groups.calendar_file import Entry, calendar

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
BEGINS = datetime(2026, 11, 24, 20, tzinfo=ZoneInfo("Europe/Berlin"))
ENDS = datetime(2026, 11, 24, 21, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def test_it_is_the_whole_file_and_nothing_else():
    found = calendar([Entry("a-1", BEGINS, ENDS)], title="Appointment", now=NOW)

    assert found.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//calendar//calendar 1//EN",
        "BEGIN:VEVENT",
        "UID:a-1",
        "DTSTAMP:20261120T080000Z",
        "DTSTART:20261124T190000Z",
        "DTEND:20261124T203000Z",
        "SUMMARY:Appointment",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_title_keeps_its_commas_and_starts_no_line_of_its_own():
    found = calendar(
        [Entry("a", BEGINS, ENDS)], title="Tea, cake; or\nATTACH:x \\ all\r\nB", now=NOW
    )

    assert "SUMMARY:Tea\\, cake\\; or\\nATTACH:x \\\\ all\\nB" in found.split("\r\n")


def test_long_lines_are_folded_within_75_octets_and_never_within_a_letter():
    title = "Größe " * 30

    found = calendar([Entry("a", BEGINS, ENDS)], title=title, now=NOW)

    assert max(len(line.encode()) for line in found.split("\r\n")) <= 75
    assert f"SUMMARY:{title}" in found.replace("\r\n ", "").split("\r\n")


def test_several_entries_stand_in_one_file():
    found = calendar([Entry("a", BEGINS, ENDS), Entry("b", BEGINS, ENDS)], title="x", now=NOW)

    assert found.count("BEGIN:VEVENT") == found.count("END:VEVENT") == 2
    assert "UID:a\r\n" in found
    assert "UID:b\r\n" in found
