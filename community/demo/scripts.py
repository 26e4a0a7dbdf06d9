"""Reads the demo's conversations.

`@ -3 19:00` begins a sitting three days ago; `Ana +2: words` follows two minutes after the line
before (one minute without a number). Between name and words may stand, in this order: `^2` (answers the
second line before it) or `>4` (answers the fourth thing said), `(listen)` (what its author would like)
and `[loss: own words]` or `[own words]` (a note above it). `{here}` in the words is the address of this
place, `{line}` begins a new line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from groups.enums import NoteKind

FOLDER = Path(__file__).parent / "words"
_SITTING = re.compile(r"@ -(\d+) (\d\d):(\d\d)")
_LINE = re.compile(
    r"(?P<who>\w+)(?: \+(?P<after>\d+))?(?: \^(?P<back>\d+)| >(?P<answers>\d+))?"
    r"(?: \((?P<intent>\w+)\))?"
    rf"(?: \[(?:(?P<kind>{'|'.join(NoteKind.values)})\b)?:? ?(?P<note>[^\]]*)\])?: (?P<words>.+)"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing somebody said."""

    who: str
    at: datetime
    words: str
    note: str = ""
    note_kind: str = ""
    intent: str = ""
    answers: int | None = None  # the place of another among those said, counted from one


def spoken(name: str, *, now: datetime, zone: ZoneInfo) -> list[Spoken]:
    """What was said in the room of this name, oldest first, all of it before today."""
    return list(_read((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), now=now, zone=zone))


def _read(text: str, *, now: datetime, zone: ZoneInfo) -> Iterator[Spoken]:
    """Raises ValueError at the first line that is neither a sitting nor something said."""
    at, place = now, 0
    for number, line in enumerate(text.splitlines(), start=1):
        if sitting := _SITTING.fullmatch(line):
            days, hour, minute = (int(part) for part in sitting.groups())
            day = now.astimezone(zone).date() - timedelta(days=days)
            at = datetime.combine(day, time(hour, minute), tzinfo=zone)
        elif said := _LINE.fullmatch(line):
            at += timedelta(minutes=int(said["after"] or 1))
            place += 1
            yield Spoken(
                who=said["who"],
                at=at,
                words=_words(said["words"]),
                note=said["note"] or "",
                note_kind=said["kind"] or "",
                intent=said["intent"] or "",
                answers=_answered(said, place),
            )
        else:
            raise ValueError(f"line {number} is not understood")


def _words(written: str) -> str:
    return written.replace("{here}", settings.SITE_URL).replace(" {line} ", "\n")


def _answered(said: re.Match[str], place: int) -> int | None:
    if said["answers"]:
        return int(said["answers"])
    return place - int(said["back"]) if said["back"] else None
