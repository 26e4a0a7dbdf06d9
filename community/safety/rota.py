"""The rota, read: who is down for a place now and next, and which published hours have nobody's name.
The lead in safeguarding and the deputy write their hours here too; they can be called then, and are
no more "here" than anybody else who is only down for it.

A plan is no presence. What a member is told of who is here rests on duty alone; the rota says when
somebody comes, and only where somebody is down for it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext

from community.accounts.enums import Standing
from community.house import queries as house
from community.house.hours import Hours, interval
from community.safety import places
from community.safety.models import RotaLine, RotaOff
from community.safety.places import Place
from community.safety.rules import Reach
from community.safety.subjects import APPEALS
from community.safety.tell import leads, safeguarding

DESK = "desk"  # complaints and appeals: those who lead
SAFEGUARDING = "safeguarding"  # when the lead and the deputy can be called
AHEAD = timedelta(days=15)  # a line is there every week; its next turn may be off once
_WEEK, _DAY = 7 * 24 * 60, 24 * 60  # minutes
_KEY, _KEPT_SECONDS = "safety.rota", 5


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the rota, with the days on which they cannot come."""

    id: int
    place: str
    person: int
    name: str
    weekday: int
    begins: time
    ends: time
    off: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Turn:
    """One line on one day."""

    line: Line
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Planned:
    """Who is down for a place at a moment, and who comes next."""

    now: tuple[Turn, ...] = ()
    next: Turn | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """When somebody comes. `at` None: somebody is down already and may come at any moment, or
    nobody is within the days looked at."""

    at: datetime | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Published hours for which nobody is down."""

    weekday: int
    begins: time
    ends: time


def lines() -> tuple[Line, ...]:
    """Every line of people who come and may act, in the order of the week. Hours in which somebody
    can be called are none of them."""
    return tuple(line for line in every_line() if line.place != SAFEGUARDING)


def every_line() -> tuple[Line, ...]:
    """The same with those. A change is everywhere within five seconds."""
    found: tuple[Line, ...] | None = cache.get(_KEY)
    if found is None:
        found = _read()
        cache.set(_KEY, found, _KEPT_SECONDS)
    return found


def forget() -> None:
    """Shows a change at once in this process's cache."""
    cache.delete(_KEY)


def _read() -> tuple[Line, ...]:
    off: dict[int, set[date]] = {}
    for number, day in RotaOff.objects.values_list("line_id", "day"):
        off.setdefault(number, set()).add(day)
    holders = {DESK: set(leads()), SAFEGUARDING: set(safeguarding())}
    down = RotaLine.objects.filter(person__standing=Standing.ACTIVE).select_related("person")
    return tuple(
        Line(
            id=line.pk,
            place=line.place,
            person=line.person_id,
            name=line.person.handle,
            weekday=line.weekday,
            begins=line.begins,
            ends=line.ends,
            off=frozenset(off.get(line.pk, ())),
        )
        for line in down.order_by("weekday", "begins", "person__handle", "pk")
        if line.place not in holders or line.person_id in holders[line.place]
    )


def zone() -> ZoneInfo:
    """The house's clock, by which the rota is written."""
    return ZoneInfo(settings.TIME_ZONE)


def hours_have_a_name() -> bool:
    """Whether anybody stands behind the published hours: lines of the rota, or the operator's own."""
    return bool(house.current().rota.strip()) or bool(lines())


def turns(of: Iterable[Line], *, since: datetime, until: datetime) -> list[Turn]:
    """Every turn that runs at some time between the two, the earliest first."""
    of, clock = list(of), zone()
    day, last = since.astimezone(clock).date() - timedelta(days=1), until.astimezone(clock).date()
    found = []
    while day <= last:
        for line in of:
            if line.weekday == day.weekday() and day not in line.off:
                begins, ends = interval(Hours(line.begins, line.ends, clock), day)
                if ends > since and begins < until:
                    found.append(Turn(line, begins, ends))
        day += timedelta(days=1)
    return sorted(found, key=lambda turn: (turn.begins, turn.ends, turn.line.name))


def planned(of_places: Collection[str], *, now: datetime) -> dict[str, Planned]:
    """For each of these places that has a rota: who is down now, and who comes next."""
    of = [line for line in every_line() if line.place in of_places]
    found = {line.place: Planned() for line in of}
    for turn in turns(of, since=now, until=now + AHEAD):
        before = found[turn.line.place]
        if turn.begins <= now:
            found[turn.line.place] = Planned((*before.now, turn), before.next)
        elif before.next is None:
            found[turn.line.place] = Planned(before.now, turn)
    return found


def back(of_places: Collection[str] | None, *, now: datetime) -> Back | None:
    """When somebody is down next for one of these places (None: for any). None where the rota says
    nothing of them."""
    of = [line for line in lines() if of_places is None or line.place in of_places]
    if not of:
        return None
    first = next(iter(turns(of, since=now, until=now + AHEAD)), None)
    return Back(first.begins if first is not None and first.begins > now else None)


def gaps(of: Sequence[Line], hours: Hours) -> list[Gap]:
    """Of the published hours of a week, those for which nobody of these is down."""
    covered: set[int] = set()
    for line in of:
        covered.update(_minutes(line.weekday, line.begins, line.ends))
    found: list[Gap] = []
    for weekday in range(7):
        found += _runs(weekday, hours, covered)
    return found


def _runs(weekday: int, hours: Hours, covered: set[int]) -> Iterable[Gap]:
    open_minutes = _minutes(weekday, hours.opens, hours.closes)
    missing = [minute not in covered for minute in open_minutes]
    begins: int | None = None
    for at, is_missing in enumerate([*missing, False]):
        if is_missing and begins is None:
            begins = at
        if not is_missing and begins is not None:
            yield Gap(weekday, _clock(open_minutes[begins]), _clock(open_minutes[at - 1] + 1))
            begins = None


def _minutes(weekday: int, begins: time, ends: time) -> list[int]:
    """The minutes of the week this takes, which may run past midnight and past Sunday."""
    first = weekday * _DAY + begins.hour * 60 + begins.minute
    last = weekday * _DAY + ends.hour * 60 + ends.minute
    if last <= first:
        last += _DAY
    return [minute % _WEEK for minute in range(first, last)]


def _clock(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


def places_of(reach: Reach) -> list[Place]:
    """The places whose rota this person sees; for those who lead all of them, and the desk's own."""
    if not reach.everywhere:
        return places.of_areas(sorted(reach.areas))
    return [
        *places.everywhere(),
        Place(DESK, APPEALS, gettext("Complaints and appeals")),
        Place(SAFEGUARDING, APPEALS, gettext("Safeguarding lead and deputy")),
    ]
