"""A talk for two beside a room that goes on: a member and a moderator on duty there.

It needs no duty, is shown to nobody else, and the team reads it only through what one of the two
tells them. One talk of the same two beside the same room is one room.
"""

from django.db import transaction
from django.utils import timezone

from community import live
from community.accounts.models import Block, Person
from community.again import again_after_deadlock
from community.notifications.actions import notify
from community.record.write import write
from community.refusal import insist
from community.safety import duty
from groups import rules_beside
from groups.actions import seats
from groups.append import add_event
from groups.enums import EventKind, RoomKind, RoomState, SeatState
from groups.finding import room_under_lock, seat_of
from groups.locks import lock_places
from groups.models import Room, Seat

TITLE = "Side room"


@again_after_deadlock
@transaction.atomic
def step_aside(*, room: str, person: Person, by: Person) -> Room:
    """The moderator on duty opens a talk with a member. Raises Refused."""
    where = _locked(room)
    insist(rules_beside.may_step_aside(by, where, seat_of(person, where), now=timezone.now()))
    return _open(where, member=person, moderator=by, by=by)


@again_after_deadlock
@transaction.atomic
def ask_aside(*, room: str, by: Person) -> Room:
    """A member asks for a talk with whoever from the team has been there longest. Raises
    Refused."""
    where = _locked(room)
    moderator = _who_is_there(where, whom=by)
    insist(rules_beside.may_ask_aside(seat_of(by, where), where, moderator))
    assert moderator is not None
    side = _open(where, member=by, moderator=moderator, by=by)
    if side.asked_at is None:  # asking again does not begin the clock anew
        side.asked_at = timezone.now()
        side.save(update_fields=["asked_at"])
    return side


@transaction.atomic
def end_talk(*, room: str, by: Person) -> Room:
    """Either of the two ends it: nobody writes there any more, both can still read. Raises
    Refused."""
    where = room_under_lock(room)
    insist(rules_beside.may_end_talk(seat_of(by, where), where))
    where.state = RoomState.CLOSED
    where.save(update_fields=["state"])
    add_event(where, kind=EventKind.LOCK)
    _record("end_talk", where, by=by, about=None)
    for seat in where.seats.filter(state=SeatState.ACTIVE):
        live.me(seat.person_id, kind="side_room", id=where.pk)
    return where


def _locked(room: str) -> Room:
    """The room, after its group: seats are given below."""
    lock_places([room])
    return room_under_lock(room)


def _who_is_there(room: Room, *, whom: Person) -> Person | None:
    """Of those on duty who has been there longest, and is somebody `whom` wants to hear."""
    now = timezone.now()
    there = duty.standing_by(now=now).filter(place=room.place).order_by("began_at", "pk")
    unwanted = Block.objects.filter(by=whom).values("of")
    first = there.exclude(person__in=unwanted).select_related("person").first()
    return first.person if first else None


def _open(beside: Room, *, member: Person, moderator: Person, by: Person) -> Room:
    both = Seat.objects.filter(person=member, state=SeatState.ACTIVE).values("room")
    found = beside.side_rooms.filter(state=RoomState.OPEN, pk__in=both)
    found = found.filter(seats__person=moderator, seats__state=SeatState.ACTIVE)
    side = found.order_by("made_at").first()
    if side is None:
        side = Room.objects.create(
            kind=RoomKind.SIDE, title=TITLE, group=beside.group, beside=beside
        )
        for person in (member, moderator):
            seats.give_seat(side, person)
        _record("step_aside", side, by=by, about=member)
    other = moderator if by.pk == member.pk else member
    notify(person=other, kind="side_room", path=side.get_absolute_url())
    return side


def _record(act: str, room: Room, *, by: Person, about: Person | None) -> None:
    write(
        act=act,
        by=by.pk,
        about=about.pk if about else None,
        subject=room.place,
        area=room.area,
    )
