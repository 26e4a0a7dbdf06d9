"""How well two people fit: 0 to 100 points, whole thousandths of a point, of this pair alone.

Everything is counted in whole numbers, so that sums are exact, every machine gets the same, and
"the best" is never a matter of rounding. Each part is a share of a million; the score is their
weighted mean. What somebody did not ask for counts half: it speaks neither for nor against.

`grid` does the same for all pairs at once; the tests hold the two together.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from mentoring.matching.cast import PARTS, SHARED, Id, Mentee, Mentor, Weights

WHOLE = 1_000_000
HALF = WHOLE // 2
MOST = 100_000  # a hundred points
ENOUGH_TIME = 300  # minutes a week; more is no better
LONG_WAIT = 90  # days; the lift grows until then
_PER_POINT = WHOLE // MOST


def parts(mentee: Mentee, mentor: Mentor, *, together: int) -> dict[str, int]:
    """Each part of the score, 0 to a million."""
    found = {name: share(*both(name, mentee, mentor)) for name in SHARED}
    found["times"] = min(together, ENOUGH_TIME) * WHOLE // ENOUGH_TIME
    found["waiting"] = min(mentee.waiting_days, LONG_WAIT) * WHOLE // LONG_WAIT
    found["fair_load"] = max(mentor.places, 0) * WHOLE // mentor.capacity if mentor.capacity else 0
    liked = choice(mentee.prefers, mentor.id), choice(mentor.prefers, mentee.id)
    found["preference"] = sum(liked) // 2
    return found


def score(found: Mapping[str, int], weights: Weights) -> int:
    """The weighted mean of the parts in thousandths of a point, halves rounded up."""
    counts = whole(weights)
    total = sum(counts.values())
    if not total:
        return 0
    weighted = sum(counts[name] * found[name] for name in PARTS)
    return (2 * weighted + _PER_POINT * total) // (2 * _PER_POINT * total)


def whole(weights: Weights) -> dict[str, int]:
    """The weights as whole numbers in the same proportions."""
    given: dict[str, Fraction] = {name: getattr(weights, name) for name in PARTS}
    common = lcm(*(weight.denominator for weight in given.values()))
    return {name: int(weight * common) for name, weight in given.items()}


def both(name: str, mentee: Mentee, mentor: Mentor) -> tuple[frozenset[str], frozenset[str]]:
    """What one asks for and what the other brings. A diagnosis counts only where both ask for it,
    and then as one more thing lived through."""
    asked: frozenset[str] = getattr(mentee, name)
    brought: frozenset[str] = getattr(mentor, name)
    if name == "experience" and asks_for_diagnosis(mentee, mentor):
        asked |= {_as_diagnosis(key) for key in mentee.diagnosis}
        brought |= {_as_diagnosis(key) for key in mentor.diagnosis}
    return asked, brought


def asks_for_diagnosis(mentee: Mentee, mentor: Mentor) -> bool:
    """Whether both want it to count."""
    return mentee.match_on_diagnosis and bool(mentee.diagnosis) and bool(mentor.diagnosis)


def share(asked: frozenset[str], brought: frozenset[str]) -> int:
    """How much of what was asked for is there."""
    return len(asked & brought) * WHOLE // len(asked) if asked else HALF


def choice(prefers: tuple[Id, ...], other: Id) -> int:
    """Whole for a first choice, less for each later one, nothing for who is not among them."""
    if not prefers:
        return HALF
    if other not in prefers:
        return 0
    return (len(prefers) - prefers.index(other)) * WHOLE // len(prefers)


def _as_diagnosis(key: str) -> str:
    return f"diagnosis\0{key}"
