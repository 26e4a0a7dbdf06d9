"""The hours in which the team is here, and what they mean at a given moment. Pure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Hours:
    """Daily hours as the wall clock of `zone` shows them. `closes` may lie after midnight; the
    same time twice means day and night."""

    opens: time
    closes: time
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class State:
    """Within the hours or not, and when that changes (None: never)."""

    within: bool
    until: datetime | None


def state(hours: Hours, *, now: datetime) -> State:
    """Whether `now` lies within the hours. Follows the clock when it changes in spring and
    autumn: people come at eight as their clocks show it."""
    if hours.opens == hours.closes:
        return State(within=True, until=None)
    now = now.astimezone(UTC)  # within one zone, Python compares clocks and misses the change
    today = now.astimezone(hours.zone).date()
    for day in (today - timedelta(days=1), today, today + timedelta(days=1)):
        begins, ends = interval(hours, day)
        if now < begins:
            return State(within=False, until=begins)
        if now < ends:
            return State(within=True, until=ends)
    begins, _ = interval(hours, today + timedelta(days=2))
    return State(within=False, until=begins)


def interval(hours: Hours, day: date) -> tuple[datetime, datetime]:
    """From when until when the hours of this day run, as moments."""
    last = day if hours.closes > hours.opens else day + timedelta(days=1)
    begins = datetime.combine(day, hours.opens, tzinfo=hours.zone)
    # An hour that comes twice in autumn ends with its second coming.
    ends = datetime.combine(last, hours.closes, tzinfo=hours.zone).replace(fold=1)
    return _real(begins), _real(ends)


def _real(moment: datetime) -> datetime:
    """Through UTC and back: an hour that the clock jumps over becomes the one after it."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo)
