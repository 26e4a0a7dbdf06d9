"""Days and moments of meetings that come again. Pure.

A plan is kept as the wall clock shows it: people come on Tuesday at seven as their clocks say it,
before and after the clocks change.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from groups.enums import Repeats

_EVERY = {Repeats.WEEKLY: timedelta(weeks=1), Repeats.FORTNIGHTLY: timedelta(weeks=2)}
_LAST = 5  # a fifth Tuesday is the last one: not every month has five


@dataclass(frozen=True, slots=True)
class Rule:
    """When a group meets. `first` is the day of the meeting numbered `first_number`."""

    first: date
    clock: time
    minutes: int
    repeats: Repeats
    zone: str
    first_number: int = 0


def day_of(rule: Rule, number: int) -> date:
    """The day of one meeting by its number."""
    after = number - rule.first_number
    if rule.repeats == Repeats.MONTHLY:
        return _same_weekday(rule.first, months=after)
    return rule.first + _EVERY.get(rule.repeats, timedelta(0)) * after


def span(rule: Rule, day: date) -> tuple[datetime, datetime]:
    """When a meeting of that day begins and ends. It lasts as long as it should also in the night
    in which the clocks change."""
    begins = moment(day, rule.clock, rule.zone)
    return begins, begins + timedelta(minutes=rule.minutes)


def moment(day: date, clock: time, zone: str) -> datetime:
    """The moment at which the clocks of the zone show this. An hour that comes twice is taken the
    first time; one that the clocks jump over becomes the one after it."""
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def numbers_until(rule: Rule, *, after: int | None, until: datetime) -> list[int]:
    """The numbers of the meetings that follow `after` and begin by `until`. With None for `after`
    the first is among them, however far away it is: what was just planned is there to be seen."""
    found = [rule.first_number] if after is None else []
    if rule.repeats == Repeats.ONCE:
        return found
    number = (rule.first_number if after is None else after) + 1
    while span(rule, day_of(rule, number))[0] <= until:
        found.append(number)
        number += 1
    return found


def _same_weekday(first: date, *, months: int) -> date:
    """The second Tuesday stays the second Tuesday; a fifth one becomes the last."""
    which = (first.day - 1) // 7 + 1
    month = first.month - 1 + months
    year, month = first.year + month // 12, month % 12 + 1
    begin = date(year, month, 1)
    day = 1 + (first.weekday() - begin.weekday()) % 7 + (which - 1) * 7
    if which == _LAST and day > monthrange(year, month)[1]:
        day -= 7
    return date(year, month, day)
