"""What is allowed with words that are already there. Plain questions: None, or a Refusal."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.rules import may, may_enter_rooms
from community.refusal import Refusal
from community.safety import duty
from community.safety.enums import UNFINISHED
from community.safety.models import Item
from groups import rules
from groups.enums import EMPTIED, HeldFor, MessageState, RoomKind
from groups.models import Message, Room, Seat

NOT_THERE = Refusal("not_there", _("This is not here."), hides=True)
NOT_YOURS = Refusal("not_yours", _("Only the person who wrote this can change it."))
NOT_MODERATOR = Refusal("not_moderator", _("Only this room's moderators can do this."))
GONE = Refusal("gone", _("These words are already gone."))
HIDDEN = Refusal("hidden", _("The team has hidden these words. You can read why on your page."))
EDIT_WAITS = Refusal(
    "waiting",
    _(
        "Nobody from the team is here now, so words that others have read stay as they are. "
        "You can still delete them."
    ),
)
RESTS = Refusal(
    "waiting",
    _("The room rests, so words that others have read stay as they are. You can delete them."),
)
COVERED = Refusal(
    "covered",
    _("The team covers a part of these words. You can write them anew, and a moderator reads it."),
)
TAKE_FIRST = Refusal(
    "take_first", _("Please take this on the desk first. Then you can read it and answer.")
)
OWN_WORDS = Refusal("own_words", _("These are your own words: somebody else has to decide."))
TAKE_OUT = Refusal(
    "own_words", _("These are your own words. You can change them or take them out.")
)
NOT_READ = Refusal("not_read", _("Please read it first."))
READ_AGAIN = Refusal(
    "read_again", _("The author has changed these words since. Please read them as they are now.")
)
NOT_OFFERED = Refusal(
    "not_offered", _("A moderator has not read these words as they are now. They still wait.")
)
NOT_FOR_GROUP = Refusal("not_for_group", _("The author did not write this for the group."))


def may_edit(
    message: Message, own: Seat | None, room: Room, *, on_duty: bool, now: datetime
) -> Refusal | None:
    """Only the author rewrites words, while they may write and while the room is live: changed
    words are new words. `own` is the seat of the person who asks."""
    if (refusal := rules.may_read(own)) is not None:
        return refusal
    if own is None or message.author_id != own.pk:
        return NOT_YOURS
    if message.state in EMPTIED:
        return GONE
    if message.state == MessageState.HIDDEN:
        return HIDDEN
    if (refusal := rules.may_write(own, room, now=now)) is not None:
        return refusal
    if message.whole:
        return COVERED
    if room.locked_at is not None:
        return RESTS
    return EDIT_WAITS if rules.waits(room, on_duty=on_duty) else None


def may_delete(message: Message, own: Seat | None) -> Refusal | None:
    """The author, always: paused, in a closed room, or after leaving it."""
    if own is not None and message.author_id == own.pk:
        return None
    return rules.may_read(own) or NOT_YOURS


def may_moderate(by: Person, room: Room, own: Seat | None) -> Refusal | None:
    """Whoever `rules.may_moderate` lets. For anybody else without a seat the room does not
    exist."""
    if rules.may_moderate(by, room) is None:
        return None
    return rules.may_read(own) or NOT_MODERATOR


def may_answer_held(
    by: Person, room: Room, message: Message, own: Seat | None, *, subject: str = "message"
) -> Refusal | None:
    """Waiting words are read and answered by the room's moderators; and by those who lead, where
    nobody else did in time or they have taken it on the desk, where it is a `subject`."""
    refusal = may_moderate(by, room, own)
    if refusal is None or None not in (may(by, Act.DECIDE_APPEALS), may(by, Act.RUN_GROUPS)):
        return refusal
    theirs = Q(taken_by=by) | Q(late_raised_at__isnull=False)
    items = Item.objects.filter(subject_kind=subject, subject_id=str(message.pk))
    return None if items.filter(theirs, state__in=UNFINISHED).exists() else TAKE_FIRST


def may_hide(message: Message, *, by: int) -> Refusal | None:
    """What is still there, by anybody but its author, who could not bring it back. Asked after
    `may_moderate`: on duty or not, since harm that is seen is never left to wait."""
    if message.state in EMPTIED:
        return GONE
    if message.author is not None and message.author.person_id == by:
        return TAKE_OUT
    return None


def may_reopen(by: Person, room: Room, own: Seat | None, *, now: datetime) -> Refusal | None:
    """Words are brought back by the room's moderators, in a live room by one on duty there, and by
    who decides appeals."""
    if may(by, Act.DECIDE_APPEALS) is None:
        return None
    if (refusal := may_moderate(by, room, own)) is not None:
        return refusal
    if room.kind != RoomKind.LIVE or duty.is_on_duty(person=by.pk, place=room.place, now=now):
        return None
    return rules.OFF_DUTY


def may_restore(message: Message, *, by: int) -> Refusal | None:
    """What is hidden, by anybody but its author. Asked after `may_reopen`."""
    if message.state in EMPTIED:
        return GONE
    if message.author is not None and message.author.person_id == by:
        return OWN_WORDS
    return None


def may_say_read(message: Message, *, by: int) -> Refusal | None:
    """Shown words of somebody else. Asked after `may_moderate`."""
    if message.state != MessageState.SHOWN:
        return GONE
    if message.author is not None and message.author.person_id == by:
        return OWN_WORDS
    return None


def may_read_held(message: Message) -> Refusal | None:
    """The team reads what waits for the group or for the team. "Only for me" is nobody's else.
    Asked after `may_moderate`."""
    if message.state != MessageState.HELD or message.held_for == HeldFor.ME:
        return NOT_THERE
    return None


def may_answer_below(room: Room, post: int) -> Refusal | None:
    """Only on a wall is there a box below a post, and only below one that is there. 0 is the room's
    own box, which every room has."""
    if post == 0:
        return None
    there = Message.objects.filter(room=room, seq=post)
    return None if room.kind == RoomKind.SLOW and there.exists() else NOT_THERE


def may_offer(message: Message, *, by: int) -> Refusal | None:
    """Words somebody has read as they are now, meant for the group, written by somebody else."""
    if (refusal := may_read_held(message)) is not None:
        return refusal
    if message.author is not None and message.author.person_id == by:
        return OWN_WORDS
    if message.held_for != HeldFor.GROUP:
        return NOT_FOR_GROUP
    if (
        message.edited_at is not None
        and (message.seen_at or message.edited_at) <= message.edited_at
    ):
        return READ_AGAIN
    return NOT_READ if message.seen_at is None else None


def may_let_in(message: Message, own: Seat, room: Room, *, now: datetime) -> Refusal | None:
    """The author's yes counts for the very words a moderator has read and would let in, and for as
    long as the author may be in rooms at all."""
    if message.offered_at is None:
        return NOT_OFFERED
    if (refusal := may_enter_rooms(own.person)) is not None:
        return refusal
    return rules.may_write(own, room, now=now)
