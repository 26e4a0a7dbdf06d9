"""Finding what an act is about, under the lock of its room. Whoever finds nothing learns nothing:
a wrong number and somebody else's number are refused in the same words."""

from uuid import UUID

from django.db.models import Q

from community.accounts.models import Person
from community.refusal import Refused, insist
from groups import rules_words
from groups.append import lock_room
from groups.enums import MessageState
from groups.models import EarlierName, Message, Room, Seat


def room_under_lock(room_id: str) -> Room:
    """The room, locked until the transaction ends. Raises Refused."""
    try:
        return lock_room(room_id)
    except Room.DoesNotExist:
        raise Refused(rules_words.NOT_THERE) from None


def message_under_lock(room_id: str, seq: int) -> tuple[Room, Message]:
    """The room, locked, and its message of this number. Raises Refused."""
    room = room_under_lock(room_id)
    message = Message.objects.select_related("author").filter(room=room, seq=seq).first()
    if message is None:
        raise Refused(rules_words.NOT_THERE)
    message.room = room  # the locked row is the one that counts
    return room, message


def own_held_under_lock(room_id: str, cid: UUID, *, by: Person) -> tuple[Room, Message, Seat]:
    """The author's own waiting words, and the seat they sit in. Raises Refused."""
    room = room_under_lock(room_id)
    message = (
        Message.objects.select_related("author")
        .filter(room=room, cid=cid, author__person=by, state=MessageState.HELD)
        .first()
    )
    if message is None or message.author is None:
        raise Refused(rules_words.NOT_THERE)
    return room, message, message.author


def held_for_team_under_lock(room_id: str, message_id: int, *, by: Person) -> tuple[Room, Message]:
    """Waiting words of a room this person moderates, or that were raised to them. Raises
    Refused."""
    room = room_under_lock(room_id)
    message = Message.objects.select_related("author").filter(room=room, pk=message_id).first()
    if message is None or message.author is None:
        insist_moderates(by, room)
        raise Refused(rules_words.NOT_THERE)
    insist(rules_words.may_answer_held(by, room, message, seat_of(by, room)))
    insist(rules_words.may_read_held(message))
    return room, message


def seat_of(person: Person, room: Room) -> Seat | None:
    """The person's seat in the room, if they ever had one."""
    return Seat.objects.filter(room=room, person=person).first()


def seat_named(id: str) -> Seat:
    """A seat as the desk names it, `3f9a.81bc`, also under an earlier name. Raises LookupError."""
    room, _dot, wire_id = id.partition(".")
    named = Q(wire_id=wire_id) | Q(earlier_names__wire_id=wire_id)
    found = Seat.objects.select_related("room", "person").filter(named, room=room).first()
    if found is None:
        raise LookupError(id)
    return found


def earlier_name(id: str) -> EarlierName | None:
    """The earlier name that is meant by it; None where it is the one of now."""
    room, _dot, wire_id = id.partition(".")
    return EarlierName.objects.filter(seat__room=room, wire_id=wire_id).first()


def insist_moderates(by: Person, room: Room) -> None:
    """Raises Refused for everybody who does not moderate the room."""
    insist(rules_words.may_moderate(by, room, seat_of(by, room)))
