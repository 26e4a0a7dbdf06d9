"""Free time in words, by the clock of whoever reads it: they need not know where the other lives."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import groupby

from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from mentoring.enums import When
from mentoring.matching.slots import CELLS, free
from mentoring.matching.week import WEEK, minutes

_WEEK = timedelta(days=7)


def alike(times: Iterable[str], one: str, other: str, day: date) -> frozenset[str]:
    """Those of the plain times that are the same hours in both zones in the week of `day`."""
    return frozenset(
        key
        for key in times
        if key in When.values and minutes(free([key]), one, day) == minutes(free([key]), other, day)
    )


def stretches(found: int, day: date) -> tuple[str, ...]:
    """Minutes of the week of `day` as plain keys: its Monday, then each stretch from and to."""
    spans = []
    at = 0
    while found >> at:
        at += ((found >> at) & -(found >> at)).bit_length() - 1
        rest = found >> at
        length = ((rest + 1) & ~rest).bit_length() - 1
        spans.append((at, at + length))
        at += length
    if len(spans) > 1 and spans[0][0] == 0 and spans[-1][1] == WEEK:
        spans = [*spans[1:-1], (spans[-1][0], WEEK + spans[0][1])]
    monday = day - timedelta(days=day.weekday())
    return (monday.isoformat(), *(f"{begin}-{end}" for begin, end in spans))


def said(keys: Sequence[str], zone: tzinfo | None = None) -> str:
    """What `stretches` made, as hours of days, by the reader's clock where no zone is given."""
    monday = datetime.combine(date.fromisoformat(keys[0]), datetime.min.time(), UTC)
    days: dict[tuple[str, str], set[int]] = {}
    for key in keys[1:]:
        first, last = (int(minute) for minute in key.split("-"))
        since = _within(monday, first, zone)
        begin = timezone.localtime(since, zone)
        end = timezone.localtime(since + timedelta(minutes=last - first), zone)
        days.setdefault((f"{begin:%H:%M}", f"{end:%H:%M}"), set()).add(begin.weekday())
    told = sorted((sorted(which), hours) for hours, which in days.items())
    return "; ".join(
        _("%(days)s from %(from)s to %(to)s") % {"days": _days(which), "from": begin, "to": end}
        for which, (begin, end) in told
    )


def _within(monday: datetime, minute: int, zone: tzinfo | None) -> datetime:
    """The moment of this minute in the week as the reader's own clock cuts it: where clocks are moved
    at its end, the same minute a week on would be another hour."""
    here = monday + timedelta(minutes=minute)
    for moment in (here, here - _WEEK, here + _WEEK):
        if monday.date() <= timezone.localtime(moment, zone).date() < (monday + _WEEK).date():
            return moment
    return here


def in_words(times: Iterable[str], zone: str, day: date) -> str:
    """Times that somebody ticked in this zone, as the reader's clock shows them: the plain words
    where it is the same hours, else hours of days."""
    ticked = set(times)
    here = str(timezone.get_current_timezone())
    plain = alike(ticked, zone, here, day)
    rest = minutes(free(ticked), zone, day) & ~minutes(free(plain), zone, day)
    words = [str(when.label) for when in When if when.value in plain]
    return ", ".join(words + ([said(stretches(rest, day))] if rest else []))


def to_keep(times: Iterable[str]) -> list[str]:
    """The same for somebody's own archive: fields of the table as hours of their day."""
    week = date(2026, 1, 5)  # by one's own clock every week is alike
    return [
        said(stretches(minutes(free([key]), "UTC", week), week), UTC) if key in CELLS else key
        for key in times
    ]


def _days(which: Sequence[int]) -> str:
    """ "Monday to Friday", "Tuesday, Thursday": days in a row are said as one from three on."""
    told = []
    for _step, group in groupby(enumerate(which), lambda pair: pair[1] - pair[0]):
        row = [str(WEEKDAYS[day]) for _at, day in group]
        if len(row) > 2:
            row = [_("%(first)s to %(last)s") % {"first": row[0], "last": row[-1]}]
        told += row
    return ", ".join(told)
