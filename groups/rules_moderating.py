"""What those who look after a room may do in it, and what its authors may answer. Plain questions:
None, or a Refusal that says why."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal
from groups import rules, rules_words
from groups.enums import EMPTIED, LISTED, MessageState, RoomState
from groups.models import Message, Room, Seat
from groups.spans import MOST, Span, fit

CHANGED_SINCE = Refusal(
    "changed_since", _("These words are not as you read them any more. Please look at them again.")
)
NO_PART = Refusal("no_part", _("Please choose the words to cover."))
ALL_OF_IT = Refusal("too_many", _("That is a lot of parts. Hiding the message may be kinder."))
NOT_COVERED = Refusal("not_covered", _("Nothing of these words is covered."))
NOTHING_TAKEN = Refusal(
    "nothing_taken", _("The team has not taken anything away here. You can change your words.")
)
NOTHING_NEW = Refusal("nothing_new", _("The author has not written this anew, or took it back."))
NOT_SHARED = Refusal("not_shared", _("This is not possible in this kind of room."))
RESTS_ALREADY = Refusal("rests", _("The room rests already."))
AWAKE = Refusal("awake", _("The room does not rest. Everybody can write."))


def may_cover(message: Message, spans: list[Span], *, as_read: bool) -> Refusal | None:
    """Parts of the words as the moderator has read them. Asked after `rules_words.may_hide`.
    `as_read`: the words are still those the parts were chosen in."""
    if not as_read:
        return CHANGED_SINCE
    if not spans or not fit(spans, message.own_words):
        return NO_PART
    return ALL_OF_IT if len(spans) + len(message.covered) > MOST else None


def may_write_anew(message: Message, own: Seat | None, room: Room) -> Refusal | None:
    """Only the author, for words the team has hidden or covered: a moderator reads them first, so
    a pause from writing does not stand in the way."""
    if (refusal := rules.may_read(own)) is not None:
        return refusal
    if own is None or message.author_id != own.pk:
        return rules_words.NOT_YOURS
    if message.state in EMPTIED:
        return rules_words.GONE
    if room.state != RoomState.OPEN:
        return rules.CLOSED
    if message.state != MessageState.HIDDEN and not message.whole:
        return NOTHING_TAKEN
    return None


def may_take_back_anew(message: Message, own: Seat | None) -> Refusal | None:
    """The author, always."""
    if own is None or message.author_id != own.pk:
        return rules_words.NOT_YOURS
    return None if message.rewrite else NOTHING_NEW


def may_read_anew(message: Message) -> Refusal | None:
    """What its author wrote anew. Asked after `may_moderate`."""
    return None if message.rewrite else NOTHING_NEW


def may_answer_anew(message: Message, *, by: int) -> Refusal | None:
    """Somebody else than the author, who has read it as it is now. Asked after `may_moderate`."""
    if (refusal := may_read_anew(message)) is not None:
        return refusal
    if message.author is not None and message.author.person_id == by:
        return rules_words.OWN_WORDS
    return None if is_read_anew(message) else rules_words.READ_AGAIN


def is_read_anew(message: Message) -> bool:
    """Whether somebody of the team has read what was written anew, as it is now."""
    assert message.rewrote_at is not None
    return message.seen_at is not None and message.seen_at > message.rewrote_at


def may_lock(by: Person, room: Room, *, now: datetime) -> Refusal | None:
    """The moderator on duty lets a room of the group rest."""
    if (refusal := _may_calm(by, room, now=now)) is not None:
        return refusal
    return RESTS_ALREADY if room.locked_at is not None else None


def may_unlock(by: Person, room: Room, *, now: datetime) -> Refusal | None:
    """The moderator on duty opens it again."""
    if (refusal := _may_calm(by, room, now=now)) is not None:
        return refusal
    return AWAKE if room.locked_at is None else None


def _may_calm(by: Person, room: Room, *, now: datetime) -> Refusal | None:
    if (refusal := rules.may_decide_here(by, room, now=now)) is not None:
        return refusal
    if room.kind not in LISTED:
        return NOT_SHARED
    return rules.CLOSED if room.state != RoomState.OPEN else None
