"""Hard rules first, then a score, then the reasons."""

from collections.abc import Iterable

from mentoring.matching.people import Candidate, Reason, Seeker, Suggestion, Weights

AT_MOST = 5


def suggest(
    seeker: Seeker, candidates: Iterable[Candidate], weights: Weights, *, at_most: int = AT_MOST
) -> list[Suggestion]:
    """The mentors this member may choose from, best fit first; the same input, the same answer."""
    fitting = [c for c in candidates if may_be_suggested(seeker, c)]
    suggestions = [
        Suggestion(
            mentor=candidate.mentor,
            name=candidate.name,
            score=round(score(seeker, candidate, weights), 4),
            fits=tuple(why(seeker, candidate)),
            but=tuple(why_not(seeker, candidate)),
        )
        for candidate in fitting
    ]
    return sorted(suggestions, key=lambda s: (-s.score, s.mentor))[:at_most]


def may_be_suggested(seeker: Seeker, candidate: Candidate) -> bool:
    """The rules that nothing is traded for: not oneself, no block either way, a common language,
    a free place, a common time, and none of the topics the mentor keeps away from."""
    return (
        candidate.person != seeker.person
        and candidate.person not in seeker.never
        and candidate.free > 0
        and bool(seeker.languages & candidate.languages)
        and bool(seeker.times & candidate.times)
        and not seeker.topics & candidate.limits
    )


def score(seeker: Seeker, candidate: Candidate, weights: Weights) -> float:
    """How well they fit, 0 to 1: the weighted mean of what is shared."""
    parts = [
        (weights.experience, _share(seeker.topics, candidate.topics)),
        (weights.times, _share(seeker.times, candidate.times)),
        (weights.style, float(not seeker.style or seeker.style in candidate.styles)),
        (weights.fair_load, candidate.free / max(candidate.places, candidate.free, 1)),
    ]
    total = sum(weight for weight, _part in parts)
    return sum(weight * part for weight, part in parts) / total if total else 0.0


def why(seeker: Seeker, candidate: Candidate) -> list[Reason]:
    """What fits."""
    fits = []
    shared = seeker.topics & candidate.topics
    if shared and candidate.shows_topics:
        fits.append(Reason("topics", _keys(shared)))
    if times := seeker.times & candidate.times:
        fits.append(Reason("times", _keys(times)))
    if seeker.style and seeker.style in candidate.styles:
        fits.append(Reason("style", (seeker.style,)))
    if len(seeker.languages) > 1 and (spoken := seeker.languages & candidate.languages):
        fits.append(Reason("languages", _keys(spoken)))
    return fits


def why_not(seeker: Seeker, candidate: Candidate) -> list[Reason]:
    """What does not fit: nobody is paired by half the truth. Where a mentor keeps to themself what
    they have lived through, that is said, and nothing that would give it away."""
    but = []
    missing = seeker.topics - candidate.topics
    if seeker.topics and not candidate.shows_topics:
        but.append(Reason("kept"))
    elif missing:
        but.append(Reason("untold", _keys(missing)))
    if seeker.style and seeker.style not in candidate.styles:
        but.append(Reason("other_style", (seeker.style, *_keys(candidate.styles))))
    return but


def _share(wanted: frozenset[str], offered: frozenset[str]) -> float:
    return len(wanted & offered) / len(wanted) if wanted else 1.0


def _keys(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words))
