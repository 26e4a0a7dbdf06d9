"""Hard rules first, then a score, then the words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mentoring.enums import Style, Topic, When
from mentoring.matching.people import Candidate, Seeker, Suggestion, Weights

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
        (weights.fair_load, candidate.free / max(candidate.places, 1)),
    ]
    total = sum(weight for weight, _part in parts)
    return sum(weight * part for weight, part in parts) / total if total else 0.0


def why(seeker: Seeker, candidate: Candidate) -> list[str]:
    """What fits, in sentences."""
    fits = []
    if shared := _names(Topic, seeker.topics & candidate.topics):
        fits.append(_("Knows from their own life: %(topics)s.") % {"topics": shared})
    if times := _names(When, seeker.times & candidate.times):
        fits.append(_("You both have time: %(times)s.") % {"times": times})
    if seeker.style and seeker.style in candidate.styles:
        fits.append(
            _("Meets people as you like it: %(style)s.") % {"style": Style(seeker.style).label}
        )
    return fits


def why_not(seeker: Seeker, candidate: Candidate) -> list[str]:
    """What does not fit, in sentences: nobody is paired by half the truth."""
    but = []
    if missing := _names(Topic, seeker.topics - candidate.topics):
        but.append(_("Has not said anything about: %(topics)s.") % {"topics": missing})
    if seeker.style and seeker.style not in candidate.styles:
        but.append(_("Says they do it another way: %(style)s.")
                   % {"style": _names(Style, candidate.styles) or _("not said")})  # fmt: skip
    return but


def _share(wanted: frozenset[str], offered: frozenset[str]) -> float:
    return len(wanted & offered) / len(wanted) if wanted else 1.0


def _names(words: type[Topic] | type[When] | type[Style], keys: Iterable[str]) -> str:
    """The words for these keys, in the order in which they are always shown."""
    chosen = set(keys)
    return ", ".join(str(word.label) for word in words if word.value in chosen)
