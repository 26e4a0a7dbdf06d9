"""The times that people tick, as minutes of a week by their own clock, each once: five plain ones, and
a table of the week for who says it more exactly."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from mentoring.enums import When
from mentoring.matching.week import Free

_DAY = 24 * 60
_WEEK_OF_DAYS, _EVENING = 7, 20
_WEEKDAYS, _WEEKEND = range(5), range(5, 7)
_HOURS = {
    When.MORNING: (_WEEKDAYS, 8, 11),
    When.NOON: (_WEEKDAYS, 11, 14),
    When.AFTERNOON: (_WEEKDAYS, 14, 18),
    When.EVENING: (_WEEKDAYS, 18, 22),
    When.WEEKEND: (_WEEKEND, 9, 21),
}
# The table: a row for each day from Monday, a column for each of these hours.
COLUMNS = ((8, 11), (11, 14), (14, 18), (18, 22), (22, 24))


def cell(day: int, column: int) -> str:
    """The key of one field of the table; days count from Monday, 0."""
    return f"{day}-{COLUMNS[column][0]}"


CELLS = {
    cell(day, column): (day * _DAY + first * 60, day * _DAY + last * 60)
    for day in range(7)
    for column, (first, last) in enumerate(COLUMNS)
}


def free(times: Iterable[str]) -> Free:
    """The spans of these ticks."""
    return _free(frozenset(times))


@lru_cache(maxsize=4096)
def _free(ticked: frozenset[str]) -> Free:
    plain = tuple(
        (day * _DAY + first * 60, day * _DAY + last * 60)
        for when, (days, first, last) in _HOURS.items()
        if when in ticked
        for day in days
    )
    return plain + tuple(span for key, span in CELLS.items() if key in ticked)


def is_within(times: Iterable[str], at: datetime) -> bool:
    """Whether this moment is one of the times ticked. `at` is by the clock of who ticked them."""
    minute = at.weekday() * _DAY + at.hour * 60 + at.minute
    return any(begin <= minute < end for begin, end in free(times))


def answer_by(asked_at: datetime, times: Iterable[str], *, days: int) -> datetime:
    """When a mentor who is asked has answered: so many days later, at the end of a time they ticked, so
    that it does not end in hours that are not theirs. Whoever waits for it waits no longer than a week,
    or those days where they are more: each time of the week has come by then. `asked_at` is by their
    clock."""
    soonest = asked_at + timedelta(days=days)
    latest = (asked_at + timedelta(days=max(days, _WEEK_OF_DAYS))).replace(
        hour=_EVENING, minute=0, second=0, microsecond=0
    )
    monday = (soonest - timedelta(days=soonest.weekday())).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    ends = [
        monday + timedelta(days=7 * week) + timedelta(minutes=end)
        for week in (0, 1)
        for _start, end in free(times)
    ]
    own = min((end for end in ends if end >= soonest), default=soonest)
    return own if own.date() <= latest.date() else max(soonest, latest)
