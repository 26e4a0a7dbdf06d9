"""Somebody has two hats: a mentor for one person, and in a group's room a moderator or one among others.
Where both meet, it is said to both before they begin and in their room."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from groups.enums import LISTED, SeatState
from groups.models import Seat
from mentoring.models import Pair


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The rooms of groups in which the two meet as well, and one of them looks after everybody."""

    by_mentor: tuple[str, ...]
    by_member: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.by_mentor or self.by_member)


def who_looks_after(people: Collection[int]) -> dict[int, set[int]]:
    """For each of these people, who moderates a room they are in. One question."""
    theirs = _seats().filter(person__in=people, moderates=False)
    beside = theirs.filter(room__seats__moderates=True, room__seats__state=SeatState.ACTIVE)
    found: dict[int, set[int]] = defaultdict(set)
    for person, moderator in beside.values_list("person_id", "room__seats__person_id").distinct():
        found[person].add(moderator)
    return found


def elsewhere(pair: Pair) -> Elsewhere:
    """Where the two of a pair meet as well. One question."""
    mentor, member = pair.mentor.person_id, pair.request.person_id
    looks_after = _seats().filter(moderates=True, room__seats__state=SeatState.ACTIVE)
    both = Q(person=mentor, room__seats__person=member) | Q(
        person=member, room__seats__person=mentor
    )
    rows = looks_after.filter(both).values_list("person_id", "room__title").distinct()
    found = sorted(rows.order_by("room__title"), key=lambda row: row[1])
    return Elsewhere(
        by_mentor=tuple(title for person, title in found if person == mentor),
        by_member=tuple(title for person, title in found if person == member),
    )


def _seats() -> QuerySet[Seat]:
    return Seat.objects.filter(state=SeatState.ACTIVE, room__kind__in=LISTED)
