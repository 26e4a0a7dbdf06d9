"""Why two people fit, and what does not: nobody is paired by a black box, or by half the truth."""

from collections.abc import Iterable

from mentoring.matching.cast import SHARED, Mentee, Mentor, Reason
from mentoring.matching.score import asks_for_diagnosis

LITTLE_TIME = 120  # minutes a week; less is said


def why(mentee: Mentee, mentor: Mentor, *, together: int) -> list[Reason]:
    """What fits."""
    fits = [Reason("languages", _keys(mentee.languages & mentor.languages))]
    for name in SHARED:
        if shared := getattr(mentee, name) & getattr(mentor, name):
            fits.append(Reason(name, _keys(shared)))
    if asks_for_diagnosis(mentee, mentor) and (named := mentee.diagnosis & mentor.diagnosis):
        fits.append(Reason("diagnosis", _keys(named)))
    if together:
        fits.append(Reason("times", (str(together),)))
    if mentee.wants_gender:
        fits.append(Reason("gender", (mentor.gender,)))
    if mentee.age_range:
        fits.append(Reason("age", (str(mentor.age), *map(str, mentee.age_range))))
    if mentor.id in mentee.prefers:
        at = mentee.prefers.index(mentor.id) + 1
        fits.append(Reason("chosen", (str(at), str(len(mentee.prefers)))))
    if mentee.id in mentor.prefers:
        fits.append(Reason("wished"))
    if mentee.waiting_days:
        fits.append(Reason("waiting", (str(mentee.waiting_days),)))
    fits.append(Reason("places", (str(mentor.places), str(mentor.capacity))))
    return fits


def why_not(mentee: Mentee, mentor: Mentor, *, together: int) -> list[Reason]:
    """What does not fit. A diagnosis the two do not share is not said: that would tell it."""
    but = []
    for name in SHARED:
        asked, brought = getattr(mentee, name), getattr(mentor, name)
        if asked and not brought:
            but.append(Reason(f"unsaid_{name}"))
        elif missing := asked - brought:
            but.append(Reason(f"missing_{name}", _keys(missing)))
    if together < LITTLE_TIME:
        but.append(Reason("little_time", (str(together),)))
    if mentee.prefers and mentor.id not in mentee.prefers:
        but.append(Reason("not_chosen"))
    return but


def _keys(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words))
