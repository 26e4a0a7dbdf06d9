"""A room for two, with somebody who answers for it."""

from collections.abc import Sequence

from django.db import transaction

from community import live
from community.accounts.models import Person
from community.record import write as record
from groups.actions import seats
from groups.append import add_event, lock_room
from groups.enums import EventKind, RoomKind, RoomState, SeatState
from groups.models import Room

TITLE = "Our room"


@transaction.atomic
def open_pair_room(*, people: Sequence[Person], answers_for: Person | None, by: Person) -> Room:
    """Opens a room in which these people sit. It needs no duty and does not close; who answers for
    it has no seat, and reads of it only what comes onto the desk. The feature that pairs people has asked its own rule."""
    room = lock_room(
        Room.objects.create(kind=RoomKind.PAIR, title=TITLE, answers_for=answers_for).pk
    )
    for person in people:
        seats.give_seat(room, person)
    record.write(act="open_pair_room", by=by.pk, subject=room.place, area=room.area)
    return room


@transaction.atomic
def hand_on_pair_room(*, room: Room, answers_for: Person | None, by: Person | None) -> None:
    """Somebody else answers for a pair's room from now on. On the record."""
    room = lock_room(room.pk)
    room.answers_for = answers_for
    room.save(update_fields=["answers_for"])
    record.write(
        act="hand_on_pair_room",
        by=by.pk if by else None,
        about=answers_for.pk if answers_for else None,
        subject=room.place,
        area=room.area,
    )


@transaction.atomic
def close_pair_room(*, room: Room, by: Person | None) -> None:
    """Nobody can write there any more; who sits there can still read. Closing what is closed
    changes nothing."""
    room = lock_room(room.pk)
    if room.state == RoomState.CLOSED:
        return
    room.state = RoomState.CLOSED
    room.save(update_fields=["state"])
    add_event(room, kind=EventKind.LOCK)
    seated = room.seats.filter(state=SeatState.ACTIVE).values_list("person_id", flat=True)
    live.kick(list(seated), room=room.pk)
    record.write(act="close_room", by=by.pk if by else None, subject=room.place, area=room.area)
