"""Until when somebody read a room: what they may tell the team about, and nothing later."""

from datetime import datetime

from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Leaving
from community.safety.enums import MeasureKind
from community.safety.models import Measure
from groups.enums import SeatState
from groups.models import Seat


def read_until(room: str, person: int) -> datetime | None:
    """The last moment at which this person, by number, could read the room: now for who sits there,
    else when the seat or the account's place ended. None for who never sat there."""
    seat = Seat.objects.filter(room=room, person=person).select_related("person").first()
    if seat is None:
        return None
    moments = [timezone.now()]
    if seat.state != SeatState.ACTIVE and seat.ended_at is not None:
        moments.append(seat.ended_at)
    if seat.person.standing != Standing.ACTIVE:
        moments.extend(_stopped(person))
    return min(moments)


def _stopped(person: int) -> list[datetime]:
    """When the account's place here was put on hold."""
    suspended = Measure.objects.filter(
        person=person, kind=MeasureKind.SUSPENSION, ended_at=None
    ).values_list("at", flat=True)
    left = Leaving.objects.filter(person=person).values_list("asked_at", flat=True)
    return [*suspended, *left]
