"""Who is in a room: true, calm, and never so that it points at somebody who only listens.

Who wrote today, or said so, is here by name; everybody else is just listening and counted, always,
so that nobody talks to more people than they know of. Who looks after places here is never one of
the quiet. Nothing is said when somebody goes: it is all as it was when the page was made.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import DateTimeField, Exists, F, Max, Min, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from community.accounts.enums import STAFF
from community.accounts.models import Grant
from groups import presence
from groups.enums import MessageState, SeatState
from groups.enums_rounds import Presence
from groups.models import Seat

EVENING = timedelta(hours=6)  # what was written before midnight still counts as today


@dataclass(frozen=True, slots=True)
class Company:
    """Besides the team on duty and the reader: who is here by name, how many more listen."""

    others: int = 0
    listening: int = 0


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who has the room open. `shown`: by name; `team`: never one of the quiet."""

    seat: int
    person: int
    wire_id: str
    name: str
    shown: bool
    team: bool
    is_new: bool = False  # their first day in this room, or of saying something in it
    part: str = ""  # "host" or "visitor"


def counted(found: Iterable[Present], *, seat: Seat, team: Iterable[str]) -> Company:
    """How many of these are here besides the person of the seat and the `team`, by handle."""
    names = set(team)
    besides = [one for one in found if one.seat != seat.pk and one.name not in names]
    shown = sum(one.shown for one in besides)
    return Company(others=shown, listening=len(besides) - shown)


def present(room: str, *, now: datetime, reader: Seat | None = None) -> list[Present]:
    """Everybody who has the room open, those first who were first to be here by name; the `reader`
    among them, whose page is only being made. One query, none in an empty room."""
    here = presence.here(room) | ({reader.wire_id} if reader else frozenset())
    if not here:
        return []
    today = day_of(now)
    said = Q(messages__state=MessageState.SHOWN, messages__written_at__gte=today)
    staff = Grant.objects.filter(person=OuterRef("person"), role__in=STAFF, ended_at=None)
    seats = (
        Seat.objects.filter(room=room, wire_id__in=here, state=SeatState.ACTIVE)
        .select_related("person")
        .annotate(
            staff=Exists(staff),
            first=Min("messages__written_at", filter=said),
            last=Max("messages__written_at", filter=said),
        )
        .order_by(_came().asc(nulls_last=True), "pk")
    )
    return [_present(seat, today) for seat in seats]


def _came() -> Coalesce:
    """When somebody began to be here by name."""
    return Coalesce("first", F("presence_at"), output_field=DateTimeField())


def _present(seat: Seat, today: datetime) -> Present:
    team = seat.moderates or bool(seat.staff)  # type: ignore[attr-defined]
    said = seat.last  # type: ignore[attr-defined]
    return Present(
        seat=seat.pk,
        person=seat.person_id,
        wire_id=seat.wire_id,
        name=seat.person.handle,
        shown=team or is_shown(seat, said=said, today=today),
        team=team,
        is_new=not team and is_new(seat, today=today),
        part="" if seat.moderates else str(seat.get_part_display()),
    )


def is_shown(seat: Seat, *, said: datetime | None, today: datetime) -> bool:
    """Whether somebody is here by name: they said so today, or have written since they chose to
    listen."""
    chosen = seat.presence_at if seat.presence_at and seat.presence_at >= today else None
    if chosen is None:
        return said is not None
    return seat.presence == Presence.HERE or (said is not None and said > chosen)


def is_new(seat: Seat, *, today: datetime) -> bool:
    """Whether this is somebody's first day in the room, or the day of their first words in it."""
    return seat.entered_at >= today and (
        seat.first_words_at is None or seat.first_words_at >= today
    )


def day_of(now: datetime) -> datetime:
    """When today began, as far as being here goes."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return min(midnight, now - EVENING)
