"""What the product tells matching of a person who is shown suggestions, and who is suggested."""

from dataclasses import dataclass, field
from datetime import date

from mentoring.matching.cast import Mentee, Mentor, Reason
from mentoring.matching.slots import free

NOTHING: frozenset[str] = frozenset()
NOBODY: frozenset[int] = frozenset()
Lived = tuple[tuple[str, str], ...]  # a topic and when it was, where that is said


@dataclass(frozen=True, slots=True)
class Seeker:
    """A member who asks. `never` are people who must not be suggested: blocks, either way, and
    those who were asked already. `rooms_of` are those who look after a room they are in."""

    person: int
    topics: frozenset[str]
    languages: frozenset[str]
    times: frozenset[str]
    style: str = ""
    never: frozenset[int] = frozenset()
    values: frozenset[str] = NOTHING
    situation: frozenset[str] = NOTHING
    goals: frozenset[str] = NOTHING
    wants_gender: str = ""
    age_range: tuple[int, int] | None = None
    waiting_days: int = 0
    request: int = 0
    diagnosis: frozenset[str] = NOTHING  # named only where it may count
    prefers: tuple[int, ...] = ()  # mentors, the first choice first
    zone: str = "UTC"
    day: date = date(2026, 1, 5)  # time together is that of its week
    rooms_of: frozenset[int] = NOBODY
    lived: Lived = ()

    def as_mentee(self) -> Mentee:
        """The same for the rules and the score."""
        return Mentee(
            id=self.request,
            languages=self.languages,
            free=free(self.times),
            timezone=self.zone,
            waiting_days=self.waiting_days,
            wants_gender=self.wants_gender,
            age_range=self.age_range,
            match_on_diagnosis=bool(self.diagnosis),
            experience=self.topics,
            diagnosis=self.diagnosis,
            values=self.values,
            situation=self.situation,
            style=frozenset({self.style} - {""}),
            goals=self.goals,
            prefers=self.prefers,
        )


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
    values: frozenset[str] = NOTHING
    situation: frozenset[str] = NOTHING
    goals: frozenset[str] = NOTHING
    gender: str = ""
    age: int | None = None
    diagnosis: frozenset[str] = NOTHING
    prefers: tuple[int, ...] = ()  # requests of people they named, the first choice first
    zone: str = "UTC"
    lived: Lived = ()

    def as_mentor(self) -> Mentor:
        """The same for the rules and the score. Nobody is a candidate who was not approved."""
        capacity = max(self.places, self.free, 0)
        return Mentor(
            id=self.mentor,
            languages=self.languages,
            free=free(self.times),
            timezone=self.zone,
            capacity=capacity,
            load=capacity - self.free,
            gender=self.gender,
            age=self.age,
            experience=self.topics,
            values=self.values,
            situation=self.situation,
            style=self.styles,
            goals=self.goals,
            limits=self.limits,
            diagnosis=self.diagnosis,
            prefers=self.prefers,
        )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One mentor for one member, with the reasons. `score` is 0 to 1, and shown to nobody."""

    mentor: int
    name: str
    score: float
    fits: tuple[Reason, ...] = field(default=())
    but: tuple[Reason, ...] = field(default=())
