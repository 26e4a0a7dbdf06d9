"""When a helpline is open: a short text a coordinator can read and check.

`always`, or parts such as `mon-fri 09:00-17:00; sat 10:00-14:00`, in the line's own time zone. A
part that ends at or before it begins runs past midnight. An empty text means: nobody told us.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK = 7
_PART = re.compile(r"(?:(\w{3})(?:-(\w{3}))? )?(\d\d:\d\d)-(\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Opening:
    """Open on these weekdays (0 is Monday) from `start` until `end`."""

    days: frozenset[int]
    start: time
    end: time


def parse(text: str) -> tuple[Opening, ...] | None:
    """The openings; None for `always`; an empty tuple where nothing is known.

    Raises ValueError with a plain sentence for anything else.
    """
    text = text.strip().lower()
    if text == "always":
        return None
    parts = [part.strip() for part in text.split(";") if part.strip()]
    return tuple(_opening(part) for part in parts)


def is_open(text: str, *, zone: str, now: datetime) -> bool | None:
    """Whether somebody answers at `now`; None where the hours are not known."""
    openings = parse(text)
    if openings is None:
        return True
    if not openings:
        return None
    here = now.astimezone(ZoneInfo(zone))
    return any(_covers(opening, here) for opening in openings)


def opens_at(text: str, *, zone: str, now: datetime) -> datetime | None:
    """When somebody answers next, of a line that is closed at `now`; None where that is not known."""
    openings, here = parse(text) or (), now.astimezone(ZoneInfo(zone))
    for ahead in range(_WEEK + 1):
        day = here.date() + timedelta(days=ahead)
        begins = [_moment(day, one.start, here) for one in openings if day.weekday() in one.days]
        if coming := [moment for moment in begins if moment > now]:
            return min(coming)
    return None


def _moment(day: date, clock: time, here: datetime) -> datetime:
    """Through UTC and back: an hour that the clock jumps over becomes the one after it."""
    at = datetime.combine(day, clock, tzinfo=here.tzinfo)
    return at.astimezone(UTC)


def _opening(part: str) -> Opening:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"Hours read like “mon-fri 09:00-17:00”; this is “{part}”.")
    first, last, start, end = match.groups()
    try:
        days = _days(first, last)
        return Opening(
            days, time.fromisoformat(start), time.fromisoformat(end.replace("24:", "00:"))
        )
    except ValueError:
        raise ValueError(f"“{part}” names a day or a time that does not exist.") from None


def _days(first: str | None, last: str | None) -> frozenset[int]:
    if first is None:
        return frozenset(range(7))
    begin = _DAYS.index(first)
    end = _DAYS.index(last or first)
    return frozenset((begin + step) % 7 for step in range((end - begin) % 7 + 1))


def _covers(opening: Opening, here: datetime) -> bool:
    clock = here.time()
    yesterday = (here - timedelta(days=1)).weekday()
    if opening.start < opening.end:
        return here.weekday() in opening.days and opening.start <= clock < opening.end
    return (here.weekday() in opening.days and clock >= opening.start) or (
        yesterday in opening.days and clock < opening.end
    )
