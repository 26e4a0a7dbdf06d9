"""What `manage.py match_pairs` says: an instance in, the best answer and its reasons out."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.utils.translation import ngettext

from mentoring.matching.cast import Instance, Mentee, Mentor, Reason
from mentoring.matching.grid import Grid, grid
from mentoring.matching.hard import Obstacle
from mentoring.matching.optimum import best
from mentoring.matching.reasons import why, why_not
from mentoring.matching.week import common, minutes

POINT = 1000
Words = Any  # a sentence that is put into a language when it is said


def answer(instance: Instance, *, show_all: bool = False) -> dict[str, Any]:
    """The best assignment as plain values. With `show_all` also every pair that may be."""
    table = grid(instance)
    found = best(table.scores, [m.places for m in table.mentors])
    said: dict[str, Any] = {
        "pairs": [
            _pair(instance, table, row, int(column))
            for row, column in enumerate(found.column)
            if column >= 0
        ],
        "total": found.total / POINT,
        "unmatched": [
            {"mentee": table.mentees[row].id, "why": _left_out(table, row)}
            for row, column in enumerate(found.column)
            if column < 0
        ],
    }
    if show_all:
        rows, columns = np.nonzero(table.scores >= 0)
        said["feasible"] = [
            [table.mentees[row].id, table.mentors[column].id, int(score) / POINT]
            for row, column, score in zip(rows, columns, table.scores[rows, columns], strict=True)
        ]
    return said


def _pair(instance: Instance, table: Grid, row: int, column: int) -> dict[str, Any]:
    mentee, mentor = table.mentees[row], table.mentors[column]
    day = instance.day
    together = common(
        minutes(mentee.free, mentee.timezone, day), minutes(mentor.free, mentor.timezone, day)
    )
    return {
        "mentee": mentee.id,
        "mentor": mentor.id,
        "score": int(table.scores[row, column]) / POINT,
        "why": [_say(one, mentee, mentor) for one in why(mentee, mentor, together=together)],
        "but": [_say(one, mentee, mentor) for one in why_not(mentee, mentor, together=together)],
    }


def _left_out(table: Grid, row: int) -> str:
    """Why this mentee goes to nobody."""
    apart = table.obstacles(row)
    fitting = apart.pop(Obstacle.NONE, 0)
    if fitting:
        return ngettext(
            "%(number)s mentor would fit, but their places went to others so that as many people as "
            "possible have a mentor and the pairs fit best.",
            "%(number)s mentors would fit, but their places went to others so that as many people "
            "as possible have a mentor and the pairs fit best.",
            fitting,
        ) % {"number": fitting}
    if not apart:
        return _("There is no mentor.")
    # Each is said once, by the first rule that stands in the way.
    told = "; ".join(
        f"{_STANDS[kind]}: {number}" for kind, number in sorted(apart.items()) if kind in _STANDS
    )
    return _("No mentor meets every rule. What stands in the way first: %(told)s.") % {"told": told}


_STANDS: Mapping[Obstacle, Words] = {
    Obstacle.NOT_APPROVED: later("not approved"),
    Obstacle.ON_BREAK: later("on a break"),
    Obstacle.NO_PLACE: later("no free place"),
    Obstacle.NEVER: later("never to be matched"),
    Obstacle.LANGUAGE: later("no common language"),
    Obstacle.GENDER: later("not the gender wished for, or unknown"),
    Obstacle.AGE: later("not the age wished for"),
    Obstacle.LIMITS: later("keeps away from what is asked for"),
    Obstacle.TIME: later("too little time together"),
}

_FITS: Mapping[str, Words] = {
    "languages": later("Both speak: {keys}."),
    "experience": later("Both have lived through: {keys}."),
    "values": later("Both care about: {keys}."),
    "situation": later("The same life situation: {keys}."),
    "style": later("Meets people as {mentee} likes it: {keys}."),
    "goals": later("Can help with: {keys}."),
    "diagnosis": later("Both asked to be matched on: {keys}."),
    "times": later("{0} minutes a week in which both are free."),
    "gender": later("The gender wished for: {0}."),
    "age": later("Aged {0}, within the {1} to {2} wished for."),
    "chosen": later("Choice {0} of {1} of {mentee}."),
    "wished": later("{mentor} would like to be with {mentee}."),
    "waiting": later("{mentee} has waited {0} days."),
    "places": later("{0} of {1} places free."),
    "missing_experience": later("Did not name as lived through: {keys}."),
    "missing_values": later("Did not name as values or interests: {keys}."),
    "missing_situation": later("Did not name as their situation: {keys}."),
    "missing_style": later("Did not name as their way to meet people: {keys}."),
    "missing_goals": later("Did not name as something to help with: {keys}."),
    "unsaid_experience": later("{mentor} has not said what they have lived through."),
    "unsaid_values": later("{mentor} has not said what they care about."),
    "unsaid_situation": later("{mentor} has not said anything about their life situation."),
    "unsaid_style": later("{mentor} has not said how they meet people."),
    "unsaid_goals": later("{mentor} has not said what they can help with."),
    "little_time": later("Only {0} minutes a week in which both are free."),
    "not_chosen": later("Not among the choices of {mentee}."),
}


def _say(reason: Reason, mentee: Mentee, mentor: Mentor) -> str:
    words = {"mentee": mentee.id, "mentor": mentor.id, "keys": ", ".join(reason.keys)}
    return str(_FITS[reason.kind]).format(*reason.keys, **words)
