"""What mentors have learned, and what has to be renewed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.enums import AT_WORK, Competency
from mentoring.models import Mentor, Training

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Learned:
    """One of the twelve, and how it stands."""

    group: str
    words: str
    training: Training | None
    is_due: bool


def learned(mentor: Mentor, *, today: date) -> list[Learned]:
    """All twelve, in the order in which they are always shown."""
    found = {
        one.group: one
        for one in Training.objects.filter(mentor=mentor).select_related("verified_by")
    }
    return [
        Learned(
            group=group.value,
            words=str(group.label),
            training=(one := found.get(group.value)),
            is_due=one is not None and one.is_due(today=today),
        )
        for group in Competency
    ]


def to_renew(mentors: Iterable[Mentor], *, today: date) -> dict[int, date]:
    """For each of these mentors with something to renew within a month, the first day by which. One
    question."""
    due = Training.objects.filter(mentor__in=list(mentors), renew_by__lte=today + SOON)
    first: dict[int, date] = {}
    for mentor, day in due.order_by("-renew_by").values_list("mentor", "renew_by"):
        first[mentor] = day
    return first


def at_work(mentor: int) -> Mentor | None:
    """One mentor who was let in."""
    found = Mentor.objects.filter(pk=mentor, state__in=AT_WORK)
    return found.select_related("person").first()
