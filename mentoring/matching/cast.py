"""What matching knows of people: what they chose to say for it, and nothing else."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from mentoring.matching.week import Free

Id = int | str
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mentor:
    """Somebody who can be asked. `limits` is what they keep away from; `diagnosis` is there only
    where they offer to be matched on it. An age of None and a gender of "" are unknown."""

    id: Id
    languages: frozenset[str]
    free: Free
    capacity: int
    load: int = 0
    timezone: str = "UTC"
    approved: bool = True
    on_break: bool = False
    gender: str = ""
    age: int | None = None
    experience: frozenset[str] = NOTHING
    diagnosis: frozenset[str] = NOTHING
    values: frozenset[str] = NOTHING
    situation: frozenset[str] = NOTHING
    style: frozenset[str] = NOTHING
    goals: frozenset[str] = NOTHING
    limits: frozenset[str] = NOTHING
    prefers: tuple[Id, ...] = ()

    @property
    def places(self) -> int:
        """For how many more people there is a place."""
        return self.capacity - self.load


@dataclass(frozen=True, slots=True)
class Mentee:
    """Somebody who asks. A wish of "" or None is no wish; the age is the mentor's."""

    id: Id
    languages: frozenset[str]
    free: Free
    timezone: str = "UTC"
    waiting_days: int = 0
    wants_gender: str = ""
    age_range: tuple[int, int] | None = None
    match_on_diagnosis: bool = False
    gender: str = ""
    age: int | None = None
    experience: frozenset[str] = NOTHING
    diagnosis: frozenset[str] = NOTHING
    values: frozenset[str] = NOTHING
    situation: frozenset[str] = NOTHING
    style: frozenset[str] = NOTHING
    goals: frozenset[str] = NOTHING
    prefers: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part of a score counts against the others. The coordinator's to set."""

    experience: Fraction = Fraction(3)
    values: Fraction = Fraction(3)
    situation: Fraction = Fraction(1)
    style: Fraction = Fraction(2)
    goals: Fraction = Fraction(2)
    times: Fraction = Fraction(1)
    waiting: Fraction = Fraction(1)
    fair_load: Fraction = Fraction(1)
    preference: Fraction = Fraction(2)


# The parts of a score, in the order in which they are always named.
PARTS = tuple(Weights.__slots__)
# Those in which what one asks for is compared with what the other brings.
SHARED = ("experience", "values", "situation", "style", "goals")


@dataclass(frozen=True, slots=True)
class Instance:
    """Everything one run of matching looks at. `never` holds (mentor, mentee)."""

    day: date
    mentors: tuple[Mentor, ...]
    mentees: tuple[Mentee, ...]
    weights: Weights = field(default_factory=Weights)
    min_overlap: int = 60
    never: frozenset[tuple[Id, Id]] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two people fit, or what does not: a kind and what it is about, said by `words`."""

    kind: str
    keys: tuple[str, ...] = ()
