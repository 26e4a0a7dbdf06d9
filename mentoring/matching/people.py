"""What matching knows of a person: what they chose to say for it, and nothing else."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seeker:
    """A member who asks. `never` are people who must not be suggested: blocks, either way, and
    those who were asked already."""

    person: int
    topics: frozenset[str]
    languages: frozenset[str]
    times: frozenset[str]
    style: str = ""
    never: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor who can be asked. `free` is how many more people they have a place for;
    `shows_topics` says whether a stranger may read what they have lived through."""

    mentor: int
    person: int
    name: str
    topics: frozenset[str]
    limits: frozenset[str]
    languages: frozenset[str]
    times: frozenset[str]
    styles: frozenset[str]
    free: int
    places: int = 1
    shows_topics: bool = True


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each thing counts against the others. The coordinator's to set."""

    experience: float = 3.0
    times: float = 2.0
    style: float = 1.0
    fair_load: float = 1.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two people fit, or what does not: a kind and what it is about, said by `words`."""

    kind: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One mentor for one member, with the reasons. `score` is 0 to 1, and shown to nobody."""

    mentor: int
    name: str
    score: float
    fits: tuple[Reason, ...] = field(default=())
    but: tuple[Reason, ...] = field(default=())
