"""What mentors have learned, and what has to be renewed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

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


def renewals(mentors: Iterable[Mentor]) -> dict[int, list[date]]:
    """For each of these mentors, by when what they learned is to be renewed. One question."""
    found: dict[int, list[date]] = defaultdict(list)
    rows = Training.objects.filter(mentor__in=list(mentors)).order_by("renew_by")
    for mentor, day in rows.values_list("mentor", "renew_by"):
        found[mentor].append(day)
    return found


def to_renew(days: Iterable[date], *, today: date) -> date | None:
    """The first of these days, if it is within a month or has passed."""
    return min((day for day in days if day <= today + SOON), default=None)


def has_lapsed(today: date) -> Q:
    """The mentors to whom nobody new is led, until somebody has seen again what they learned."""
    return Q(trainings__renew_by__lt=today)


def lapsed(mentor: Mentor, *, today: date) -> bool:
    """Whether that is so of this one."""
    return Mentor.objects.filter(has_lapsed(today), pk=mentor.pk).exists()


def at_work(mentor: int) -> Mentor | None:
    """One mentor who was let in."""
    found = Mentor.objects.filter(pk=mentor, state__in=AT_WORK)
    return found.select_related("person").first()
