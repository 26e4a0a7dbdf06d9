"""A thread in which people remember somebody: who opens it, and until when one answers there."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal
from groups import rules, rules_words
from groups.enums import RoomState
from groups.models import Memorial, Room

NOT_TOLD = Refusal(
    "not_told",
    _("Those who were close have to be told first, by a person. Then this can be opened."),
)
IS_OVER = Refusal(
    "memorial_over",
    _(
        "The time to write in this thread is over. What was written stays. If it is still with you, "
        "you can write on the wall or to the team."
    ),
)


def may_open(by: Person, memorial: Memorial, room: Room) -> Refusal | None:
    """Who looks after the group, once those who were close have been told; in their own name."""
    if rules.may_moderate(by, room) is not None:
        return rules_words.NOT_THERE
    if memorial.passing.told_at is None:
        return NOT_TOLD
    if memorial.ended_at is not None:
        return IS_OVER
    return rules.CLOSED if room.state != RoomState.OPEN else None


def is_over(memorial: Memorial, *, now: datetime) -> bool:
    """Whether its time has come, also where the clock has not yet said so."""
    until = memorial.until
    return memorial.ended_at is not None or (until is not None and until <= now)
