"""Giving and ending seats: the steps that joining, removing and appointing share.

Called inside the transaction of an act that has asked its rule, with the room locked.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from community import live
from community.accounts.models import Person
from community.safety.actions import duty
from community.safety.actions.letting_go import let_go_out_of_reach
from community.safety.models import Appointment
from groups import rules
from groups.actions import rounds
from groups.append import add_event
from groups.enums import EventKind, Part, RoomKind, SeatState
from groups.locks import lock_rooms
from groups.models import Host, Room, Seat, SupportGroup


def give_seat(room: Room, person: Person) -> Seat:
    """The person's seat in the locked room, new or taken again under the same wire id, as a
    moderator's where they look after the area and as a host's where they host. A pause from writing
    stays."""
    hosts = Host.objects.filter(group=room.group_id, person=person, ended_at=None)
    return _seated(room, person, part=Part.HOST if room.group_id and hosts.exists() else "")


def give_visitor_seat(room: Room, person: Person) -> Seat:
    """The same for who comes once; what they say stands there as a visitor's."""
    return _seated(room, person, part=Part.VISITOR)


def _seated(room: Room, person: Person, *, part: str) -> Seat:
    moderates = rules.is_appointed(person, room.area)
    seat, is_new = Seat.objects.get_or_create(
        room=room,
        person=person,
        defaults={"moderates": moderates, "part": part, "read_seq": room.last_seq},
    )
    if not is_new:
        seat.state = SeatState.ACTIVE
        seat.ended_at = None
        seat.removed_until = None
        seat.moderates = moderates
        seat.part = part
        seat.save(update_fields=["state", "ended_at", "removed_until", "moderates", "part"])
    return seat


def end_seat(room: Room, seat: Seat, *, state: SeatState, now: datetime) -> None:
    """Ends the seat in the locked room. The room is told `gone`: no reason, no name of who did."""
    seat.state = state
    seat.ended_at = now
    seat.moderates = False
    seat.save(update_fields=["state", "ended_at", "moderates", "removed_until"])
    rounds.seat_ended(room, seat, now=now)
    add_event(room, kind=EventKind.GONE, actor=seat)
    duty.leave_places(by=seat.person, places=[room.place], now=now)
    live.kick([seat.person_id], room=room.pk)


def end_seats_in(group: SupportGroup, person: Person, *, now: datetime) -> None:
    """Ends every seat this person has in the group's rooms."""
    sits = Seat.objects.filter(room__group=group, person=person, state=SeatState.ACTIVE)
    for room in lock_seated_rooms(group, person):
        seat = sits.filter(room=room).first()
        if seat is not None:
            end_seat(room, seat, state=SeatState.LEFT, now=now)


def lock_seated_rooms(group: SupportGroup, person: Person) -> list[Room]:
    """The rooms of the group in which this person sits, all locked before the first seat ends."""
    sits = Seat.objects.filter(room__group=group, person=person, state=SeatState.ACTIVE)
    return lock_rooms(sits.values_list("room_id", flat=True))


def lock_back_rooms(groups: Iterable[SupportGroup]) -> None:
    """The back rooms of these groups, in the one order: for acts that may end seats in several."""
    backs = Room.objects.filter(kind=RoomKind.BACK, group__in=groups)
    lock_rooms(backs.values_list("pk", flat=True))


def end_back_seat(group: SupportGroup, person: Person) -> None:
    """Ends the seat of who looks after the group no longer. Coordinators keep theirs."""
    if rules.is_coordinator(person):
        return
    back = lock_rooms(group.rooms.filter(kind=RoomKind.BACK).values_list("pk", flat=True))
    for room in back:
        seat = Seat.objects.filter(room=room, person=person, state=SeatState.ACTIVE).first()
        if seat is not None:
            end_seat(room, seat, state=SeatState.LEFT, now=timezone.now())


def end_appointment_rows(group: SupportGroup, person: Person, *, by: Person) -> bool:
    """Takes the group out of this person's care: items, leases, marks on seats, the seat among those
    who look after it, appointment. Answers whether there was one."""
    end_back_seat(group, person)
    duty.lock_person(person.pk)
    Seat.objects.filter(room__group=group, person=person).update(moderates=False)
    ended = Appointment.objects.filter(area=group.area, person=person, ended_at=None)
    was_theirs = bool(ended.update(ended_at=timezone.now()))
    let_go_out_of_reach(person, by)
    duty.end_duty_in_area(person=person, area=group.area, by=by)
    return was_theirs
