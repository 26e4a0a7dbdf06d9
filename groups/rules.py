"""What is allowed in groups and rooms. Plain questions: None, or a Refusal that says why."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.refusal import Refusal
from groups.enums import RoomKind, RoomState, SeatState
from groups.models import Room, Seat

NOT_A_MEMBER = Refusal("not_member", _("This room is not open to you."), hides=True)
PAUSED = Refusal("paused", _("You can read here. Writing is paused for you for now."))
CLOSED = Refusal("closed", _("This room is closed. You can still read what was said."))


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
    """Whether words written now wait for a person: in a live room while nobody is on duty."""
    return room.kind == RoomKind.LIVE and not on_duty
