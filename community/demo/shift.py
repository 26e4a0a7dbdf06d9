"""A shift under way: in one room of the demo somebody from the team is there, as on an evening like
any other. Nobody sits behind it, so this exists in the demo alone."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.conf import settings

from community.accounts.models import Person
from community.house import queries as house
from community.house.hours import interval
from community.safety.actions import rota
from community.safety.actions.duty import go_on_duty, renew
from community.safety.models import Shift
from community.safety.rota import SAFEGUARDING
from groups.enums import RoomKind, RoomState
from groups.models import Room

_SHIFTS = ((time(8), time(15)), (time(15), time(22)))
WHO, WHERE = "Noor", "heavy-days"


def begin(*, by: Person, now: datetime) -> None:
    """She goes on duty in the one room that is hers alone: the others are for who tries this. Outside
    the house's hours she is at home, as anybody would be."""
    if _hours_began(now) is None:
        return
    go_on_duty(by=by, places=_places(), now=now)


def write_rota(room: Room, team: Sequence[Person], *, by: Person) -> None:
    """Who is down for the room, every day of the week: one in the morning, one for the evening."""
    for person, (begins, ends) in zip((team[0], team[-1]), _SHIFTS, strict=True):
        rota.plan(
            place=room.place,
            person=person,
            weekdays=range(7),
            begins=begins,
            ends=ends,
            by=by,
        )


def write_hours(*, lead: Person, deputy: Person) -> None:
    """When those who lead in safeguarding can be called: by day on working days, and in the evening
    and at weekends whoever stands in."""
    hours = (
        (lead, range(5), time(9), time(17)),
        (deputy, range(5), time(17), time(22)),
        (deputy, (5, 6), time(9), time(22)),
    )
    for person, weekdays, begins, ends in hours:
        rota.plan(
            place=SAFEGUARDING,
            person=person,
            weekdays=weekdays,
            begins=begins,
            ends=ends,
            by=person,
        )


def keep(now: datetime) -> None:
    """The ticker's job: she comes and stays for the house's hours, or until somebody who tries the
    demo ends her shift; at night her lease lapses. Does nothing anywhere else."""
    if not (settings.DEMO_ALLOWED and house.current().is_demo):
        return
    noor = Person.objects.filter(handle=WHO).first()
    began = _hours_began(now)
    if noor is None or began is None or not _places() or _went_home(noor, since=began):
        return
    if not renew(person=noor.pk, places=_places(), now=now):
        begin(by=noor, now=now)


def _hours_began(now: datetime) -> datetime | None:
    """When the hours began in which `now` lies; None outside of them."""
    hours = house.hours()
    today = now.astimezone(hours.zone).date()
    for day in (today, today - timedelta(days=1)):
        begins, ends = interval(hours, day)
        if begins <= now < ends:
            return begins
    return None


def _went_home(noor: Person, *, since: datetime) -> bool:
    """Whether her shift was handed over since then; one that only lapsed goes on."""
    ended = Shift.objects.filter(person=noor, ended_at__gte=since).exclude(handover="")
    return ended.exists() and not Shift.objects.filter(person=noor, ended_at=None).exists()


def _places() -> list[str]:
    rooms = Room.objects.filter(group__slug=WHERE, kind=RoomKind.LIVE, state=RoomState.OPEN)
    return [room.place for room in rooms]
