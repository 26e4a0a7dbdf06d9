"""Words the team has hidden or covered, written anew by their author, read by a moderator first.

Only the author writes; a moderator lets the new words out or asks for others. Until then nothing
changes on any screen, and the author can take them back.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record.write import write
from community.refusal import insist
from community.safety import intake
from community.safety.enums import ItemKind, Level, MeasureKind
from community.safety.models import Measure
from groups import rules_moderating, rules_words
from groups.actions.covering import end_measures
from groups.actions.telling import tell_author
from groups.append import HELD_PROMISE, add_event
from groups.enums import EventKind, MessageState
from groups.finding import message_under_lock, seat_of
from groups.models import Message, Room
from groups.near import Signal

# Reading and writing at the same tick of the clock is told apart.
_TICK = timedelta(microseconds=1)


@transaction.atomic
def write_anew(*, room: str, seq: int, body: str, signal: Signal | None = None, by: Person) -> None:
    """The author's other words wait for a moderator, in place of what they wrote anew before. They
    come clean and screened. Raises Refused."""
    where, message = message_under_lock(room, seq)
    insist(rules_moderating.may_write_anew(message, seat_of(by, where), where))
    if message.rewrite == body:
        return
    message.rewrite, message.rewrote_at, message.wish = body, timezone.now(), ""
    message.save(update_fields=["rewrite", "rewrote_at", "wish"])
    _put(message, where, ItemKind.HELD, Level.TODAY, (), by=by)
    if signal is not None:
        _put(message, where, ItemKind.SIGNAL, signal.level, signal.codes, by=by)


@transaction.atomic
def take_back_anew(*, room: str, seq: int, by: Person) -> None:
    """The author takes the new words back: nothing of them is kept. Raises Refused."""
    where, message = message_under_lock(room, seq)
    insist(rules_moderating.may_take_back_anew(message, seat_of(by, where)))
    _forget(message, outcome="taken_back")
    message.save(update_fields=["rewrite", "rewrote_at", "wish"])
    intake.forget_words("rewrite", str(message.pk))


@transaction.atomic
def open_anew(*, room: str, seq: int, by: Person) -> None:
    """A moderator uncovers them: they may be answered now. Raises Refused."""
    _where, message = _for_team(room, seq, by=by)
    insist(rules_moderating.may_read_anew(message))
    if rules_moderating.is_read_anew(message):
        return
    assert message.rewrote_at is not None
    message.seen_at = max(timezone.now(), message.rewrote_at + _TICK)
    message.seen_by = by.pk
    message.save(update_fields=["seen_at", "seen_by"])


@transaction.atomic
def let_out_anew(*, room: str, seq: int, by: Person) -> None:
    """A moderator lets the new words out: everybody reads them in the old place, and what was
    decided about the old ones is over. Raises Refused."""
    where, message = _for_team(room, seq, by=by)
    insist(rules_moderating.may_answer_anew(message, by=by.pk))
    was_hidden = message.state == MessageState.HIDDEN
    message.body, message.edited_at = message.rewrite, message.rewrote_at
    message.whole, message.covered = "", []
    message.state, message.state_why = MessageState.SHOWN, ""
    message.state_at = message.state_by = None
    _forget(message, outcome="let_out")
    message.save()
    end_measures(message)
    Measure.objects.filter(kind=MeasureKind.HIDING, subject=message.desk_key, ended_at=None).update(
        ended_at=timezone.now()
    )
    kind = EventKind.RESTORE if was_hidden else EventKind.EDIT
    add_event(where, kind=kind, actor=message.author, subject_seq=seq)
    _answer("let_out_anew", where, message, by=by)


@transaction.atomic
def ask_anew(*, room: str, seq: int, words: str, by: Person) -> None:
    """A moderator asks for other words, and says why in words of their own. Raises Refused."""
    where, message = _for_team(room, seq, by=by)
    insist(rules_moderating.may_answer_anew(message, by=by.pk))
    message.wish = words
    message.save(update_fields=["wish"])
    _answer("ask_anew", where, message, by=by)


def _for_team(room: str, seq: int, *, by: Person) -> tuple[Room, Message]:
    """For the room's moderators, or for who leads and has it. Raises Refused."""
    where, message = message_under_lock(room, seq)
    own = seat_of(by, where)
    insist(rules_words.may_answer_held(by, where, message, own, subject="rewrite"))
    return where, message


def _forget(message: Message, *, outcome: str) -> None:
    message.rewrite, message.rewrote_at, message.wish = "", None, ""
    intake.settle(
        kind=ItemKind.HELD, subject_kind="rewrite", subject_id=str(message.pk), outcome=outcome
    )


def _put(
    message: Message,
    room: Room,
    kind: ItemKind,
    level: Level,
    codes: tuple[str, ...],
    *,
    by: Person,
) -> None:
    intake.put_on_desk(
        kind=kind,
        level=level,
        area=room.area,
        subject_kind="rewrite",
        subject_id=str(message.pk),
        about=by.pk,
        signals=codes,
        at=timezone.now(),
        promise=HELD_PROMISE if kind == ItemKind.HELD else None,
    )


def _answer(act: str, room: Room, message: Message, *, by: Person) -> None:
    write(
        act=act,
        by=by.pk,
        about=message.author.person_id if message.author else None,
        subject=f"message:{message.room_id}:{message.seq}",
        area=room.area,
    )
    tell_author(message, kind=act)
