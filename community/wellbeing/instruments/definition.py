"""What an instrument is. Pure: it knows no database and no page.

Each instrument has a file of its own beside this one. The wording of published instruments is
verbatim in English and is never put into plainer words: a translation is another instrument, with
its own version.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from django.utils.functional import Promise

Words = str | Promise

NAME_AND_NUMBER = re.compile(r"(?<=[A-Z])-(?=\d)")  # as in the names of most scales
UNBROKEN = "\N{NON-BREAKING HYPHEN}"


class Direction(StrEnum):
    """What a higher number says."""

    HIGHER_IS_WORSE = "higher is worse"
    HIGHER_IS_BETTER = "higher is better"


class Kind(StrEnum):
    """How a total comes about."""

    SUM = "sum"  # of the values
    PERCENT = "percent"  # of the values, stretched to 0-100
    MEAN = "mean"  # of the values, two digits
    COUNT = "count"  # of the answers that count as one
    NONE = "none"  # each answer stands for itself


class Wording(StrEnum):
    """Whether the words of the items are here."""

    HERE = "here"  # free to show to everybody
    PACK = "pack"  # here, and off until the operator has read the licence
    MISSING = "missing"  # the operator completes them, with the permission they got
    OURS = "ours"  # our own short measure: feedback, no instrument


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, with the value that is stored."""

    value: int
    words: Words
    code: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `words` is empty where the wording is not ours to show. `options`: answers of its
    own, where it has other ones than the rest."""

    words: Words
    code: str = ""
    is_reversed: bool = False
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A published range of totals, both ends in it, under its published name."""

    low: float
    high: float
    key: str
    words: Words


@dataclass(frozen=True, slots=True)
class Scoring:
    """How answers become a total, as published. `version` is stored with every total: another rule
    is another version, and old totals stay what they were.

    `may_miss`: how many answers may be missing where proration was published; the total then is
    mean × items, rounded half up. `counts_as_one`: for Kind.COUNT, the values that count, by item.
    """

    version: str
    kind: Kind
    may_miss: int = 0
    counts_as_one: tuple[frozenset[int], ...] = ()


@dataclass(frozen=True, slots=True)
class Risk:
    """An answer of this value or more shows help at once; from `sooner_at` a person reads sooner.
    `item` counts from 0."""

    item: int
    at_least: int
    sooner_at: int
    flag: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """One scale. `interval` is the shortest time between two fillings, `reliable_change` the least
    difference that is called a change; None: none was published, so no change is ever said. `after`:
    asked behind the others where one of those was answered with more than the least, and in no total.
    `same_words`: versions before this one that asked the same scored questions, word for word."""

    key: str
    version: str
    title: Words
    short: Words
    wording: Wording
    licence: str
    notice: str
    stem: Words
    recall: Words
    items: tuple[Item, ...]
    options: tuple[Option, ...]
    scoring: Scoring
    direction: Direction
    interval: timedelta
    bands: tuple[Band, ...] = ()
    reliable_change: float | None = None
    risks: tuple[Risk, ...] = ()
    after: tuple[Item, ...] = ()
    same_words: frozenset[str] = frozenset()
    about: Words = ""
    languages: tuple[str, ...] = ("en",)
    sources: tuple[str, ...] = ()
    codes: dict[str, str] = field(default_factory=dict)

    def asks_as(self, version: str) -> bool:
        """Whether that version asked the same scored questions."""
        return version == self.version or version in self.same_words

    @property
    def name(self) -> str:
        """The short name as pages write it: no line ends within it."""
        return NAME_AND_NUMBER.sub(UNBROKEN, str(self.short))

    @property
    def full_name(self) -> str:
        """What it is about, and its short name."""
        return f"{self.title} ({self.name})"

    @property
    def cited(self) -> tuple[str, ...]:
        """The sources as pages write them."""
        return tuple(NAME_AND_NUMBER.sub(UNBROKEN, source) for source in self.sources)

    @property
    def asked(self) -> tuple[Item, ...]:
        """Every question there can be, in order."""
        return (*self.items, *self.after)

    def options_of(self, item: int) -> tuple[Option, ...]:
        """The answers to choose from for this question, counted from 0."""
        return self.asked[item].options or self.options

    @property
    def values(self) -> frozenset[int]:
        """The values that may be answered."""
        return frozenset(option.value for option in self.options)

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and the highest total there can be."""
        low, high = min(self.values), max(self.values)
        match self.scoring.kind:
            case Kind.SUM:
                return low * len(self.items), high * len(self.items)
            case Kind.PERCENT:
                return 0, 100
            case Kind.COUNT:
                return 0, len(self.items)
            case _:
                return low, high
