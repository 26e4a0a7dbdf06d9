"""The best for everybody who waits, at once: what would be asked of whom, before anybody is asked.

Nothing is left to chance: the same requests, mentors and weights give the same plan, and `mark` names
it, so that what a coordinator saw is what is done, or nothing."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone

from community.accounts.enums import Standing
from mentoring.enums import RequestState
from mentoring.matching.cast import Instance
from mentoring.matching.people import Candidate, Seeker, Suggestion
from mentoring.matching.rank import may_be_suggested, suggest
from mentoring.matching.score import MOST
from mentoring.models import Fitting, Mentor, Request
from mentoring.queries.matching import MOST as MOST_PLACES
from mentoring.queries.matching import candidates, seekers, this_week


@dataclass(frozen=True, slots=True)
class Plan:
    """Who would be asked for whom, by the numbers of requests and mentors, and who is left. `total`
    is in thousandths of a point; `gap` is how far it may be from the optimum."""

    pairs: dict[int, int]
    scores: dict[int, int]
    left: tuple[int, ...]
    total: int
    gap: int
    mark: str

    @property
    def average(self) -> float:
        """Points of a pair, on average; 0 where there is none."""
        return self.total / len(self.pairs) / 1000 if self.pairs else 0.0


@dataclass(frozen=True, slots=True)
class Both:
    """The two sides as matching knows them, by their numbers."""

    seekers: dict[int, Seeker]
    candidates: dict[int, Candidate]

    def suggestion(self, request: int, mentor: int, set_so: Fitting) -> Suggestion:
        """Why the two fit and what does not."""
        return self._suggest(request, [self.candidates[mentor]], set_so)[0]

    def suggestions(self, request: int, set_so: Fitting) -> list[Suggestion]:
        """The few who fit one of those who wait, the best first."""
        return self._suggest(request, self.candidates.values(), set_so)

    def _suggest(
        self, request: int, among: Iterable[Candidate], set_so: Fitting
    ) -> list[Suggestion]:
        seeker, least = self.seekers[request], set_so.min_overlap
        return suggest(seeker, among, set_so.as_weights, min_overlap=least)


def waiting(only: Sequence[int] | None = None) -> list[Request]:
    """The requests nobody was asked for, the longest first; their words are not read."""
    found = Request.objects.filter(state=RequestState.OPEN, person__standing=Standing.ACTIVE)
    if only is not None:
        found = found.filter(pk__in=only)
    return list(found.select_related("person").defer("hopes").order_by("asked_at", "pk"))


def both_sides(requests: Sequence[Request], *, most: int = MOST_PLACES) -> Both:
    """Those who wait, and the mentors who have a place, `most` places each at most; a fixed number of
    questions."""
    return Both(seekers(requests), {one.mentor: one for one in candidates(most=most)})


def plan(both: Both, set_so: Fitting) -> Plan:
    """The best for these people, with matching set so."""
    # Here, and not above: no process that shows pages loads numpy and OR-tools before it matches.
    from mentoring.matching.grid import grid
    from mentoring.matching.optimum import best

    table = grid(_instance(both, set_so))
    found = best(table.scores, [m.places for m in table.mentors])
    pairs, scores, left = {}, {}, []
    for row, column in enumerate(found.column.tolist()):
        request = int(table.mentees[row].id)
        if column < 0:
            left.append(request)
            continue
        pairs[request] = int(table.mentors[column].id)
        scores[request] = int(table.scores[row, column])
    mark = hashlib.sha256(repr(sorted(pairs.items())).encode()).hexdigest()[:16]
    return Plan(pairs, scores, tuple(left), found.total, found.gap, mark)


def may_be_asked(both: Both, request: int, mentor: int, set_so: Fitting) -> bool:
    """Whether the rules let the team ask this mentor for this request."""
    seeker, candidate = both.seekers.get(request), both.candidates.get(mentor)
    if seeker is None or candidate is None:
        return False
    return may_be_suggested(seeker, candidate, min_overlap=set_so.min_overlap)


def names(mentors: Sequence[int]) -> dict[int, str]:
    """Mentors by their numbers, as they are called."""
    rows = Mentor.objects.filter(pk__in=mentors).values_list("pk", "person__handle")
    return dict(rows)


def share(score: int) -> float:
    """A score as an offer keeps it, 0 to 1."""
    return score / MOST


def _instance(both: Both, set_so: Fitting) -> Instance:
    """Both sides, each by their own clock, in this week."""
    by_person: dict[int, list[int]] = {}
    for number, candidate in both.candidates.items():
        by_person.setdefault(candidate.person, []).append(number)
    never = {
        (mentor, request)
        for request, seeker in both.seekers.items()
        for person in (seeker.person, *seeker.never)
        for mentor in by_person.get(person, ())
    }
    return Instance(
        day=this_week(timezone.now()),
        mentors=tuple(one.as_mentor() for one in both.candidates.values()),
        mentees=tuple(one.as_mentee() for one in both.seekers.values()),
        weights=set_so.as_weights,
        min_overlap=set_so.min_overlap,
        never=frozenset(never),
    )
