"""What the desk can be about. It knows kinds and ids; features say what stands behind them.

In the feature's `AppConfig.ready`:

    subjects.register(
        "message",
        snapshot=...,    # (id) -> str: the words as they are now, with up to five lines around
        context=...,     # (id) -> Context: where it is and what stands around it now
        area=...,        # (id) -> str: who looks after it, "group:4"; HOUSE where no group does
        about=...,       # (id) -> int | None: the person it is from or about
        visible_to=...,  # (id, person) -> bool: has this person, by number, seen it or may they now
                         #   (who left or was removed still may report what they saw)
        hide=...,        # (*, id, by: Person, reason: str) -> None: covers the words, records it
        restore=...,     # (*, id, by: Person, reason: str) -> None: shows them again, records it
        is_hidden=...,   # (id) -> bool
        opened=...,      # (*, id, by: Person) -> None: somebody of the team uncovered the words just
                         #   now, so that the author is told truly who has read them
        is_opened=...,   # (id) -> bool: whether that was done for the words as they are now
        author=...,      # (id) -> (kind, id) | None: the subject that stands for its author, so that
                         #   somebody can tell about the person instead of these words
        words=...,       # (id) -> str: the words alone; a signal keeps them as they were then
        lock=...,        # (id) -> None: locks what acts on it change, until the transaction ends
        parted=...,      # (id) -> datetime | None: a moment of the name it stands under, where its
                         #   author has parted from that since: nothing may show who they are now
        sight=...,       # (id) -> Sight: all of what telling the team asks, where that can be read at
                         #   once; else it is put together from the above
    )
    subjects.register_act("message", "remove", ...)   # see `Act`

`snapshot`, `context`, `area` and `about` raise LookupError for an id that is not there; a page then
says "not found". `hide`, `restore` and acts run inside the desk's transaction and raise Refused.
They change the thing and write its record; the desk itself tells the person concerned, in the
moderator's own words, and keeps the measure they can appeal against. The desk has already asked who
may decide (`rules.may_decide`): a coordinator who looks again at an appeal is nobody's moderator.

    subjects.register_undo(MeasureKind.REMOVAL, undo=...)
        # (*, subject, person: Person, by: Person): what an upheld appeal takes back; `subject` is
        # the measure's own key, "room:3f9a". Covered words are shown again by `restore`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.utils.functional import Promise

from community.accounts.models import Person
from community.safety.enums import ItemKind, ItemState, MeasureKind

HOUSE = "house"  # the area of what belongs to no group: every moderator and coordinator looks
APPEALS = "appeals"  # only those who look again at others' decisions see it


@dataclass(frozen=True, slots=True)
class Line:
    """One line around a subject. `is_subject` marks the one it is about, `person` whose it is."""

    who: str
    words: str
    at: datetime | None = None
    is_subject: bool = False
    person: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Where a subject is, and what stands around it now. `state`: what others see of it instead of
    the words, where that is something else. `ways`: pages of the feature where more can be done to
    it, each with its address and name, for whoever has the item."""

    where: str = ""
    path: str = ""
    lines: tuple[Line, ...] = ()
    state: str | Promise = ""
    ways: tuple[tuple[str, str | Promise], ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """A subject as it is at one moment, read once, for an act that asks for all of it."""

    kind: str
    id: str
    area: str
    about: int | None
    snapshot: str
    lines: tuple[Line, ...] = ()
    named_at: datetime | None = None


class Cover(Protocol):
    def __call__(self, *, id: str, by: Person, reason: str) -> None: ...


class Opened(Protocol):
    def __call__(self, *, id: str, by: Person) -> None: ...


class Run(Protocol):
    """Answers the key of what the measure is about, "room:3f9a"; None: the subject itself."""

    def __call__(
        self, *, id: str, by: Person, reason: str, words: str, until: datetime | None
    ) -> str | None: ...


class Undo(Protocol):
    def __call__(self, *, subject: str, person: Person, by: Person) -> None: ...


@dataclass(frozen=True, slots=True)
class Act:
    """One more thing a moderator can choose on the desk for a kind of subject.

    `of` says for which items it is offered, `label` and `help` are read on the desk. Where
    `measure` is set the person concerned gets the words, an entry of their own and an appeal.
    `leaves` is where the item stands afterwards: closed, or waiting for the person. `has_end` asks
    for a date, `needs_words` for words to the person.
    """

    name: str
    label: str | Promise
    run: Run
    help: str | Promise = ""
    of: frozenset[ItemKind] = frozenset({ItemKind.REPORT, ItemKind.SIGNAL})
    measure: MeasureKind | None = None
    needs_words: bool = False
    has_end: bool = False
    leaves: ItemState = ItemState.CLOSED


@dataclass(frozen=True, slots=True)
class Subject:
    """How the desk asks about one kind."""

    kind: str
    snapshot: Callable[[str], str]
    context: Callable[[str], Context]
    area: Callable[[str], str]
    about: Callable[[str], int | None]
    visible_to: Callable[[str, int], bool]
    hide: Cover | None
    restore: Cover | None
    is_hidden: Callable[[str], bool]
    opened: Opened | None = None
    is_opened: Callable[[str], bool] = lambda id: True
    author: Callable[[str], tuple[str, str] | None] | None = None
    lock: Callable[[str], None] | None = None
    words: Callable[[str], str] | None = None
    parted: Callable[[str], datetime | None] = lambda id: None
    sight: Callable[[str], Sight] | None = None


class Unknown(LookupError):
    """No feature registered this kind."""


_subjects: dict[str, Subject] = {}
_acts: dict[str, dict[str, Act]] = {}
_undos: dict[MeasureKind, Undo] = {}


def _nobody(id: str, person: int) -> bool:
    return False


def _never(id: str) -> bool:
    return False


def _not_parted(id: str) -> datetime | None:
    return None


def _always(id: str) -> bool:
    return True


def register(
    kind: str,
    *,
    snapshot: Callable[[str], str],
    context: Callable[[str], Context],
    area: Callable[[str], str],
    about: Callable[[str], int | None],
    visible_to: Callable[[str, int], bool] = _nobody,
    hide: Cover | None = None,
    restore: Cover | None = None,
    is_hidden: Callable[[str], bool] = _never,
    opened: Opened | None = None,
    is_opened: Callable[[str], bool] = _always,
    author: Callable[[str], tuple[str, str] | None] | None = None,
    lock: Callable[[str], None] | None = None,
    words: Callable[[str], str] | None = None,
    parted: Callable[[str], datetime | None] = _not_parted,
    sight: Callable[[str], Sight] | None = None,
) -> None:
    """Makes a kind known to the desk. Without `visible_to` nobody can report it. Last word wins."""
    _subjects[kind] = Subject(
        kind,
        snapshot,
        context,
        area,
        about,
        visible_to,
        hide,
        restore,
        is_hidden,
        opened,
        is_opened,
        author,
        lock,
        words,
        parted,
        sight,
    )


def register_act(
    kind: str,
    act: str,
    *,
    label: str | Promise,
    run: Run,
    help: str | Promise = "",
    of: frozenset[ItemKind] = frozenset({ItemKind.REPORT, ItemKind.SIGNAL}),
    measure: MeasureKind | None = None,
    needs_words: bool = False,
    has_end: bool = False,
    leaves: ItemState = ItemState.CLOSED,
) -> None:
    """Adds a choice to the desk for this kind of subject: see `Act`. The last word wins."""
    _acts.setdefault(kind, {})[act] = Act(
        act, label, run, help, of, measure, needs_words, has_end, leaves
    )


def get(kind: str) -> Subject:
    """The subject of this kind. Raises Unknown."""
    try:
        return _subjects[kind]
    except KeyError:
        raise Unknown(kind) from None


def lock(kind: str, id: str) -> None:
    """Locks what acts on this subject change, where its feature says what that is. Raises
    LookupError."""
    subject = get(kind)
    if subject.lock is not None:
        subject.lock(id)


def sight(kind: str, id: str) -> Sight:
    """The subject as it is now. An act asks for it with the subject locked. Raises LookupError."""
    subject = get(kind)
    if subject.sight is not None:
        return subject.sight(id)
    return Sight(
        kind=kind,
        id=id,
        area=subject.area(id),
        about=subject.about(id),
        snapshot=subject.snapshot(id),
        lines=subject.context(id).lines,
        named_at=subject.parted(id),
    )


def words_of(kind: str, id: str) -> str:
    """The words themselves as they are now; nothing where they are gone or have none."""
    try:
        words = get(kind).words
        return words(id) if words is not None else ""
    except LookupError:
        return ""


def named_at(kind: str, id: str) -> datetime | None:
    """A moment of the name this stands under, where its author has parted from it. Kinds of the
    desk's own stand under the name of now."""
    return _subjects[kind].parted(id) if kind in _subjects else None


def acts(kind: str, *, item: ItemKind) -> list[Act]:
    """What can be chosen for an item of this kind about a subject of that kind, as registered."""
    return [act for act in _acts.get(kind, {}).values() if item in act.of]


def act(kind: str, name: str) -> Act | None:
    """One registered act, or None."""
    return _acts.get(kind, {}).get(name)


def register_undo(measure: MeasureKind, *, undo: Undo) -> None:
    """Says how an upheld appeal takes a measure of this kind back. The last word wins."""
    _undos[measure] = undo


def undo_of(measure: MeasureKind) -> Undo | None:
    """How a measure of this kind is taken back, or None."""
    return _undos.get(measure)
