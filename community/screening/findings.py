"""What screening hands back: a level, a score, and reasons that a person can check.

Nothing here decides about anyone. A finding means "please read this now, and here is why".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Level(StrEnum):
    """How soon a person should read the message, from "no sign" to "now"."""

    NONE = "none"
    LOW = "low"
    AMBER = "amber"
    RED = "red"
    CRISIS = "crisis"

    @property
    def rank(self) -> int:
        return _ORDER.index(self)


_ORDER = (Level.NONE, Level.LOW, Level.AMBER, Level.RED, Level.CRISIS)


class Signal(StrEnum):
    """What kind of thing was heard. Only ATTACK is about harm done to another member."""

    ACT = "act"
    PLAN = "plan"
    METHOD = "method"
    THOUGHT = "thought"
    WISH = "wish"
    HOPELESS = "hopeless"
    SELF_HARM = "self_harm"
    TOPIC = "topic"
    CONCERN = "concern"
    ATTACK = "attack"
    WORDING = "wording"
    LANGUAGE = "language"


class Turn(StrEnum):
    """What turned a signal down: the words are there, but they say something else."""

    NEGATION = "negation"
    PAST = "past"
    RECOVERY = "recovery"
    THIRD_PERSON = "third_person"
    HELPER = "helper"
    IDIOM = "idiom"
    QUOTATION = "quotation"
    FICTION = "fiction"
    BEREAVEMENT = "bereavement"
    DOSE = "dose"


@dataclass(frozen=True, slots=True)
class Reason:
    """One signal, where it stands in the original text, and what turned it."""

    signal: Signal
    start: int
    end: int
    rule: str
    turned: tuple[Turn, ...] = ()

    @property
    def words(self) -> _StrPromise:
        """The reason as a moderator reads it, in the reader's language."""
        from community.screening.words import reason_words  # needs gettext only when read

        return reason_words(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """The whole answer for one text. `target_at_risk` means: look after the person addressed."""

    level: Level
    score: float
    reasons: tuple[Reason, ...] = ()
    language: str = "en"

    @property
    def target_at_risk(self) -> bool:
        return any(reason.signal is Signal.ATTACK and not reason.turned for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Context:
    """What the caller knows beside the text.

    `peer_handles` are the visible names of people in the same room: with them an attack by
    name is recognised without an @. `previous` are the author's own words just before, so that
    a sentence cut into several short messages is still read as one.
    """

    peer_handles: frozenset[str] = field(default_factory=frozenset)
    previous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact detail that someone may not have meant to share."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Method:
    """A way of dying that is named. `detail`: an amount, a place or means at hand stand by it."""

    start: int
    end: int
    detail: bool
