"""What coordinators do: make, describe, close and open groups and rooms; give them to moderators.

Every act is theirs alone (`rules.may_run_groups`), is recorded, and raises Refused for others.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from community import live
from community.accounts.models import Person
from community.again import again_after_deadlock
from community.notifications.actions import notify
from community.record import write as record
from community.refusal import insist
from community.safety.actions.duty import end_duty_at
from community.safety.models import Appointment
from groups import rules
from groups.actions import seats
from groups.actions.belonging import close_request
from groups.append import add_event, lock_room
from groups.enums import (
    Door,
    EventKind,
    GroupState,
    MembershipState,
    RoomKind,
    RoomState,
    SeatState,
)
from groups.locks import lock_rooms
from groups.models import Membership, Room, SupportGroup

WALL = _("The wall")
RESERVED_SLUGS = frozenset({"run", "new", "mine", "all", "search", "words"})


@dataclass(frozen=True, slots=True)
class Description:
    """What a group says of itself. `speaks_of`: words that lead here, one line each."""

    title: str
    description: str
    agreement: str
    speaks_of: str = ""
    door: Door = Door.OPEN


@transaction.atomic
def create_group(*, says: Description, by: Person) -> SupportGroup:
    """A new group under an address made from its title, with its one slow room: a wall is there
    before the first meeting."""
    insist(rules.may_run_groups(by))
    group = SupportGroup(slug=_free_slug(says.title))
    _describe(group, says)
    group.save()
    Room.objects.create(group=group, title=str(WALL), kind=RoomKind.SLOW)
    _record("create_group", group, by=by)
    return group


@transaction.atomic
def describe_group(*, group: SupportGroup, says: Description, by: Person) -> SupportGroup:
    """Says it anew; the address stays. Requests that wait go on waiting for an answer."""
    insist(rules.may_run_groups(by))
    group = _locked(group)
    _describe(group, says)
    group.save()
    _record("describe_group", group, by=by)
    return group


@transaction.atomic
def make_welcome(*, group: SupportGroup, by: Person) -> SupportGroup:
    """From now on this group, open to all, is where people land whom nothing else matched."""
    insist(rules.may_run_groups(by))
    group = _locked(group)
    insist(rules.may_welcome(group))
    SupportGroup.objects.filter(is_welcome=True).exclude(pk=group.pk).update(is_welcome=False)
    group.is_welcome = True
    group.save(update_fields=["is_welcome"])
    _record("make_welcome", group, by=by)
    return group


@again_after_deadlock
@transaction.atomic
def close_group(*, group: SupportGroup, by: Person) -> SupportGroup:
    """Nobody joins or writes any more; members can still read. Closes its rooms too."""
    insist(rules.may_run_groups(by))
    group = _locked(group)
    if group.state == GroupState.CLOSED:
        return group
    group.state = GroupState.CLOSED
    group.closed_at = timezone.now()
    group.is_welcome = False
    group.save(update_fields=["state", "closed_at", "is_welcome"])
    for room in _open_rooms_locked(group):
        _close(room, by=by)
    _record("close_group", group, by=by)
    return group


@transaction.atomic
def reopen_group(*, group: SupportGroup, by: Person) -> SupportGroup:
    """People can join again. Its rooms stay closed until each is opened by hand."""
    insist(rules.may_run_groups(by))
    group = _locked(group)
    group.state = GroupState.OPEN
    group.closed_at = None
    group.save(update_fields=["state", "closed_at"])
    _record("reopen_group", group, by=by)
    return group


@transaction.atomic
def open_room(*, group: SupportGroup, title: str, kind: RoomKind, by: Person) -> Room:
    """A new room in an open group, with a seat for each of its moderators; members come in through
    the lobby. Raises Refused for a second slow room."""
    insist(rules.may_run_groups(by))
    group = _locked(group)
    insist(rules.may_have_room(group, kind))
    room = Room.objects.create(group=group, title=title, kind=kind)
    for moderator in _moderators(group):
        seats.give_seat(room, moderator)
    _record("open_room", group, by=by, room=room)
    return room


@transaction.atomic
def close_room(*, room: Room, by: Person) -> Room:
    """Nobody writes there any more; who sits there can still read. Leases on it end."""
    insist(rules.may_run_groups(by))
    room = lock_room(room.pk)
    insist(rules.may_be_run(room))
    if room.state == RoomState.OPEN:
        _close(room, by=by)
        _record("close_room", room.group, by=by, room=room)
    return room


@transaction.atomic
def reopen_room(*, room: Room, by: Person) -> Room:
    """Writing is possible again. Raises Refused while the group is closed."""
    insist(rules.may_run_groups(by))
    room = lock_room(room.pk)
    insist(rules.may_open_again(room))
    room.state = RoomState.OPEN
    room.save(update_fields=["state"])
    add_event(room, kind=EventKind.UNLOCK)  # every screen has its box again
    live.kick(_seated(room), room=room.pk)
    _record("reopen_room", room.group, by=by, room=room)
    return room


@again_after_deadlock
@transaction.atomic
def appoint(*, group: SupportGroup, person: Person, by: Person) -> Appointment:
    """Gives the group to a moderator: they belong to it, with a moderator's seat in every open
    room. Appointing again changes nothing."""
    insist(rules.may_appoint(by, person))
    group = _locked(group)
    appointment, is_new = Appointment.objects.get_or_create(
        area=group.area, person=person, ended_at=None, defaults={"appointed_by": by}
    )
    if not is_new:
        return appointment
    bring_in(group, person)
    _record("appoint", group, by=by, about=person)
    notify(person=person, kind="appointed", path=group.get_absolute_url())
    return appointment


def bring_in(group: SupportGroup, person: Person) -> None:
    """Who was appointed belongs to the locked group, with a moderator's seat in every open room."""
    _belong(group, person)
    for room in _open_rooms_locked(group):
        if room.kind != RoomKind.SIDE:  # what two people talk about is theirs
            seats.give_seat(room, person)
    live.kick([person.pk])


@transaction.atomic
def end_appointment(*, group: SupportGroup, person: Person, by: Person) -> None:
    """Takes the group out of a moderator's care; they stay a member. Leases there end, so its
    rooms wait unless somebody else is on duty. Ending what has ended changes nothing."""
    insist(rules.may_run_groups(by))
    group = _locked(group)
    if seats.end_appointment_rows(group, person, by=by):
        live.kick([person.pk])
        _record("end_appointment", group, by=by, about=person)
        notify(person=person, kind="appointment_ended", path=group.get_absolute_url())


@transaction.atomic
def end_all_appointments(person: Person, by: Person | None) -> None:
    """What ends with the moderator's role: every group they looked after, their leases, the marks
    on their seats. `by` None is the operator's own command line."""
    areas = Appointment.objects.filter(person=person, ended_at=None).values_list("area", flat=True)
    groups = [
        group
        for group in SupportGroup.objects.select_for_update().order_by("pk")
        if group.area in areas
    ]
    seats.lock_back_rooms(groups)
    for group in groups:
        seats.end_appointment_rows(group, person, by=by or person)
        _record("end_appointment", group, by=by, about=person)


def _locked(group: SupportGroup) -> SupportGroup:
    return SupportGroup.objects.select_for_update().get(pk=group.pk)


def _open_rooms_locked(group: SupportGroup) -> list[Room]:
    """All of them before the first is changed: what each change touches comes after every room."""
    return lock_rooms(group.rooms.filter(state=RoomState.OPEN).values_list("pk", flat=True))


def _describe(group: SupportGroup, says: Description) -> None:
    group.title = says.title
    group.description = says.description
    group.agreement = says.agreement
    group.speaks_of = says.speaks_of
    group.is_private = says.door != Door.OPEN
    group.is_unlisted = says.door == Door.UNLISTED
    group.is_welcome = group.is_welcome and not group.is_private


def _free_slug(title: str) -> str:
    """The title as an address: never one of our own, never one that is taken."""
    stem = slugify(title)[:50].strip("-") or "group"
    taken = set(SupportGroup.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    taken |= RESERVED_SLUGS
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _close(room: Room, *, by: Person) -> None:
    room.state = RoomState.CLOSED
    room.save(update_fields=["state"])
    add_event(room, kind=EventKind.LOCK)  # every screen says so, hint or not
    end_duty_at(place=room.place, by=by)
    live.kick(_seated(room), room=room.pk)


def _seated(room: Room) -> Iterable[int]:
    return room.seats.filter(state=SeatState.ACTIVE).values_list("person_id", flat=True)


def _moderators(group: SupportGroup) -> Iterable[Person]:
    return Person.objects.filter(
        appointments__area=group.area, appointments__ended_at=None
    ).order_by("pk")


def _belong(group: SupportGroup, person: Person) -> None:
    now = timezone.now()
    membership, _ = Membership.objects.update_or_create(
        group=group,
        person=person,
        defaults={
            "state": MembershipState.ACTIVE,
            "joined_at": now,
            "ended_at": None,
            "asked_words": "",
            "answer": "",
        },
    )
    close_request(membership, outcome="admit")


def _record(
    act: str,
    group: SupportGroup | None,
    *,
    by: Person | None,
    about: Person | None = None,
    room: Room | None = None,
) -> None:
    assert group is not None
    record.write(
        act=act,
        by=by.pk if by else None,
        about=about.pk if about else None,
        subject=room.place if room else group.area,
        area=group.area,
    )
