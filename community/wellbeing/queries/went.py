"""How appointments went, as one who treats somebody may read it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from community.accounts.models import Person
from community.wellbeing.enums import ForWhom
from community.wellbeing.models import Visit
from community.wellbeing.models.visits import HOW_IT_WENT

READ_FOR = timedelta(weeks=12)  # after the appointment


@dataclass(frozen=True, slots=True)
class Went:
    """One appointment, and those answers alone that are for this reader."""

    at: datetime
    answers: list[tuple[str, int]]
    visit: int = 0

    @property
    def until(self) -> datetime:
        """Until when it is read."""
        return self.at + READ_FOR


def went_for(person: Person, *, reader: int, now: datetime) -> list[Went]:
    """The newest first, for twelve weeks each. Two queries."""
    visits = Visit.objects.filter(person=person, reader=reader, at__gt=now - READ_FOR)
    found = []
    for visit in visits.order_by("-at").prefetch_related("answers"):
        told = {a.about: a.value for a in visit.answers.all() if a.for_whom == ForWhom.PROVIDER}
        if told:
            found.append(
                Went(
                    visit.at,
                    [(name, told[name]) for name in HOW_IT_WENT if name in told],
                    visit.pk,
                )
            )
    return found
