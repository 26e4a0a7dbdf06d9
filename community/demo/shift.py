"""A shift under way: in one room of the demo somebody from the team is there, as on an evening like
any other. Nobody sits behind it, so this exists in the demo alone."""

from collections.abc import Sequence
from datetime import datetime, time

from django.conf import settings

from community.accounts.models import Person
from community.house import queries as house
from community.safety.actions import rota
from community.safety.actions.duty import go_on_duty, renew
from community.safety.models import Shift
from groups.enums import RoomKind, RoomState
from groups.models import Room

_SHIFTS = ((time(8), time(15)), (time(15), time(22)))
WHO, WHERE = "Noor", "heavy-days"


def begin(*, by: Person, now: datetime) -> None:
    """She goes on duty in the one room that is hers alone: the others are for who tries this."""
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


def keep(now: datetime) -> None:
    """The ticker's job: she stays until somebody who tries the demo ends her shift. Does nothing
    anywhere else."""
    if not (settings.DEMO_ALLOWED and house.current().is_demo):
        return
    noor = Person.objects.filter(handle=WHO).first()
    if noor is None or not _places() or _went_home(noor):
        return
    if not renew(person=noor.pk, places=_places(), now=now):
        begin(by=noor, now=now)


def _went_home(noor: Person) -> bool:
    """Whether her last shift was handed over; one that only lapsed goes on."""
    last = Shift.objects.filter(person=noor).order_by("-began_at").first()
    return last is None or (last.ended_at is not None and bool(last.handover))


def _places() -> list[str]:
    rooms = Room.objects.filter(group__slug=WHERE, kind=RoomKind.LIVE, state=RoomState.OPEN)
    return [room.place for room in rooms]
