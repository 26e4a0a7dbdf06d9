"""When two people have time together: every minute of one week, by each one's own clock.

Somebody's free time is a pattern that comes again each week, in minutes from their Monday 00:00.
Two people meet in real minutes. Of each we take their own week that holds the date, from Monday
00:00 to Sunday 24:00 by their clock, and lay it on the real minutes of one week that comes again. A
minute is common where the clock of each of the two shows a time at which they are free. An hour that
a clock shows twice counts twice; one that it leaves out does not count; and none is lost or doubled
where one week meets the next.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

WEEK = 7 * 24 * 60
_ALL = (1 << WEEK) - 1
_EDGE = 24 * 60  # how far a week by any clock may reach beyond that of UTC, and more
_LOOK = 15  # minutes; no clock of our time is moved at another minute than these
Free = tuple[tuple[int, int], ...]


def common(one: int, other: int) -> int:
    """How many minutes two people have together; each is what `minutes` made."""
    return (one & other).bit_count()


@lru_cache(maxsize=4096)
def minutes(free: Free, zone: str, day: date) -> int:
    """The minutes of their week of `day` in which somebody is free: bit n is the n-th from Monday
    00:00 UTC, the week being one that comes again."""
    local = pattern(free)
    found = 0
    for start, end, ahead in _pieces(zone, day):
        shown = (local >> (start + ahead)) & ((1 << (end - start)) - 1)
        found |= _folded(shown, start)
    return found


def pattern(free: Free) -> int:
    """Free time by somebody's own clock: bit n is the n-th minute from Monday 00:00. A span may run
    over Sunday midnight, written as [10020, 60] or as [10020, 10140]."""
    local = 0
    for start, end in free:
        stop = end + WEEK if end < start else end
        span = ((1 << stop) - 1) ^ ((1 << start) - 1)
        local |= (span & _ALL) | (span >> WEEK)
    return local


def _folded(found: int, start: int) -> int:
    """These minutes from `start` on, in the one week that comes again."""
    at = start % WEEK
    placed = found << at
    return (placed & _ALL) | (placed >> WEEK)


@lru_cache(maxsize=1024)
def _pieces(zone: str, day: date) -> tuple[tuple[int, int, int], ...]:
    """The week by this clock in pieces (from, to, minutes ahead of UTC) between which it is moved,
    in minutes from Monday 00:00 UTC."""
    clock = ZoneInfo(zone)
    monday = datetime.combine(day - timedelta(days=day.weekday()), datetime.min.time(), UTC)
    pieces: list[tuple[int, int, int]] = []
    for minute in range(-_EDGE, WEEK + _EDGE, _LOOK):
        offset = (monday + timedelta(minutes=minute)).astimezone(clock).utcoffset()
        ahead = int((offset or timedelta()).total_seconds() // 60)
        start, end = max(minute, -ahead), min(minute + _LOOK, WEEK - ahead)
        if start >= end:
            continue  # Sunday or Monday of another week there
        if pieces and pieces[-1][1:] == (start, ahead):
            pieces[-1] = (pieces[-1][0], end, ahead)
        else:
            pieces.append((start, end, ahead))
    return tuple(pieces)
