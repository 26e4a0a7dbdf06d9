"""What the desk has to ask about messages: the words and five lines around them, covering and
showing again, and the three answers to words that wait."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.notifications import kinds
from community.safety import intake, subjects
from community.safety.enums import ItemKind, ItemState
from community.safety.subjects import Context, Line, Sight
from groups.actions import held, wall
from groups.actions.messages import cover, uncover
from groups.enums import EMPTIED, HeldFor, MessageState, RoomKind
from groups.finding import room_under_lock
from groups.folding import label
from groups.locks import lock_places
from groups.models import Message, RoomEvent
from groups.queries.folds import open_fold
from groups.spans import in_brackets
from groups.witness import read_until

AROUND = 5
_FOLDED = _(
    "Three members asked for these words to be looked at. Until somebody decides, others see a line in "
    "their place and can open it. Whatever you choose ends that."
)
_GONE = {False: _("(taken out by the author)"), True: _("(kept no longer)")}


def join() -> None:
    """Called once, when every app is ready."""
    subjects.register(
        "message",
        snapshot=_snapshot,
        context=_context,
        area=lambda id: _message(id).room.area,
        about=_about,
        visible_to=_visible_to,
        hide=_hide,
        restore=_restore,
        is_hidden=lambda id: _message(id).state == MessageState.HIDDEN,
        opened=_opened,
        is_opened=lambda id: not _is_unread(_message(id)),
        author=_author,
        words=lambda id: _own_words(_message(id)),
        parted=lambda id: _message(id).named_at,
        lock=lambda id: lock_places([_room_of(id)]),
        sight=_sight,
    )
    only = frozenset({ItemKind.HELD})
    subjects.register_act(
        "message",
        "let_in",
        label=_("Let it in, if the author still wants"),
        help=_("The author is asked again. Only their yes puts it into the room."),
        run=_let_in,
        of=only,
        leaves=ItemState.WAITING,
    )
    subjects.register_act(
        "message",
        "ask_for_change",
        label=_("Ask for a change"),
        help=_("The author reads your words and can write it anew."),
        run=_ask_for_change,
        of=only,
        needs_words=True,
        leaves=ItemState.WAITING,
    )
    subjects.register_act(
        "message",
        "keep_between_us",
        label=_("Keep it between us"),
        help=_("It stays with the author and the team."),
        run=_keep_between_us,
        of=only,
    )
    waits = _("Something you wrote has an answer.")
    kinds.register(
        "note_added",
        sentence=_("A note stands above something you wrote. Your words are as they were."),
        mails=False,
    )
    for kind in ("words_restored", "offer_held", "ask_for_change", "keep_between_us"):
        kinds.register(kind, sentence=waits, mails=True)


def _message(id: str) -> Message:
    """Raises LookupError."""
    found = (
        Message.objects.select_related("room", "author__person", "said_as")
        .filter(pk=int(id))
        .first()
        if id.isdecimal()
        else None
    )
    if found is None or (found.state == MessageState.HELD and found.held_for == HeldFor.ME):
        raise LookupError(id)
    return found


def _room_of(id: str) -> str:
    """Where it was said, by id, without its words. Raises LookupError."""
    said = Message.objects.filter(pk=int(id)) if id.isdecimal() else Message.objects.none()
    room = said.values_list("room_id", flat=True).first()
    if room is None:
        raise LookupError(id)
    return room


def _sight(id: str) -> Sight:
    message = _message(id)
    lines = _lines(message)
    return Sight(
        kind="message",
        id=id,
        area=message.room.area,
        about=message.author.person_id if message.author else None,
        snapshot=_copy(lines),
        lines=lines,
        named_at=message.named_at,
    )


def _snapshot(id: str) -> str:
    return _copy(_lines(_message(id)))


def _copy(lines: tuple[Line, ...]) -> str:
    return "\n".join(f"{line.who}: {line.words}" for line in lines)


def _context(id: str) -> Context:
    message = _message(id)
    room = reverse("groups:room", args=[message.room_id])
    path = f"{room}#m-{message.seq}" if message.seq else f"{room}waiting/#h-{message.pk}"
    state = _FOLDED if open_fold(message) is not None else ""
    return Context(
        where=message.room.title,
        path=path,
        lines=_lines(message),
        state=state,
        ways=_ways(message),
    )


def _ways(message: Message) -> tuple[tuple[str, str | Promise], ...]:
    """Covering a part, such as how to be harmed, is done on a page of the room."""
    if message.seq is None or message.state != MessageState.SHOWN:
        return ()
    path = reverse("groups:cover", args=[message.room_id, message.seq])
    return ((path, _("Cover a part of them, such as a way to be harmed")),)


def _lines(message: Message) -> tuple[Line, ...]:
    """The message and up to five before and after it; in a room for two, and around words that wait,
    only before. Hidden words are read here, by the desk; what is covered in the lines around stays
    covered."""
    around = Message.objects.filter(room=message.room)
    around = around.select_related("author__person", "said_as")
    if message.seq is None:  # it waits: what stood in the room when it was written
        then = around.filter(seq__isnull=False, written_at__lte=message.written_at)
        before = list(then.order_by("-seq")[:AROUND])
        return tuple(_line(one, subject=message) for one in [*before[::-1], message])
    before = list(around.filter(seq__lt=message.seq).order_by("-seq")[:AROUND])
    after = list(around.filter(seq__gt=message.seq).order_by("seq")[:AROUND])
    if message.room.kind == RoomKind.PAIR:  # what came after was said to the other alone
        after = []
    return tuple(_line(one, subject=message) for one in [*before[::-1], message, *after])


def _line(message: Message, *, subject: Message) -> Line:
    is_subject = message.pk == subject.pk
    words = _own_words(message) if is_subject else _noted(message, in_brackets(message.body))
    return Line(
        who=message.author_name,
        words=words or str(_GONE[message.state == MessageState.EXPIRED]),
        at=message.written_at,
        is_subject=is_subject,
        person=message.author.person_id if message.author else None,
    )


def _own_words(message: Message) -> str:
    """The words as their author wrote them: for who decides about them."""
    return _noted(message, message.own_words)


def _noted(message: Message, words: str) -> str:
    """The words as others met them: a note first, in brackets, where there is one."""
    note = label(message.note, message.note_kind)
    return f"[{note}] {words}" if note and words else words


def _about(id: str) -> int | None:
    author = _message(id).author
    return author.person_id if author else None


def _author(id: str) -> tuple[str, str] | None:
    message = _message(id)
    if message.author is None:
        return None
    wire_id = message.said_as.wire_id if message.said_as else message.author.wire_id
    return "seat", f"{message.room_id}.{wire_id}"


def _is_unread(message: Message) -> bool:
    waits = message.state == MessageState.HELD or message.promised_at is not None
    return waits and message.seen_at is None and message.state not in EMPTIED


@transaction.atomic
def _opened(*, id: str, by: Person) -> None:
    """Waiting words, or a post, were uncovered on the desk: their author may be told so. An item
    that somebody has taken stays theirs to decide."""
    message = _message(id)
    if message.state == MessageState.SHOWN and message.promised_at is not None:
        wall.note_read(message, by=by)
        intake.settle_open(
            kind=ItemKind.UNREAD, subject_kind="message", subject_id=id, outcome=wall.READ
        )
    if message.state == MessageState.HELD:
        held.open_held(room=message.room_id, message=message.pk, by=by)


def _visible_to(id: str, person: int) -> bool:
    """Who sits in the room may report what was said there; who sat there, what was said until
    then. Waiting words nobody has seen."""
    message = _message(id)
    if message.seq is None:
        return False
    until = read_until(message.room_id, person)
    if until is None or message.written_at > until:
        return False
    said = RoomEvent.objects.filter(room=message.room, seq=message.seq)
    return not said.filter(at__gt=until).exists()  # words that waited were said later


@transaction.atomic
def _hide(*, id: str, by: Person, reason: str) -> None:
    cover(_under_lock(id), reason=reason, by=by)


@transaction.atomic
def _restore(*, id: str, by: Person, reason: str) -> None:
    uncover(_under_lock(id), reason=reason, by=by)


def _under_lock(id: str) -> Message:
    """Read again under the lock: what was decided on may be gone by now."""
    room = room_under_lock(_message(id).room_id)
    message = _message(id)
    message.room = room
    return message


def _let_in(*, id: str, by: Person, reason: str, words: str, until: datetime | None) -> None:
    message = _message(id)
    held.offer_held(room=message.room_id, message=message.pk, by=by)


def _ask_for_change(
    *, id: str, by: Person, reason: str, words: str, until: datetime | None
) -> None:
    message = _message(id)
    held.ask_for_change(room=message.room_id, message=message.pk, words=words, by=by)


def _keep_between_us(
    *, id: str, by: Person, reason: str, words: str, until: datetime | None
) -> None:
    message = _message(id)
    held.keep_between_us(room=message.room_id, message=message.pk, by=by)
