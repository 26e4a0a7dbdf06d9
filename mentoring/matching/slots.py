"""The times that members tick, as minutes of a week by the site's clock, each once."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from mentoring.enums import When
from mentoring.matching.week import Free

_DAY = 24 * 60
_WEEKDAYS, _WEEKEND = range(5), range(5, 7)
_HOURS = {
    When.MORNING: (_WEEKDAYS, 8, 11),
    When.NOON: (_WEEKDAYS, 11, 14),
    When.AFTERNOON: (_WEEKDAYS, 14, 18),
    When.EVENING: (_WEEKDAYS, 18, 22),
    When.WEEKEND: (_WEEKEND, 9, 21),
}


def free(times: Iterable[str]) -> Free:
    """The spans of these ticks."""
    return tuple(
        (day * _DAY + first * 60, day * _DAY + last * 60)
        for when, (days, first, last) in _HOURS.items()
        if when in set(times)
        for day in days
    )


def is_within(times: Iterable[str], at: datetime) -> bool:
    """Whether this moment is one of the times ticked. `at` is in the site's zone."""
    minute = at.weekday() * _DAY + at.hour * 60 + at.minute
    return any(begin <= minute < end for begin, end in free(times))


def answer_by(asked_at: datetime, times: Iterable[str], *, days: int) -> datetime:
    """When a mentor who is asked has answered: so many days later, and not before the end of a time
    they ticked, so that it never ends in hours that are not theirs. `asked_at` is in the site's
    zone."""
    soonest = asked_at + timedelta(days=days)
    monday = (soonest - timedelta(days=soonest.weekday())).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    ends = [
        monday + timedelta(days=7 * week) + timedelta(minutes=end)
        for week in (0, 1)
        for _start, end in free(times)
    ]
    return min((end for end in ends if end >= soonest), default=soonest)
