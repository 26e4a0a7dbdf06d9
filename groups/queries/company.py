"""How many are in a room besides the team: true, calm, and never so that it points at somebody.

No member is named. A single person is never counted: in a small room "one more is listening" is a
name. Nothing is said when somebody goes; the numbers are those of the moment the page was made.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone

from groups import presence
from groups.enums import MessageState, SeatState
from groups.models import Message, Seat

FEWEST = 2
EVENING = timedelta(hours=6)  # what was written before midnight still counts as today


@dataclass(frozen=True, slots=True)
class Company:
    """Besides the team and the reader: who is here, and who more listens. Zero or at least two."""

    others: int = 0
    listening: int = 0


def company(seat: Seat, *, team: Iterable[str], now: datetime) -> Company:
    """Who is in the room of this seat now, but for the person of the seat and the `team`, by
    handle. Listening: here, and has not written here today. One query, none in an empty room."""
    here = presence.here(seat.room_id) - {seat.wire_id}
    if len(here) < FEWEST:
        return Company()
    wrote = Message.objects.filter(
        author=OuterRef("pk"), state=MessageState.SHOWN, written_at__gte=_today(now)
    )
    seats = Seat.objects.filter(room=seat.room_id, wire_id__in=here, state=SeatState.ACTIVE)
    found = seats.exclude(person__handle__in=list(team)).values_list(Exists(wrote), flat=True)
    talking = sum(found)
    return counted(talking=talking, listening=len(found) - talking)


def counted(*, talking: int, listening: int) -> Company:
    """What may be said of so many: where one of the two would be a single person, they are counted
    together; where both together are one, nothing is said."""
    together = talking + listening
    if together < FEWEST:
        return Company()
    if listening < FEWEST or talking < FEWEST:
        return Company(others=together)
    return Company(others=talking, listening=listening)


def _today(now: datetime) -> datetime:
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return min(midnight, now - EVENING)
