"""When two people have time together: every minute of one week, by each one's own clock.

Somebody's free time is a pattern that comes again each week, in minutes from their Monday 00:00.
Two people meet in real minutes: those of the week from Monday 00:00 UTC that holds the date. A
minute is common where the clock of each of the two shows a time at which they are free. An hour
that a clock shows twice counts twice; one that it leaves out does not count.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

WEEK = 7 * 24 * 60
_ALL = (1 << WEEK) - 1
_LOOK = 15  # minutes; no clock of our time is moved at another minute than these
Free = tuple[tuple[int, int], ...]


def common(one: int, other: int) -> int:
    """How many minutes two people have together; each is what `minutes` made."""
    return (one & other).bit_count()


@lru_cache(maxsize=4096)
def minutes(free: Free, zone: str, day: date) -> int:
    """The minutes of the week of `day` in which somebody is free: bit n is the n-th from Monday
    00:00 UTC."""
    local = pattern(free)
    found = 0
    for start, end, ahead in _pieces(zone, day):
        piece = ((1 << end) - 1) ^ ((1 << start) - 1)
        found |= _turned(local, ahead % WEEK) & piece
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


def _turned(local: int, ahead: int) -> int:
    """The same minutes by a clock that is `ahead` minutes behind."""
    return ((local >> ahead) | (local << (WEEK - ahead))) & _ALL


@lru_cache(maxsize=1024)
def _pieces(zone: str, day: date) -> tuple[tuple[int, int, int], ...]:
    """The week in pieces (from, to, minutes ahead of UTC) between which the clock is moved."""
    clock = ZoneInfo(zone)
    monday = datetime.combine(day - timedelta(days=day.weekday()), datetime.min.time(), UTC)
    pieces: list[tuple[int, int, int]] = []
    for minute in range(0, WEEK, _LOOK):
        offset = (monday + timedelta(minutes=minute)).astimezone(clock).utcoffset()
        ahead = int((offset or timedelta()).total_seconds() // 60)
        if pieces and pieces[-1][2] == ahead:
            pieces[-1] = (pieces[-1][0], minute + _LOOK, ahead)
        else:
            pieces.append((minute, minute + _LOOK, ahead))
    return tuple(pieces)
