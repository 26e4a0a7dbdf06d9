"""The times that people tick, as minutes of a week by their own clock, each once: five plain ones, and
a table of the week for who says it more exactly."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

from mentoring.enums import When
from mentoring.matching.week import Free

_DAY = 24 * 60
_AT_MOST = 10  # days
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
    """When a mentor who is asked has answered: so many days later, at the first end of a time they
    ticked, so that it never ends in hours that are not theirs. Whoever waits for it waits no longer than
    ten days, or those days where they are more: then it is the last such end before. `asked_at` is by
    their clock."""
    soonest = asked_at + timedelta(days=days)
    ends = _of_weeks(soonest, (end for _begin, end in free(times)))
    own = min((end for end in ends if end >= soonest), default=soonest)
    if own <= asked_at + timedelta(days=max(days, _AT_MOST)):
        return own
    return max(end for end in ends if end <= soonest)


def begins_between(since: datetime, until: datetime, times: Iterable[str]) -> bool:
    """Whether one of the times ticked begins between these moments, both by the clock of who ticked
    them and no more than a week apart."""
    begins = _of_weeks(since, (begin for begin, _end in free(times)))
    return any(since < begin < until for begin in begins)


def _of_weeks(around: datetime, minutes: Iterable[int]) -> list[datetime]:
    """These minutes of a week as moments of the week of `around`, the one before and the one after."""
    monday = (around - timedelta(days=around.weekday())).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    found = list(minutes)
    return [
        monday + timedelta(days=7 * week, minutes=minute) for week in (-1, 0, 1) for minute in found
    ]
