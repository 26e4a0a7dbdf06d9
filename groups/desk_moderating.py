"""What the desk has to ask about words the team took away: what their author wrote anew, and how an
appeal takes back what was covered, or a breather."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.notifications import kinds
from community.safety import subjects
from community.safety.enums import ItemKind, ItemState, MeasureKind
from community.safety.subjects import Context, Line
from groups import rules_moderating
from groups.actions import anew
from groups.actions.breathers import undo_breather
from groups.actions.covering import end_measures, show_whole
from groups.finding import room_under_lock
from groups.locks import lock_places
from groups.models import Message


def join() -> None:
    """Called once, when every app is ready."""
    subjects.register(
        "rewrite",
        snapshot=lambda id: _message(id).rewrite,
        context=_both,
        area=lambda id: _message(id).room.area,
        about=_about,
        opened=_opened,
        is_opened=lambda id: _is_read(_message(id)),
        words=lambda id: _message(id).rewrite,
        lock=_lock,
    )
    only = frozenset({ItemKind.HELD})
    subjects.register_act(
        "rewrite",
        "let_out",
        label=_("Let the new words out"),
        help=_(
            "Everybody reads them in the old place. What was decided about the old ones is over."
        ),
        run=_let_out,
        of=only,
    )
    subjects.register_act(
        "rewrite",
        "ask_anew",
        label=_("Ask for other words"),
        help=_("The author reads your words and can write it anew."),
        run=_ask,
        of=only,
        needs_words=True,
        leaves=ItemState.WAITING,
    )
    subjects.register_undo(MeasureKind.BREATHER, undo=undo_breather)
    subjects.register_undo(MeasureKind.COVERING, undo=_show_again)
    answered = _("Something you wrote has an answer.")
    for kind in ("let_out_anew", "ask_anew"):
        kinds.register(kind, sentence=answered, mails=True)
    kinds.register("breather", sentence=_("There is a kind word for you."), mails=False)
    kinds.register("side_room", sentence=_("Somebody would like to talk with you."), mails=False)


def _message(id: str) -> Message:
    """Raises LookupError."""
    found = (
        Message.objects.select_related("room", "author__person").filter(pk=int(id)).first()
        if id.isdecimal()
        else None
    )
    if found is None:
        raise LookupError(id)
    return found


def _lock(id: str) -> None:
    lock_places([_message(id).room_id])


def _about(id: str) -> int | None:
    author = _message(id).author
    return author.person_id if author else None


def _both(id: str) -> Context:
    """The words that were taken away, then what their author would say instead."""
    message = _message(id)
    lines = (
        _line(message, message.own_words),
        Line(_who(message), message.rewrite, message.rewrote_at, is_subject=True),
    )
    return Context(where=message.room.title, path=_path(message), lines=lines)


def _line(message: Message, words: str) -> Line:
    return Line(_who(message), words, message.written_at)


def _who(message: Message) -> str:
    return message.author_name


def _path(message: Message) -> str:
    return f"{reverse('groups:room', args=[message.room_id])}#m-{message.seq}"


def _is_read(message: Message) -> bool:
    return not message.rewrite or rules_moderating.is_read_anew(message)


@transaction.atomic
def _show_again(*, subject: str, person: Person, by: Person) -> None:
    """Nothing is left to show where the words are gone, or shown again already."""
    try:
        room = room_under_lock(_message(subject.removeprefix("message:")).room_id)
        message = _message(subject.removeprefix("message:"))
    except LookupError:
        return
    message.room = room
    if message.whole:
        show_whole(message, reason="appeal_upheld", by=by)
        end_measures(message)


@transaction.atomic
def _opened(*, id: str, by: Person) -> None:
    message = _message(id)
    if message.rewrite and message.seq is not None:
        anew.open_anew(room=message.room_id, seq=message.seq, by=by)


def _let_out(*, id: str, by: Person, reason: str, words: str, until: datetime | None) -> None:
    message = _message(id)
    anew.let_out_anew(room=message.room_id, seq=message.seq or 0, by=by)


def _ask(*, id: str, by: Person, reason: str, words: str, until: datetime | None) -> None:
    message = _message(id)
    anew.ask_anew(room=message.room_id, seq=message.seq or 0, words=words, by=by)
