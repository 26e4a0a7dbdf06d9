"""Acts around words that are there: a moderator adds a note above them, a reader tells their author
something without words."""

from django.db import transaction
from django.utils import timezone

from community import live
from community.accounts.models import Block, Person
from community.record.write import write
from community.refusal import insist
from groups import rules_speaking
from groups.actions.telling import tell_author
from groups.append import add_event
from groups.enums import EventKind, NoteKind, ReactionKind
from groups.finding import message_under_lock, seat_of
from groups.models import Message, Reaction


@transaction.atomic
def add_note(*, room: str, seq: int, note_kind: NoteKind, note: str = "", by: Person) -> None:
    """A moderator says above somebody's words what they are about, so that others can choose. The
    words stay as they are, and nothing is held against their author. The note comes clean. Raises
    Refused."""
    where, message = message_under_lock(room, seq)
    insist(rules_speaking.may_note(by, message, seat_of(by, where), now=timezone.now()))
    if (message.note_kind, message.note) == (note_kind, note):
        return
    is_first = not message.note_by_team
    message.note_kind, message.note, message.note_by_team = note_kind, note, True
    _tell(message, act="add_note", reason=note_kind, by=by)
    if is_first:
        tell_author(message, kind="note_added")


@transaction.atomic
def take_note_away(*, room: str, seq: int, by: Person) -> None:
    """A moderator takes away a note the team added. Raises Refused."""
    where, message = message_under_lock(room, seq)
    insist(rules_speaking.may_note(by, message, seat_of(by, where), now=timezone.now()))
    if not message.note_by_team:
        return
    reason = message.note_kind
    message.note_kind, message.note, message.note_by_team = "", "", False
    _tell(message, act="take_note_away", reason=reason, by=by)


@transaction.atomic
def react(*, room: str, seq: int, kind: ReactionKind, by: Person) -> None:
    """Tells the author one of three things. Twice is once. It reaches nobody where the author does
    not hear this person, who cannot find that out. Raises Refused."""
    message = _heard(room, seq, by=by)
    _, is_new = Reaction.objects.get_or_create(message=message, person=by, kind=kind)
    if is_new:
        _hint(message, by=by)


@transaction.atomic
def take_reaction_back(*, room: str, seq: int, kind: ReactionKind, by: Person) -> None:
    """As if it had not been said. Raises Refused."""
    message = _heard(room, seq, by=by)
    if Reaction.objects.filter(message=message, person=by, kind=kind).delete()[0]:
        _hint(message, by=by)


def _heard(room: str, seq: int, *, by: Person) -> Message:
    where, message = message_under_lock(room, seq)
    author = message.author
    blocked = author is not None and Block.objects.filter(by=by, of=author.person_id).exists()
    insist(rules_speaking.may_react(seat_of(by, where), message, blocked=blocked))
    return message


def _hint(message: Message, *, by: Person) -> None:
    """The author's open screens ask what is new: a hint without words, and none from somebody they
    do not hear."""
    author = message.author
    if author is None or Block.objects.filter(by=author.person_id, of=by).exists():
        return
    live.me(author.person_id, kind="heard", id=f"{message.room_id}:{message.seq}")


def _tell(message: Message, *, act: str, reason: str, by: Person) -> None:
    message.save(update_fields=["note_kind", "note", "note_by_team"])
    write(
        act=act,
        by=by.pk,
        about=message.author.person_id if message.author else None,
        subject=f"message:{message.room_id}:{message.seq}",
        area=message.room.area,
        reason=reason,
    )
    add_event(message.room, kind=EventKind.NOTE, actor=None, subject_seq=message.seq)
