"""The rules nothing is traded for, one pair at a time.

`grid` asks the same of all pairs at once; the tests hold the two together.
"""

from enum import IntEnum

from mentoring.matching.cast import Instance, Mentee, Mentor


class Obstacle(IntEnum):
    """What keeps two people apart, in the order in which it is looked for. 0: nothing does."""

    NONE = 0
    NOT_APPROVED = 1
    ON_BREAK = 2
    NO_PLACE = 3
    NEVER = 4
    LANGUAGE = 5
    GENDER = 6
    AGE = 7
    LIMITS = 8
    TIME = 9


def obstacle(mentee: Mentee, mentor: Mentor, instance: Instance, *, together: int) -> Obstacle:
    """The first thing that keeps these two apart. `together` is how many minutes they share."""
    checks = (
        (Obstacle.NOT_APPROVED, not mentor.approved),
        (Obstacle.ON_BREAK, mentor.on_break),
        (Obstacle.NO_PLACE, mentor.places <= 0),
        (Obstacle.NEVER, (mentor.id, mentee.id) in instance.never),
        (Obstacle.LANGUAGE, not mentee.languages & mentor.languages),
        (Obstacle.GENDER, bool(mentee.wants_gender) and mentee.wants_gender != mentor.gender),
        (Obstacle.AGE, not meets_age(mentee, mentor)),
        (Obstacle.LIMITS, bool(mentee.experience & mentor.limits)),
        (Obstacle.TIME, together < instance.min_overlap),
    )
    return next((kind for kind, stands in checks if stands), Obstacle.NONE)


def meets_age(mentee: Mentee, mentor: Mentor) -> bool:
    """Whether the mentor's age is what was wished for; an unknown age meets no wish."""
    if mentee.age_range is None:
        return True
    low, high = mentee.age_range
    return mentor.age is not None and low <= mentor.age <= high
