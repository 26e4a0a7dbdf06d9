"""A person's own rooms, with a calm dot where somebody wrote."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _

from community.accounts.hidden import names_known_to
from community.accounts.models import Block, Person
from community.accounts.rules import may_enter_rooms
from groups.enums import MessageState, RoomKind, RoomState, SeatState
from groups.models import EarlierName, Message, Room, Seat
from groups.queries.openings import Opening, openings


@dataclass(frozen=True, slots=True)
class MyRoom:
    """A room one sits in. `has_new`: words of others, shown now, that one has not read."""

    room: Room
    has_new: bool
    opening: Opening | None


def my_rooms(person: Person, *, now: datetime) -> list[MyRoom]:
    """The rooms this person sits in, as `seated_rooms`. None for who may not go into rooms now:
    nothing that happens there is told to them."""
    return [] if may_enter_rooms(person) is not None else seated_rooms(person, now=now)


def seated_rooms(person: Person, *, now: datetime) -> list[MyRoom]:
    """The rooms of somebody who was let into rooms, those with new words first. Two queries, one
    more where there is a room for two; words of people they blocked, and comings and goings, light
    no dot."""
    blocked = Block.objects.filter(by=person).values("of")
    unread = (
        Message.objects.filter(
            room=OuterRef("room"), seq__gt=OuterRef("read_seq"), state=MessageState.SHOWN
        )
        .exclude(author=OuterRef("pk"))
        .exclude(Q(author__isnull=False) & Q(author__person__in=blocked))
    )
    seats = (
        Seat.objects.filter(person=person, state=SeatState.ACTIVE)
        .annotate(has_new=Exists(unread))
        .select_related("room__group")
        .order_by("-has_new", F("room__group__title"), "room__kind", "room__made_at")
    )
    found = list(seats)
    name_pair_rooms([seat.room for seat in found], person)
    known = openings((seat.room for seat in found), now=now)
    return [_mine(seat, known) for seat in found]


def _mine(seat: Seat, known: dict[str, Opening]) -> MyRoom:
    has_new: bool = seat.has_new  # type: ignore[attr-defined]
    return MyRoom(room=seat.room, has_new=has_new, opening=known.get(seat.room_id))


def name_pair_rooms(rooms: Iterable[Room], person: Person) -> None:
    """A room for two is called by the other's name, as this person knows it now. Only shown: the row
    keeps no name. Two queries, and none where there is no such room."""
    for_two = (RoomKind.PAIR, RoomKind.SIDE)
    pairs = {room.pk: room for room in rooms if room.kind in for_two}
    if not pairs:
        return
    others = Seat.objects.filter(room__in=pairs).exclude(person=person)
    found = list(others.values_list("room", "person", "person__handle"))
    known = names_known_to(person.pk, {other for _room, other, _name in found})
    then = _names_in_closed(pairs.values(), besides=person)
    for number, other, name in found:
        shown = then.get(number) or known.get(other, name)
        pairs[number].title = _("With %(name)s") % {"name": shown}


def _names_in_closed(rooms: Iterable[Room], *, besides: Person) -> dict[str, str]:
    """Where a talk is over, it goes on under the name in which it was had. One query, none where
    every room is open."""
    closed = [room.pk for room in rooms if room.state != RoomState.OPEN]
    if not closed:
        return {}
    names = EarlierName.objects.filter(seat__room__in=closed).exclude(seat__person=besides)
    return {one.seat.room_id: one.name for one in names.select_related("seat").order_by("-pk")}


def has_new(rooms: Iterable[MyRoom]) -> bool:
    """Whether there is a dot anywhere."""
    return any(mine.has_new for mine in rooms)
