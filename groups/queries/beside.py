"""What stands beside a room for one person: talks for two, a breather, first words that wait, and in
a back room who has what."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from community.safety.enums import MeasureKind
from community.safety.models import Measure
from groups import rules
from groups.enums import LISTED, EventKind, HeldFor, MessageState, RoomKind, RoomState
from groups.models import Message, Room, RoomEvent, Seat
from groups.queries import asks

if TYPE_CHECKING:
    from groups.queries.lines import Line


@dataclass(frozen=True, slots=True)
class Asked:
    """A talk was asked for at a time; `others_at`: when others of the team hear of it. `is_late`:
    they have. `by_me`: it is me who waits."""

    at: datetime
    others_at: datetime
    is_late: bool
    by_me: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """`talks`: open side rooms of this person's beside this room. `main`: in a side room, the room
    it is beside, while it is open to them. `may_ask`: a member in a room of the group. `first`:
    their first words wait here, those there are since a time and until another. `breather`: what they
    were told, while it runs. `asked`: in a side room that a member asked for, until it is answered."""

    talks: tuple[Room, ...] = ()
    main: Room | None = None
    may_ask: bool = False
    first: bool = False
    first_since: datetime | None = None
    first_by: datetime | None = None
    breather: Measure | None = None
    asked: Asked | None = None


def beside(seat: Seat, *, rooms: Iterable[Room], first: bool, paused: datetime | None) -> Beside:
    """What is known without asking, from the rooms this person sits in; one query more where they
    are paused."""
    room, known = seat.room, list(rooms)
    since = _waits_since(seat) if first else None
    return Beside(
        talks=tuple(
            one for one in known if one.beside_id == room.pk and one.state == RoomState.OPEN
        ),
        main=next((one for one in known if room.beside_id == one.pk), None),
        may_ask=room.kind in LISTED and room.state == RoomState.OPEN and not seat.moderates,
        first=first,
        first_since=since,
        first_by=since + rules.HELD_PROMISE if since else None,
        breather=_breather(seat, until=paused) if paused else None,
        asked=_asked(seat) if room.asked_at is not None else None,
    )


def _asked(seat: Seat) -> Asked | None:
    at, now = seat.room.asked_at, timezone.now()
    talk = next(iter(asks.talks_asked_for(now=now, room=seat.room_id)), None)
    if at is None or talk is None or talk.is_answered:
        return None
    is_late = asks.was_put_on_desk(seat.room)
    by_me = asks.who_asked_for(seat.room) == seat.person_id
    return Asked(at, at + asks.TALK_WITHIN, is_late=is_late, by_me=by_me)


def first_words_wait(seat: Seat) -> bool:
    """Whether what this person writes now waits because nobody here has heard them yet. A query
    where their group wants that, none in others."""
    room = seat.room
    if room.group is None or not room.group.holds_first or seat.moderates:
        return False
    said = Message.objects.filter(
        room__group=room.group, author__person=seat.person_id, seq__isnull=False
    )
    return rules.is_first(seat, holds_first=True, is_heard=said.exists())


def _waits_since(seat: Seat) -> datetime | None:
    waits = seat.messages.filter(state=MessageState.HELD, held_for=HeldFor.GROUP)
    return waits.order_by("written_at").values_list("written_at", flat=True).first()


def _breather(seat: Seat, *, until: datetime) -> Measure | None:
    given = Measure.objects.filter(
        person=seat.person_id,
        kind=MeasureKind.BREATHER,
        subject=seat.room.place,
        until=until,
        ended_at=None,
    )
    return given.select_related("decided_by").first()


def with_takes(lines: "tuple[Line, ...]", room: Room) -> "tuple[Line, ...]":
    """The lines of a back room, each with the name of who has it. One query."""
    assert room.kind == RoomKind.BACK
    seqs = [line.event.seq for line in lines]
    takes = RoomEvent.objects.filter(room=room, kind=EventKind.TAKE, subject_seq__in=seqs)
    has: dict[int | None, str] = {}
    for take in takes.select_related("actor__person").order_by("seq"):
        is_there = take.actor is not None and rules.may_read(take.actor) is None
        off = take.data.get("off") or not is_there
        has[take.subject_seq] = "" if off or take.actor is None else take.actor.person.handle
    return tuple(replace(line, taken=has.get(line.event.seq, "")) for line in lines)
