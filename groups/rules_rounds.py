"""What is allowed in a talking round, and at what pace a room talks. Plain questions: None, or a
Refusal that says why."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal
from community.safety import duty
from groups import rules, rules_meetings, rules_words
from groups.enums import Part, RoomKind, RoomState
from groups.enums_rounds import Pace, TurnState
from groups.models import Hosting, Room, Round, Seat, Turn

HOSTS_BEFORE = timedelta(minutes=15)  # people arrive before it begins

NOT_LIVE = Refusal("not_live", _("Rounds are for live rooms."))
NO_ROUND = Refusal("no_round", _("There is no round just now."))
ROUND_OPEN = Refusal("round_open", _("A round is open here already."))
NO_SUCH_PACE = Refusal("no_such_pace", _("This is not a pace a room can have."))
NOBODY_HERE = Refusal("nobody_here", _("Nobody from the team is here just now."))
NOT_IN_ROUND = Refusal("not_in_round", _("This person is not in the round."))
NOT_ASKING = Refusal("not_asking", _("This person does not wait to be let in."))
NO_TURN = Refusal("no_turn", _("There is no turn of yours to pass on."))
NO_CLOCK = Refusal("no_clock", _("Nobody has a turn with a clock just now."))
SHOWN_IN_ROUND = Refusal(
    "shown_in_round", _("In a round everyone is shown by name. You can step out of it first.")
)


def may_lead(by: Person, room: Room, own: Seat | None, *, now: datetime) -> Refusal | None:
    """The moderator on duty in a live room leads: opens a round, gives turns, sets the pace. So does
    who hosts the meeting that is on there, while somebody from the team is there with them."""
    if own is not None and own.part == Part.HOST and not own.moderates:
        return _may_lead_as_host(own, room, now=now)
    if (refusal := rules_words.may_moderate(by, room, own)) is not None:
        return refusal
    if room.kind != RoomKind.LIVE:
        return NOT_LIVE
    if room.state != RoomState.OPEN:
        return rules.CLOSED
    return None if duty.is_on_duty(person=by.pk, place=room.place, now=now) else rules.OFF_DUTY


def _may_lead_as_host(own: Seat, room: Room, *, now: datetime) -> Refusal | None:
    if (refusal := rules.may_write(own, room, now=now)) is not None:
        return refusal
    hosts = Hosting.objects.filter(
        person=own.person_id,
        meeting__room=room,
        meeting__cancelled_at=None,
        meeting__begins_at__lte=now + HOSTS_BEFORE,
        meeting__ends_at__gt=now,
    )
    if not hosts.exists():
        return rules_meetings.NOT_A_HOST
    return None if duty.staffed_places([room.place], now=now) else NOBODY_HERE


def may_open(round: Round | None) -> Refusal | None:
    """One round at a time. Asked after `may_lead`."""
    return None if round is None else ROUND_OPEN


def may_take_part(seat: Seat | None, room: Room, *, on_duty: bool, now: datetime) -> Refusal | None:
    """Whoever may write in a live room, while somebody leads it."""
    if (refusal := rules.may_write(seat, room, now=now)) is not None:
        return refusal
    if room.kind != RoomKind.LIVE:
        return NOT_LIVE
    return None if on_duty else NOBODY_HERE


def may_pass(turn: Turn | None) -> Refusal | None:
    """One's own turn, now or to come. No reason is asked."""
    if turn is None or turn.state not in (TurnState.SPEAKS, TurnState.WAITS):
        return NO_TURN
    return None


def may_admit(turn: Turn | None) -> Refusal | None:
    """Who came later and asked for a turn."""
    return None if turn is not None and turn.state == TurnState.ASKS else NOT_ASKING


def may_listen_quietly(turn: Turn | None) -> Refusal | None:
    """A round shows everyone: who is in it cannot listen unseen."""
    return SHOWN_IN_ROUND if turn is not None and turn.is_in else None


def may_set_pace(seconds: int) -> Refusal | None:
    """One of the paces people know."""
    return None if seconds in Pace.values else NO_SUCH_PACE


def may_say_now(seat: Seat, *, speaker: tuple[int, str] | None) -> Refusal | None:
    """While somebody has the turn, the others listen; whoever looks after the room may say how it
    goes on. `speaker`: the seat that has the turn, and its name. What needs help is never asked:
    see `groups.order`."""
    if speaker is None or speaker[0] == seat.pk or seat.moderates:
        return None
    words = _now(
        "%(name)s has the turn. Your words stay in the box until the talk is open again; "
        "you can also leave them for the team."
    )
    return Refusal("listening", words % {"name": speaker[1]})


def too_soon(pace: int, *, wait: int) -> Refusal:
    """Why words wait a moment in a room that goes slowly."""
    words = _now(
        "This room goes slowly just now: one message every %(pace)s seconds each. Yours stays in "
        "the box; you can send it in %(wait)s seconds."
    )
    return Refusal("slow", words % {"pace": pace, "wait": wait})
