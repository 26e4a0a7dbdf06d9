"""What is allowed around words: notes of the team, reactions, and muting for oneself. Plain
questions: None, or a Refusal that says why."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal
from community.safety import duty
from groups import rules, rules_words
from groups.enums import TALKING, MessageState, RoomKind
from groups.folding import stems
from groups.models import Message, Room, Seat

MOST_MUTED = 40

OWN_NOTE = Refusal("own_note", _("The author has written a note already."))
NOT_TO_ONESELF = Refusal("own_words", _("These are your own words."))
NOTHING_TO_MUTE = Refusal("nothing_to_mute", _("Write the word you would rather not meet."))
ENOUGH_MUTED = Refusal(
    "enough_muted", _("That are many words already. Please let one of them be seen again first.")
)


def may_note(by: Person, message: Message, own: Seat | None, *, now: datetime) -> Refusal | None:
    """A moderator of the room, on duty where there is duty, adds a note to words of somebody else
    that are shown, or changes the team's. A note of the author's own is theirs."""
    room = message.room
    if (refusal := rules_words.may_moderate(by, room, own)) is not None:
        return refusal
    if room.kind == RoomKind.LIVE and not duty.is_on_duty(person=by.pk, place=room.place, now=now):
        return rules.OFF_DUTY
    if message.author is not None and message.author.person_id == by.pk:
        return rules_words.OWN_WORDS
    if message.state != MessageState.SHOWN:
        return rules_words.GONE
    if (message.note or message.note_kind) and not message.note_by_team:
        return OWN_NOTE
    return None


def may_react(seat: Seat | None, message: Message, *, blocked: bool) -> Refusal | None:
    """Who reads the words, to somebody else's that are shown. Words of somebody the reader blocked
    (`blocked`) are not there for them."""
    if (refusal := rules.may_read(seat)) is not None:
        return refusal
    assert seat is not None
    if blocked or message.author is None or message.state != MessageState.SHOWN:
        return rules_words.NOT_THERE
    return NOT_TO_ONESELF if message.author_id == seat.pk else None


def may_mute(words: str, until: datetime, *, muted: int, now: datetime) -> Refusal | None:
    """Words with something in them, until a day that lies ahead, while there are not too many."""
    if not stems(words):
        return NOTHING_TO_MUTE
    if muted >= MOST_MUTED:
        return ENOUGH_MUTED
    return rules.may_end_then(until, now=now)


def shows_typing_in(room: Room) -> bool:
    """Where people talk at the same time. In a slow room nobody is hurried."""
    return room.kind in TALKING
