"""A room for two, with somebody who answers for it."""

from collections.abc import Sequence

from django.db import transaction

from community.accounts.models import Person
from community.record import write as record
from groups.actions import seats
from groups.append import lock_room
from groups.enums import RoomKind
from groups.models import Room

TITLE = "Our room"


@transaction.atomic
def open_pair_room(*, people: Sequence[Person], answers_for: Person | None, by: Person) -> Room:
    """Opens a room in which these people sit. It needs no duty and does not close; who answers for
    it has no seat and does not read it. The feature that pairs people has asked its own rule."""
    room = lock_room(
        Room.objects.create(kind=RoomKind.PAIR, title=TITLE, answers_for=answers_for).pk
    )
    for person in people:
        seats.give_seat(room, person)
    record.write(act="open_pair_room", by=by.pk, subject=room.place, area=room.area)
    return room
