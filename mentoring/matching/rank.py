"""The few mentors one member may choose from: the rules and the score of `hard` and `score`, and the
reasons in the words of the ticks they are made of."""

from collections.abc import Iterable

from mentoring.matching import hard
from mentoring.matching import score as points
from mentoring.matching.cast import Instance, Reason, Weights
from mentoring.matching.hours import alike, stretches
from mentoring.matching.people import Candidate, Seeker, Suggestion
from mentoring.matching.reasons import LITTLE_TIME
from mentoring.matching.slots import free
from mentoring.matching.week import minutes

AT_MOST = 5
MIN_OVERLAP = 60


def suggest(
    seeker: Seeker,
    candidates: Iterable[Candidate],
    weights: Weights,
    *,
    at_most: int = AT_MOST,
    min_overlap: int = MIN_OVERLAP,
) -> list[Suggestion]:
    """The mentors this member may choose from, best fit first; the same input, the same answer."""
    fitting = [c for c in candidates if may_be_suggested(seeker, c, min_overlap=min_overlap)]
    suggestions = [
        Suggestion(
            mentor=candidate.mentor,
            name=candidate.name,
            score=score(seeker, candidate, weights),
            fits=tuple(why(seeker, candidate)),
            but=tuple(why_not(seeker, candidate)),
        )
        for candidate in fitting
    ]
    return sorted(suggestions, key=lambda s: (-s.score, s.mentor))[:at_most]


def may_be_suggested(
    seeker: Seeker, candidate: Candidate, *, min_overlap: int = MIN_OVERLAP
) -> bool:
    """The rules that nothing is traded for: not oneself, no block either way, a common language,
    a free place, a common time, the wish for gender and age, and none of the topics the mentor
    keeps away from."""
    if is_never(seeker, candidate):
        return False
    bare = Instance(day=seeker.day, mentors=(), mentees=(), min_overlap=min_overlap)
    mentee, mentor = seeker.as_mentee(), candidate.as_mentor()
    stands = hard.obstacle(mentee, mentor, bare, together=_together(seeker, candidate))
    return stands == hard.Obstacle.NONE


def is_never(seeker: Seeker, candidate: Candidate) -> bool:
    """Whether these two must not meet, whatever fits."""
    return candidate.person == seeker.person or candidate.person in seeker.never


def score(seeker: Seeker, candidate: Candidate, weights: Weights) -> float:
    """How well they fit, 0 to 1."""
    mentee, mentor = seeker.as_mentee(), candidate.as_mentor()
    found = points.parts(mentee, mentor, together=_together(seeker, candidate))
    return points.score(found, weights) / points.MOST


def why(seeker: Seeker, candidate: Candidate) -> list[Reason]:
    """What fits."""
    fits = []
    shared = seeker.topics & candidate.topics
    if shared and candidate.shows_topics:
        fits.append(Reason("topics", _lived(shared, seeker, candidate)))
    for kind in ("values", "situation", "goals"):
        if both := getattr(seeker, kind) & getattr(candidate, kind):
            fits.append(Reason(kind, _keys(both)))
    fits += _times(seeker, candidate)
    if seeker.style and seeker.style in candidate.styles:
        fits.append(Reason("style", (seeker.style,)))
    if len(seeker.languages) > 1 and (spoken := seeker.languages & candidate.languages):
        fits.append(Reason("languages", _keys(spoken)))
    if seeker.wants_gender:
        fits.append(Reason("gender", (candidate.gender,)))
    if seeker.age_range:
        fits.append(Reason("age", tuple(map(str, seeker.age_range))))
    if seeker.diagnosis & candidate.diagnosis:
        fits.append(Reason("diagnosis"))  # that both asked for it and share one; never which
    if candidate.mentor in seeker.prefers:
        fits.append(Reason("chosen"))
    if seeker.request in candidate.prefers:
        fits.append(Reason("wished"))
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
    for kind in ("values", "situation", "goals"):
        if other := getattr(seeker, kind) - getattr(candidate, kind):
            but.append(Reason(f"other_{kind}", _keys(other)))
    if seeker.style and seeker.style not in candidate.styles:
        but.append(Reason("other_style", (seeker.style, *_keys(candidate.styles))))
    if (together := _together(seeker, candidate)) < LITTLE_TIME:
        but.append(Reason("little_time", (str(together),)))
    if candidate.person in seeker.rooms_of:
        but.append(Reason("two_hats"))
    return but


def _times(seeker: Seeker, candidate: Candidate) -> list[Reason]:
    """When both have time: in the words both ticked where their clocks agree on them, what else there
    is as stretches of the week."""
    both = seeker.times & candidate.times
    plain = alike(both, seeker.zone, candidate.zone, seeker.day)
    told = minutes(free(plain), seeker.zone, seeker.day)
    rest = _both(seeker, candidate) & ~told
    found = [Reason("times", _keys(plain))] if plain else []
    return found + ([Reason("hours", stretches(rest, seeker.day))] if rest else [])


def _together(seeker: Seeker, candidate: Candidate) -> int:
    return _both(seeker, candidate).bit_count()


def _both(seeker: Seeker, candidate: Candidate) -> int:
    """The minutes in which both are free."""
    theirs = minutes(free(seeker.times), seeker.zone, seeker.day)
    return theirs & minutes(free(candidate.times), candidate.zone, seeker.day)


def _lived(topics: Iterable[str], seeker: Seeker, candidate: Candidate) -> tuple[str, ...]:
    """Topics, each with when it was for the mentor and for the member, where one of them says so."""
    ours, theirs = dict(candidate.lived), dict(seeker.lived)
    return tuple(
        f"{one}:{ours.get(one, '')}:{theirs.get(one, '')}" if one in ours or one in theirs else one
        for one in _keys(topics)
    )


def _keys(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words))
