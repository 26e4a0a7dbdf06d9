"""What is allowed in groups and rooms. Plain questions: None, or a Refusal that says why."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from community.accounts.enums import Role
from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.rules import may, may_enter_rooms, roles_of
from community.refusal import Refusal
from community.safety import duty
from community.safety.choices import was_heard_as_distress
from community.safety.models import Appointment
from groups.enums import (
    LISTED,
    GroupState,
    MembershipState,
    Memory,
    RoomKind,
    RoomState,
    SeatState,
)
from groups.models import Membership, Message, Room, Seat, SupportGroup

HELD_PROMISE = timedelta(hours=12)  # by then somebody from the team has read what waits

NOT_A_MEMBER = Refusal("not_member", _("This room is not open to you."), hides=True)
PAUSED = Refusal("paused", _("You can read here. Writing is paused for you for now."))
CLOSED = Refusal("closed", _("This room is closed. You can still read what was said."))
NO_SUCH_GROUP = Refusal("no_such_group", _("There is no group here."), hides=True)
GROUP_CLOSED = Refusal("group_closed", _("This group is closed. Nobody new can join it."))
ALREADY_IN = Refusal("already_in", _("You are in this group already."))
NOT_IN = Refusal("not_in", _("You are not in this group."))
ASKED_ALREADY = Refusal("asked_already", _("You have asked. Somebody will answer you."))
NOBODY_ASKED = Refusal("nobody_asked", _("This request has been answered or taken back."))
REMOVED = Refusal("removed", _("You cannot join this group at the moment."))
OTHER_AREA = Refusal("other_area", _("Somebody else looks after this group."))
OFF_DUTY = Refusal("off_duty", _("Go on duty in this room first. Then you can do this."))
NOT_IN_THIS_ROOM = Refusal(
    "not_in_this_room", _("In this room nobody decides about anybody. You can end the talk.")
)
NOT_ONESELF = Refusal("not_oneself", _("You cannot remove yourself. You can leave the room."))
A_MODERATOR = Refusal(
    "a_moderator", _("This person looks after the group. A coordinator has to end that first.")
)
NOT_THERE = Refusal("not_there", _("This person is not in the room any more."))
NOT_REMOVED = Refusal("not_removed", _("This person was not removed from the room."))
NOT_A_MODERATOR = Refusal(
    "not_a_moderator", _("Only people who hold the role of moderator can be appointed.")
)
NOT_FOR_ALL = Refusal(
    "not_for_all", _("A group that welcomes everybody has to be open. This one is private.")
)
ONE_WALL = Refusal("one_wall", _("This group has its slow room already."))
NO_MEETINGS = Refusal("no_meetings", _("There are no meetings in a slow room."))
DISTRESS = Refusal(
    "distress",
    _(
        "These words were heard as those of somebody who may be in danger. Nobody is shut out for "
        "them. The desk has them: write to the person, or agree on support."
    ),
)
NO_WAY_BACK = Refusal("no_way_back", _("An end has to be later than now."))


def may_read(seat: Seat | None) -> Refusal | None:
    """Only who has a seat reads; for everybody else the room does not exist."""
    if seat is None or seat.state != SeatState.ACTIVE:
        return NOT_A_MEMBER
    return None


def may_write(seat: Seat | None, room: Room, *, now: datetime) -> Refusal | None:
    """Who reads may write, unless the room is closed or a moderator paused them.

    Nobody is refused for want of a moderator: see `waits`.
    """
    if (refusal := may_read(seat)) is not None:
        return refusal
    assert seat is not None
    if room.state != RoomState.OPEN:
        return CLOSED
    if seat.paused_until is not None and seat.paused_until > now:
        return PAUSED
    return None


def waits(room: Room, *, on_duty: bool) -> bool:
    """Whether words written now wait for a person: in the rooms of a group while nobody is there
    for them (`staffing.open_places`), and in a room that a moderator lets rest. A room for two and
    a back room wait for nobody."""
    return room.locked_at is not None or _waits_for_the_team(room, on_duty=on_duty)


def speaks_while_it_rests(seat: Seat, room: Room, *, on_duty: bool) -> bool:
    """The room's moderators speak in a room they let rest, as they would if it did not."""
    waits_anyway = _waits_for_the_team(room, on_duty=on_duty)
    return room.locked_at is not None and seat.moderates and not waits_anyway


def _waits_for_the_team(room: Room, *, on_duty: bool) -> bool:
    return room.kind in LISTED and not on_duty


def is_first(seat: Seat, *, holds_first: bool, is_heard: bool) -> bool:
    """Whether these are somebody's first words in a group that wants to read those first."""
    return holds_first and not is_heard and not seat.moderates


# Groups ------------------------------------------------------------------------------------------


def may_see_group(
    person: Person, group: SupportGroup, membership: Membership | None
) -> Refusal | None:
    """Every group is shown to everybody, but an unlisted one only to who belongs to it or runs
    groups; for all others it was never there."""
    if not group.is_unlisted or _belongs(membership) or may(person, Act.RUN_GROUPS) is None:
        return None
    return NO_SUCH_GROUP


def may_join(person: Person, group: SupportGroup, membership: Membership | None) -> Refusal | None:
    """An active account with both consents, in a group that is open and not joined yet. Who was
    declined, or left, may come again; who was removed from the group may not."""
    if (refusal := may_see_group(person, group, membership)) is not None:
        return refusal
    if (refusal := may_enter_rooms(person)) is not None:
        return refusal
    if (refusal := is_open(group)) is not None:
        return refusal
    if membership is None:
        return None
    return {
        MembershipState.ACTIVE: ALREADY_IN,
        MembershipState.ASKED: ASKED_ALREADY,
        MembershipState.REMOVED: REMOVED,
    }.get(MembershipState(membership.state))


def is_open(group: SupportGroup) -> Refusal | None:
    """Nobody new comes into a closed group."""
    return None if group.state == GroupState.OPEN else GROUP_CLOSED


def may_take_back(membership: Membership | None) -> Refusal | None:
    """Only a request that waits can be taken back, or answered."""
    if membership is None or membership.state != MembershipState.ASKED:
        return NOBODY_ASKED
    return None


def may_leave_group(membership: Membership | None) -> Refusal | None:
    """Whoever is in may go, at any time, for no reason."""
    return None if _belongs(membership) else NOT_IN


def may_enter(
    person: Person,
    room: Room,
    *,
    membership: Membership | None,
    seat: Seat | None,
    now: datetime,
) -> Refusal | None:
    """A member of the group may sit down in the open rooms it shows. For others, and for who was
    removed from the room, it does not exist."""
    if room.kind not in LISTED or not _belongs(membership) or is_removed(seat, now=now):
        return NOT_A_MEMBER
    if (refusal := may_enter_rooms(person)) is not None:
        return refusal
    if room.state != RoomState.OPEN and may_read(seat) is not None:
        return CLOSED
    return None


def is_removed(seat: Seat | None, *, now: datetime) -> bool:
    """Whether a removal still stands: one with an end is over when its time has come."""
    if seat is None or seat.state != SeatState.REMOVED:
        return False
    return seat.removed_until is None or seat.removed_until > now


def _belongs(membership: Membership | None) -> bool:
    return membership is not None and membership.state == MembershipState.ACTIVE


# Looking after groups ----------------------------------------------------------------------------


def is_appointed(person: Person, area: str) -> bool:
    """Whether this person was given this area to look after, and still has it."""
    return Appointment.objects.filter(area=area, person=person, ended_at=None).exists()


def may_moderate(person: Person, room: Room) -> Refusal | None:
    """A moderator decides only where they were appointed."""
    if (refusal := may(person, Act.MODERATE)) is not None:
        return refusal
    return None if is_appointed(person, room.area) else OTHER_AREA


def is_coordinator(person: Person) -> bool:
    """Whether this person coordinates the house's groups. Who only operates it does not."""
    return Role.COORDINATOR in roles_of(person)


def may_look_after(person: Person, group: SupportGroup) -> Refusal | None:
    """The moderators who were given the group."""
    if (refusal := may(person, Act.MODERATE)) is not None:
        return refusal
    return None if is_appointed(person, group.area) else OTHER_AREA


def may_answer_requests(person: Person, group: SupportGroup) -> Refusal | None:
    """Coordinators, and the moderators of the group."""
    if may(person, Act.RUN_GROUPS) is None:
        return None
    return may_look_after(person, group)


def may_remove(by: Person, room: Room, seat: Seat | None, *, now: datetime) -> Refusal | None:
    """The moderator on duty in the room, or a coordinator, removes somebody who sits there. Who
    looks after it is not removed before a coordinator ended that."""
    if (refusal := may_decide_here(by, room, now=now)) is not None:
        return refusal
    if seat is None or seat.state != SeatState.ACTIVE:
        return NOT_THERE
    if seat.person_id == by.pk:
        return NOT_ONESELF
    return A_MODERATOR if seat.moderates else None


def may_be_held_against(message: Message) -> Refusal | None:
    """Words that were heard as those of somebody in danger are held against nobody."""
    return DISTRESS if was_heard_as_distress("message", str(message.pk)) else None


def may_end_then(until: datetime | None, *, now: datetime) -> Refusal | None:
    """An end, where there is one, lies ahead."""
    return None if until is None or until > now else NO_WAY_BACK


def may_let_back(by: Person, room: Room, seat: Seat | None) -> Refusal | None:
    """Coordinators, the moderators of the room, and who decided an appeal."""
    allowed = (may(by, Act.RUN_GROUPS), may(by, Act.DECIDE_APPEALS), may_moderate(by, room))
    if None not in allowed:
        return allowed[2]
    if seat is None or seat.state != SeatState.REMOVED:
        return NOT_REMOVED
    return None


def may_run_groups(person: Person) -> Refusal | None:
    """Creating, describing, closing and opening again."""
    return may(person, Act.RUN_GROUPS)


def may_be_run(room: Room) -> Refusal | None:
    """The rooms a group shows are run by coordinators; a pair's room ends with its pair, a side
    room with its talk."""
    return None if room.kind in LISTED else NOT_A_MEMBER


def may_have_room(group: SupportGroup, kind: RoomKind) -> Refusal | None:
    """One more room in an open group, but no second wall."""
    if (refusal := is_open(group)) is not None:
        return refusal
    has_wall = kind == RoomKind.SLOW and group.rooms.filter(kind=RoomKind.SLOW).exists()
    return ONE_WALL if has_wall else None


def may_forget(room: Room, memory: Memory) -> Refusal | None:
    """A wall has no meetings to forget."""
    return NO_MEETINGS if memory == Memory.MEETING and room.kind != RoomKind.LIVE else None


def may_open_again(room: Room) -> Refusal | None:
    """A room that an open group shows."""
    if room.group is None or room.kind not in LISTED:
        return NOT_A_MEMBER
    return is_open(room.group)


def may_welcome(group: SupportGroup) -> Refusal | None:
    """Where everybody may land has to be open to everybody."""
    if group.is_private:
        return NOT_FOR_ALL
    return is_open(group)


def may_appoint(by: Person, person: Person) -> Refusal | None:
    """Only who holds the moderator's role, with an active account, is given an area."""
    if (refusal := may(by, Act.RUN_GROUPS)) is not None:
        return refusal
    if Role.MODERATOR not in roles_of(person):
        return NOT_A_MODERATOR
    return may_enter_rooms(person)


def may_decide_here(by: Person, room: Room, *, now: datetime) -> Refusal | None:
    """The moderator who is there, or a coordinator. In a room for two or of the team nobody decides
    about anybody."""
    if room.kind in (RoomKind.SIDE, RoomKind.BACK):
        return NOT_IN_THIS_ROOM
    if may(by, Act.RUN_GROUPS) is None:
        return None
    if (refusal := may_moderate(by, room)) is not None:
        return refusal
    return None if is_there(by, room, now=now) else OFF_DUTY


def is_there(by: Person, room: Room, *, now: datetime) -> bool:
    """Whether this moderator is on duty in the room; no other than a live room knows duty."""
    if room.kind != RoomKind.LIVE:
        return True
    return duty.is_on_duty(person=by.pk, place=room.place, now=now)
