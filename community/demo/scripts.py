"""Reads the demo's conversations. Pure.

`@ -3 19:00` begins a sitting three days ago; `Ana +2: words` follows two minutes after the line
before (one minute without a number); `Ana +2 [note]: words` carries a content note; `Ana >4: words` answers
the fourth thing said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).parent / "words"
_SITTING = re.compile(r"@ -(\d+) (\d\d):(\d\d)")
_LINE = re.compile(
    r"(?P<who>\w+)(?: \+(?P<after>\d+))?(?: >(?P<answers>\d+))?(?: \[(?P<note>[^\]]+)\])?"
    r": (?P<words>.+)"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing somebody said."""

    who: str
    at: datetime
    words: str
    note: str = ""
    answers: int | None = None


def spoken(name: str, *, now: datetime, zone: ZoneInfo) -> list[Spoken]:
    """What was said in the room of this name, oldest first, all of it before today."""
    return list(_read((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), now=now, zone=zone))


def _read(text: str, *, now: datetime, zone: ZoneInfo) -> Iterator[Spoken]:
    """Raises ValueError at the first line that is neither a sitting nor something said."""
    at = now
    for number, line in enumerate(text.splitlines(), start=1):
        if sitting := _SITTING.fullmatch(line):
            days, hour, minute = (int(part) for part in sitting.groups())
            day = now.astimezone(zone).date() - timedelta(days=days)
            at = datetime.combine(day, time(hour, minute), tzinfo=zone)
        elif said := _LINE.fullmatch(line):
            at += timedelta(minutes=int(said["after"] or 1))
            answers = int(said["answers"]) if said["answers"] else None
            yield Spoken(said["who"], at, said["words"], said["note"] or "", answers)
        else:
            raise ValueError(f"line {number} is not understood")
