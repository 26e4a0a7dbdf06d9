"""When a mail may leave: not in quiet hours, not in a break, and only so many a day. Pure.

Times are those of the person's own clock: hours that begin at 22:00 and end at 07:00 cross midnight,
and stay what they are where the clocks are changed.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

MORNING = time(9)  # when what was too much for a day is gathered into one mail


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody chose; None: nothing chosen."""

    quiet_from: time | None = None
    quiet_until: time | None = None
    mails_a_day: int = 3
    rests_until: date | None = None


def leaves_at(now: datetime, *, wishes: Wishes, zone: tzinfo, sent_today: int) -> datetime:
    """When a mail that is due now may leave: now, or the first moment that is neither in a break,
    nor in quiet hours, nor over the day's budget."""
    here = now.astimezone(zone)
    at = here
    if wishes.rests_until is not None and at.date() <= wishes.rests_until:
        at = _at(wishes.rests_until + timedelta(days=1), MORNING, zone)
    elif sent_today >= wishes.mails_a_day:
        at = _at(at.date() + timedelta(days=1), MORNING, zone)
    end = _quiet_end(at, wishes, zone)
    return end or (now if at is here else at)


def _quiet_end(at: datetime, wishes: Wishes, zone: tzinfo) -> datetime | None:
    """The end of the quiet hours this moment lies in; None where it lies in none."""
    start, end = wishes.quiet_from, wishes.quiet_until
    if start is None or end is None or start == end:
        return None
    clock = at.time().replace(tzinfo=None)
    if start < end:
        return _at(at.date(), end, zone) if start <= clock < end else None
    if clock >= start:
        return _at(at.date() + timedelta(days=1), end, zone)
    return _at(at.date(), end, zone) if clock < end else None


def _at(day: date, clock: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, clock, tzinfo=zone)


def day_begins(now: datetime, zone: tzinfo) -> datetime:
    """The beginning of the day this moment lies in, by the person's clock."""
    return _at(now.astimezone(zone).date(), time(0), zone)
