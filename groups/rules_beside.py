"""What is allowed beside a room: a few quiet minutes, a talk for two, a room for those who look
after the group. Plain questions: None, or a Refusal that says why."""

from datetime import datetime

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.accounts.rules import may_enter_rooms
from community.refusal import Refusal
from groups import rules
from groups.enums import LISTED, MessageState, RoomKind, RoomState, SeatState
from groups.models import Message, Room, Seat, SupportGroup

NOT_HERE = Refusal("not_here", _("There is nothing here."), hides=True)
NOT_ONESELF = Refusal("not_oneself", _("This is for somebody else."))
ONE_OF_THE_TEAM = Refusal("one_of_the_team", _("This person looks after the room with you."))
NOBODY_THERE = Refusal("nobody_there", _("Nobody from the team is here right now."))
OVER = Refusal("over", _("This talk is over already."))
SAY_UNTIL = Refusal("say_until", _("Please choose a day on which it opens again."))
NO_BREATHER = Refusal("no_breather", _("This person has no breather in this room."))


def may_give_breather(
    by: Person, room: Room, seat: Seat | None, *, now: datetime
) -> Refusal | None:
    """The moderator on duty, to a member who sits in a room of the group."""
    if (refusal := rules.may_decide_here(by, room, now=now)) is not None:
        return refusal
    return _is_a_member_here(by, room, seat)


def may_end_breather(by: Person, room: Room, *, runs: bool, now: datetime) -> Refusal | None:
    """Whoever may give one ends it before its time."""
    if (refusal := rules.may_decide_here(by, room, now=now)) is not None:
        return refusal
    return None if runs else NO_BREATHER


def may_step_aside(by: Person, room: Room, seat: Seat | None, *, now: datetime) -> Refusal | None:
    """The moderator on duty, with a member who sits in a room of the group."""
    if (refusal := rules.may_moderate(by, room)) is not None:
        return refusal
    if not rules.is_there(by, room, now=now):
        return rules.OFF_DUTY
    return _is_a_member_here(by, room, seat)


def may_ask_aside(own: Seat | None, room: Room, moderator: Person | None) -> Refusal | None:
    """A member, while somebody from the team is on duty; paused from writing or not."""
    if (refusal := rules.may_read(own)) is not None:
        return refusal
    assert own is not None
    if own.moderates or room.kind not in LISTED:
        return NOT_HERE
    if room.state != RoomState.OPEN:
        return rules.CLOSED
    return NOBODY_THERE if moderator is None else None


def may_end_talk(own: Seat | None, room: Room) -> Refusal | None:
    """Either of the two, at any time."""
    if room.kind != RoomKind.SIDE or rules.may_read(own) is not None:
        return NOT_HERE
    return OVER if room.state != RoomState.OPEN else None


def may_sit_in_back(person: Person, group: SupportGroup) -> Refusal | None:
    """Those who look after the group, and coordinators. For all others there is no such room. Duty
    is not asked for."""
    if rules.may_look_after(person, group) is None:
        return None
    is_in = rules.is_coordinator(person) and may_enter_rooms(person) is None
    return None if is_in else NOT_HERE


def may_take(message: Message, own: Seat | None, room: Room, *, has: Seat | None) -> Refusal | None:
    """In the back room, what nobody else has."""
    if room.kind != RoomKind.BACK or rules.may_read(own) is not None:
        return NOT_HERE
    if message.state != MessageState.SHOWN:
        return NOT_HERE
    if has is not None and own is not None and has.pk != own.pk:
        return Refusal("taken", _now("%(name)s has this.") % {"name": has.person.handle})
    return None


def _is_a_member_here(by: Person, room: Room, seat: Seat | None) -> Refusal | None:
    if room.kind not in LISTED:
        return NOT_HERE
    if seat is None or seat.state != SeatState.ACTIVE:
        return rules.NOT_THERE
    if seat.person_id == by.pk:
        return NOT_ONESELF
    if room.state != RoomState.OPEN:
        return rules.CLOSED
    return ONE_OF_THE_TEAM if seat.moderates else None
