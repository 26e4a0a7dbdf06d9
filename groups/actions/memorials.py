"""While a death is told: more of the team in the groups of whoever died, and a thread on each wall.

Two have agreed to it at the desk (`community.safety.actions.passing`); those who were close are told
by a person before anything is written. All of it ends by itself.
"""

from datetime import timedelta
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from community import live
from community.accounts.models import Person
from community.record import write as record
from community.refusal import Refused, insist
from community.safety.enums import Why
from community.safety.models import Appointment, Passing
from groups import rules_memorials, rules_words
from groups.actions import running, seats
from groups.actions.messages import cover, delete_message
from groups.append import number_message
from groups.enums import EMPTIED, MembershipState, NoteKind, RoomKind, RoomState
from groups.finding import message_under_lock, room_under_lock
from groups.locks import lock_rooms
from groups.models import ExtraHost, Membership, Memorial, Message, Room, Seat, SupportGroup
from groups.models.message import first_mac

CLOCK = 0


def begin(passing: Passing) -> None:
    """Registered with the desk. Each group in which the person belonged gets the extra hands, and
    its wall a thread that waits to be opened."""
    theirs = SupportGroup.objects.filter(
        memberships__person=passing.person_id, memberships__state=MembershipState.ACTIVE
    )
    hosts = list(passing.hosts.order_by("pk"))
    for group in _locked([group.pk for group in theirs]):
        for host in hosts:
            _bring(host, group, passing)
        for wall in group.rooms.filter(kind=RoomKind.SLOW, state=RoomState.OPEN):
            Memorial.objects.get_or_create(passing=passing, room=wall)


@transaction.atomic
def open_memorial(*, memorial: int, by: Person) -> Message:
    """Somebody who looks after the group opens the thread, in their name and with the words both
    agreed on. Opening it twice opens it once. Raises Refused."""
    where = Memorial.objects.filter(pk=memorial).values_list("room_id", flat=True).first()
    if where is None:
        raise Refused(rules_words.NOT_THERE)
    room = room_under_lock(where)
    found = Memorial.objects.select_related("passing").get(pk=memorial)
    insist(rules_memorials.may_open(by, found, room))
    if found.seq is not None:
        return Message.objects.get(room=room, seq=found.seq)
    now = timezone.now()
    seat = Seat.objects.filter(room=room, person=by).first() or seats.give_seat(room, by)
    message = Message(
        room=room,
        author=seat,
        cid=uuid4(),
        body=found.passing.words,
        first_mac=first_mac(found.passing.words),
        note_kind=NoteKind.LOSS,
        written_at=now,
    )
    number_message(room, message, actor=seat)
    found.seq, found.opened_at, found.opened_by = message.seq, now, by
    found.until = now + timedelta(days=found.passing.days)
    found.save(update_fields=["seq", "opened_at", "opened_by", "until"])
    # As long as somebody can answer there, more of the team are there.
    Passing.objects.filter(pk=found.passing_id, until__lt=found.until).update(until=found.until)
    _record("open_memorial", found, by=by)
    return message


def end(passing: Passing, by: Person | None, was_mistake: bool) -> None:
    """Registered with the desk. Nobody answers in the threads any more, and the extra hands go. Where
    it was a mistake, what was said about the death leaves every screen."""
    brought = ExtraHost.objects.filter(passing=passing, appointment__ended_at=None)
    areas = set(brought.values_list("appointment__area", flat=True))
    _locked([int(area.removeprefix("group:")) for area in areas])
    threads = Memorial.objects.filter(passing=passing, ended_at=None).order_by("room_id")
    lock_rooms(threads.values_list("room_id", flat=True))
    for memorial in threads.select_related("room"):
        memorial.ended_at, memorial.ended_by = timezone.now(), by.pk if by else CLOCK
        memorial.save(update_fields=["ended_at", "ended_by"])
        _record("end_memorial", memorial, by=by)
        if was_mistake and by is not None and memorial.seq is not None:
            _take_out(memorial, by=by)
    for extra in brought.select_related("appointment__person"):
        _let_go(extra, by=by)


def _bring(host: Person, group: SupportGroup, passing: Passing) -> None:
    """Gives the group to somebody who does not look after it already."""
    mine = {"area": group.area, "person": host, "ended_at": None}
    if Appointment.objects.filter(**mine).exists():
        return
    belonged = Membership.objects.filter(group=group, person=host, state=MembershipState.ACTIVE)
    came = not belonged.exists()
    made = Appointment.objects.create(**mine, appointed_by=passing.asked_by)
    ExtraHost.objects.create(passing=passing, appointment=made, came=came)
    running.bring_in(group, host)
    by = passing.asked_by_id
    data = {"until": passing.until.isoformat()}
    record.write(
        act="appoint", by=by, about=host.pk, subject=group.area, area=group.area, data=data
    )


def _let_go(extra: ExtraHost, *, by: Person | None) -> None:
    made, now = extra.appointment, timezone.now()
    group = SupportGroup.objects.get(pk=int(made.area.removeprefix("group:")))
    seats.end_appointment_rows(group, made.person, by=by or made.person)
    if extra.came:
        seats.end_seats_in(group, made.person, now=now)
        Membership.objects.filter(group=group, person=made.person).update(
            state=MembershipState.LEFT, ended_at=now
        )
    live.kick([made.person_id])
    record.write(
        act="end_appointment",
        by=by.pk if by else None,
        about=made.person_id,
        subject=made.area,
        area=made.area,
    )


def _take_out(memorial: Memorial, *, by: Person) -> None:
    room, message = message_under_lock(memorial.room_id, memorial.seq or 0)
    if message.author is not None and message.author.person_id == by.pk:
        delete_message(room=room.pk, seq=message.seq or 0, by=by)
    elif message.state not in EMPTIED:
        cover(message, reason=Why.OTHER, by=by)


def _locked(ids: list[int]) -> list[SupportGroup]:
    return list(SupportGroup.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


def _record(act: str, memorial: Memorial, *, by: Person | None) -> None:
    room: Room = memorial.room
    record.write(
        act=act,
        by=by.pk if by else None,
        about=memorial.passing.person_id,
        subject=room.place,
        area=room.area,
        data={"memorial": memorial.pk},
    )
