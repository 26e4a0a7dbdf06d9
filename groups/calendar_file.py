"""A calendar file (RFC 5545) that says when, and nothing else. Pure.

No place, no address, no name of a group: the title is the one the member chose. Moments are written
in UTC, so that no time zone has to be told and the change of clocks cannot move them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

_LONGEST = 75  # octets in a line; what is longer goes on after a space
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `uid` names it for good: the same file taken again replaces it."""

    uid: str
    begins: datetime
    ends: datetime


def calendar(entries: Iterable[Entry], *, title: str, now: datetime) -> str:
    """The whole file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//calendar//calendar 1//EN"]
    for entry in entries:
        lines += _event(entry, title=title, now=now)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(entry: Entry, *, title: str, now: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"DTSTAMP:{_utc(now)}",
        f"DTSTART:{_utc(entry.begins)}",
        f"DTEND:{_utc(entry.ends)}",
        f"SUMMARY:{_said(title)}",
        "CLASS:PRIVATE",
        "END:VEVENT",
    ]


def _said(title: str) -> str:
    """Escaped, and without what no calendar may hold."""
    return "".join(c for c in title.translate(_ESCAPED) if c.isprintable())


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _folded(line: str) -> Iterator[str]:
    """Never within a character."""
    part, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST:
            yield part
            part, size = " ", 1
        part += character
        size += width
    yield part
