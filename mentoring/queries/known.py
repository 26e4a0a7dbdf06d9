"""Whom somebody said they know from elsewhere."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from community.accounts.hidden import names_at, names_known_to
from community.accounts.models import Person
from mentoring.models import NeverTogether


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody with whom this person is not brought together, because they said so; by the name they
    know."""

    apart: int
    name: str
    said_at: datetime


def known_to(person: Person) -> list[Known]:
    """The last first. Nobody whom the team keeps apart from them: that is not theirs to read."""
    mine = NeverTogether.objects.filter(Q(one=person) | Q(other=person), said_by=person)
    rows = list(mine.select_related("one", "other").order_by("-pk"))
    others = {row.pk: row.other if row.one_id == person.pk else row.one for row in rows}
    if not others:
        return []
    known = names_known_to(person.pk, {other.pk for other in others.values()})
    then = names_at((others[row.pk].pk, row.said_at) for row in rows)
    return [
        Known(
            row.pk,
            known.get((other := others[row.pk]).pk)
            or then.get((other.pk, row.said_at))
            or other.handle,
            row.said_at,
        )
        for row in rows
    ]
