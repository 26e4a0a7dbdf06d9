"""The room behind the rooms: those who look after a group, among themselves.

One a group, made when the first of them opens it. It needs no duty, and for everybody else it does
not exist. A note there is taken by one person at a time.
"""

from django.db import transaction

from community.accounts.models import Person
from community.accounts.rules import forget_roles
from community.record.write import write
from community.refusal import insist
from groups import rules_beside
from groups.actions import seats
from groups.append import add_event
from groups.enums import EventKind, RoomKind, SeatState
from groups.finding import message_under_lock, seat_of
from groups.locks import lock_rooms
from groups.models import Message, Room, RoomEvent, Seat, SupportGroup

TITLE = "Back room"


@transaction.atomic
def open_back_room(*, group: SupportGroup, by: Person) -> Room:
    """The group's back room, with a seat for `by`. Raises Refused, hidden, for everybody who does
    not look after it."""
    group = SupportGroup.objects.select_for_update().get(pk=group.pk)
    insist(rules_beside.may_sit_in_back(by, group))
    room, is_new = Room.objects.get_or_create(
        group=group, kind=RoomKind.BACK, defaults={"title": TITLE}
    )
    if is_new:
        write(act="open_back_room", by=by.pk, subject=room.place, area=room.area)
    [room] = lock_rooms([room.pk])
    seat = seat_of(by, room)
    if seat is None or seat.state != SeatState.ACTIVE:
        seats.give_seat(room, by)
    return room


@transaction.atomic
def leave_back_rooms(person: Person, by: Person | None) -> None:
    """What ends with the coordinator's role: the seats that came with it."""
    forget_roles(person)
    groups = list(SupportGroup.objects.select_for_update().order_by("pk"))
    seats.lock_back_rooms(groups)
    for group in groups:
        if rules_beside.may_sit_in_back(person, group) is not None:
            seats.end_back_seat(group, person)


@transaction.atomic
def take_note(*, room: str, seq: int, by: Person) -> None:
    """ "I take this". Taking what one has changes nothing. Raises Refused where somebody else has
    it."""
    where, message = message_under_lock(room, seq)
    own, has = seat_of(by, where), _who_has(message)
    insist(rules_beside.may_take(message, own, where, has=has))
    if has is None:
        add_event(where, kind=EventKind.TAKE, actor=own, subject_seq=seq)


@transaction.atomic
def let_go_of_note(*, room: str, seq: int, by: Person) -> None:
    """Lets go of it, for whoever comes next. Raises Refused where somebody else has it."""
    where, message = message_under_lock(room, seq)
    own, has = seat_of(by, where), _who_has(message)
    insist(rules_beside.may_take(message, own, where, has=has))
    if has is not None:
        add_event(where, kind=EventKind.TAKE, actor=own, subject_seq=seq, data={"off": True})


def _who_has(message: Message) -> Seat | None:
    """The seat that has it now, if whoever took it is still there."""
    takes = RoomEvent.objects.filter(
        room=message.room, kind=EventKind.TAKE, subject_seq=message.seq
    ).select_related("actor__person")
    last = takes.order_by("-seq").first()
    if last is None or last.data.get("off") or last.actor is None:
        return None
    return last.actor if last.actor.state == SeatState.ACTIVE else None
