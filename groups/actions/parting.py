"""Somebody parts from the name they had: what they said stays where it is, under that name, and leads
to nobody. It stays theirs to read, change and take out.

In every room they get a new wire id and come as somebody new. What still runs under the old name (a
turn, a raised hand, a talk for two beside a room) ends, as for somebody who stands up; nothing is
said on any screen, and nothing that was shown before looks different.
"""

from datetime import datetime

from django.utils import timezone

from community import live
from community.accounts.models import FormerName
from groups.actions import rounds
from groups.append import add_event
from groups.enums import EventKind, RoomKind, RoomState, SeatState
from groups.locks import lock_rooms
from groups.models import EarlierName, Message, Room, RoomEvent, Seat
from groups.models.membership import new_wire_id


def part_from(former: FormerName) -> None:
    """Registered with accounts, inside the transaction in which the name changes."""
    own = Seat.objects.filter(person=former.person_id)
    rooms = lock_rooms(own.values_list("room_id", flat=True))
    seats = {seat.room_id: seat for seat in own.select_related("person")}
    now = timezone.now()
    for room in rooms:
        _leave_name(room, seats[room.pk], former, now=now)


def _leave_name(room: Room, seat: Seat, former: FormerName, *, now: datetime) -> None:
    earlier = EarlierName.objects.create(
        seat=seat, wire_id=seat.wire_id, name=former.name, until=former.until
    )
    Message.objects.filter(author=seat, said_as=None).update(said_as=earlier)
    # Without words an event is somebody's by its actor alone; who has what in a back room stays.
    done = RoomEvent.objects.filter(room=room, actor=seat)
    done.exclude(kind__in=[EventKind.MSG, EventKind.TAKE]).update(actor=None)
    if seat.state == SeatState.ACTIVE:
        rounds.seat_ended(room, seat, now=now)
        _end_talk(room)
    seat.wire_id = new_wire_id()
    seat.entered_at, seat.first_words_at = now, None
    seat.presence, seat.presence_at = "", None
    seat.save()


def _end_talk(room: Room) -> None:
    if room.kind != RoomKind.SIDE or room.state != RoomState.OPEN:
        return
    room.state = RoomState.CLOSED
    room.save(update_fields=["state"])
    add_event(room, kind=EventKind.LOCK)
    for other in room.seats.filter(state=SeatState.ACTIVE):
        live.me(other.person_id, kind="side_room", id=room.pk)
