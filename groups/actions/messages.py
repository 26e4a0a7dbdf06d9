"""Acts on words that are there: the author edits and deletes, a moderator hides and restores.

Each runs under the room's lock, so that it has one place among sends and removals; numbers stay
whole, and each tells screens by one event. Doing a thing twice does it once.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from community.accounts.models import Person
from community.record.write import write
from community.refusal import insist
from community.safety import intake
from community.safety.actions.measures import keep_measure
from community.safety.enums import ItemKind, MeasureKind, Why
from community.safety.models import Measure
from groups import order, rules_words, staffing
from groups.actions import folds
from groups.actions.telling import tell_author
from groups.append import add_event
from groups.enums import EMPTIED, EventKind, FoldEnd, MessageState, WhyBack
from groups.finding import insist_moderates, message_under_lock, seat_of
from groups.models import EMPTY, Message
from groups.near import Signal
from groups.raised import put_signal_on_desk


@transaction.atomic
def edit_message(
    *,
    room: str,
    seq: int,
    body: str,
    note: str = "",
    note_kind: str = "",
    intent: str | None = None,
    signal: Signal | None = None,
    by: Person,
) -> None:
    """The author rewrites their own shown words, and what they would like; everyone's screen
    follows. The words come clean and screened. A note the team added stays, and so does the wish
    where none is given. Raises Refused."""
    where, message = message_under_lock(room, seq)
    now = timezone.now()
    own = seat_of(by, where)
    on_duty = staffing.is_open(where, now=now)
    insist(rules_words.may_edit(message, own, where, on_duty=on_duty, now=now))
    if own is not None and not (signal is not None and signal.needs_help):
        insist(order.why_listen(own, where))
    if message.note_by_team:
        note, note_kind = message.note, message.note_kind
    wish = message.intent if intent is None else intent
    was = (message.body, message.note, message.note_kind, message.intent)
    if was == (body, note, note_kind, wish):
        return
    message.body, message.note, message.note_kind, message.intent = body, note, note_kind, wish
    message.edited_at = now
    if message.promised_at is not None:  # nobody has read the new ones
        message.seen_at = message.seen_by = None
        message.promised_at = staffing.promised_time(where, now=now)
    message.save(
        update_fields=[
            "body",
            "note",
            "note_kind",
            "intent",
            "edited_at",
            "seen_at",
            "seen_by",
            "promised_at",
        ]
    )
    if signal is not None:
        put_signal_on_desk(message, where, signal, about=by.pk, at=timezone.now())
        folds.keep_in_sight(message)
    add_event(where, kind=EventKind.EDIT, actor=own, subject_seq=seq)


@transaction.atomic
def delete_message(*, room: str, seq: int, by: Person) -> None:
    """The author takes their words out, hidden or not: the body is emptied for good, the number
    stays. Raises Refused."""
    where, message = message_under_lock(room, seq)
    own = seat_of(by, where)
    insist(rules_words.may_delete(message, own))
    if message.state in EMPTIED:
        return
    empty(message, by=by.pk, why="own")
    _nobody_needs_to_read(message)
    # Words under an earlier name lead to nobody, also when they go.
    actor = own if message.said_as_id is None else None
    add_event(where, kind=EventKind.DELETE, actor=actor, subject_seq=seq)


@transaction.atomic
def hide_message(*, room: str, seq: int, reason: Why, words: str = "", by: Person) -> None:
    """A moderator takes words off every screen. The author is told why, and can ask somebody else
    to look again; the words stay for them and for the desk. Raises Refused."""
    where, message = message_under_lock(room, seq)
    insist_moderates(by, where)
    if not cover(message, reason=reason, by=by) or message.author is None:
        return
    keep_measure(
        person=message.author.person,
        kind=MeasureKind.HIDING,
        reason=reason,
        words=words.strip() or _("Your words are hidden because %(why)s.") % {"why": reason.label},
        by=by,
        area=where.area,
        subject=message.desk_key,
    )


@transaction.atomic
def restore_message(*, room: str, seq: int, reason: WhyBack, by: Person) -> None:
    """A moderator brings hidden words back for a reason, and the author is told. Nobody restores
    their own. Raises Refused."""
    where, message = message_under_lock(room, seq)
    insist(rules_words.may_reopen(by, where, seat_of(by, where), now=timezone.now()))
    if not uncover(message, reason=reason, by=by):
        return
    Measure.objects.filter(kind=MeasureKind.HIDING, subject=message.desk_key, ended_at=None).update(
        ended_at=timezone.now()
    )
    tell_author(message, kind="words_restored")


def cover(message: Message, *, reason: str, by: Person) -> bool:
    """The hiding itself and its record, in a room that is locked, for who has asked who may decide
    and tells the author. False where it was hidden already. Raises Refused."""
    insist(rules_words.may_hide(message, by=by.pk))
    if message.state == MessageState.HIDDEN:
        return False
    message.state, message.state_why = MessageState.HIDDEN, reason
    message.state_at, message.state_by = timezone.now(), by.pk
    message.save(update_fields=["state", "state_why", "state_at", "state_by"])
    _nobody_needs_to_read(message)
    folds.end_fold(message, outcome=FoldEnd.ACTED, by=by.pk)
    _record("hide_message", message, reason=reason, by=by)
    add_event(message.room, kind=EventKind.HIDE, subject_seq=message.seq)
    return True


def uncover(message: Message, *, reason: str, by: Person) -> bool:
    """The restoring itself and its record, as `cover`. False where it was not hidden. Raises
    Refused."""
    insist(rules_words.may_restore(message, by=by.pk))
    if message.state != MessageState.HIDDEN:
        return False
    message.state, message.state_why = MessageState.SHOWN, ""
    message.state_at, message.state_by = None, None
    message.save(update_fields=["state", "state_why", "state_at", "state_by"])
    _record("restore_message", message, reason=reason, by=by)
    if message.seq is None or message.seq >= message.room.first_seq:  # else its time here is over
        add_event(message.room, kind=EventKind.RESTORE, subject_seq=message.seq)
    return True


def empty(message: Message, *, by: int, why: str) -> None:
    """Takes every word out of the message for good, and what was told its author about them. Its
    number, if it has one, stays."""
    for field, nothing in EMPTY.items():
        setattr(message, field, nothing)
    message.reactions.all().delete()
    message.state, message.state_why = MessageState.DELETED, why
    message.state_at, message.state_by = timezone.now(), by
    message.save(update_fields=[*EMPTY, "state", "state_why", "state_at", "state_by"])
    folds.end_fold(message, outcome=FoldEnd.GONE, by=folds.NOBODY)
    intake.forget_words("message", str(message.pk))
    intake.forget_words("rewrite", str(message.pk))
    intake.settle(
        kind=ItemKind.HELD, subject_kind="rewrite", subject_id=str(message.pk), outcome=why
    )


def _nobody_needs_to_read(message: Message) -> None:
    """Words that are gone, or that somebody of the team has looked at, wait for no reader; what is
    taken on the desk is decided there."""
    if message.promised_at is not None:
        intake.settle_open(
            kind=ItemKind.UNREAD, subject_kind="message", subject_id=str(message.pk), outcome="gone"
        )


def _record(act: str, message: Message, *, reason: str, by: Person) -> None:
    write(
        act=act,
        by=by.pk,
        about=message.author.person_id if message.author else None,
        subject=f"message:{message.room_id}:{message.seq}",
        area=message.room.area,
        reason=reason,
    )
