"""What two people take along: a day, one's own notes, letters that were handed over."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from community.accounts.models import Person
from mentoring.models import Pair, Parting

TAPER = timedelta(days=28)  # so long before the last talk two people begin to meet less often


@dataclass(frozen=True, slots=True)
class GoodEnding:
    """The ending of a pair as one of the two sees it. `theirs` is the other's letter, once it was
    handed over; `less_from` when they begin to meet less often."""

    mine: Parting
    theirs: Parting | None
    less_from: date | None


def good_ending(pair: Pair, person: Person) -> GoodEnding:
    """Of what the other wrote only a letter that was handed over."""
    found = Parting.objects.filter(pair=pair)
    mine = found.filter(person=person).first() or Parting(pair=pair, person=person)
    theirs = found.exclude(person=person).exclude(handed_at=None).defer("notes").first()
    less_from = pair.ends_on - TAPER if pair.ends_on is not None else None
    return GoodEnding(mine, theirs, less_from)


def kept_by(person: Person) -> QuerySet[Parting]:
    """What they wrote to take along from pairs that have ended, or whose other has gone."""
    mine = Parting.objects.filter(Q(pair=None) | Q(pair__ended_at__isnull=False), person=person)
    return mine.select_related("pair__mentor__person", "pair__request__person").order_by(
        "-changed_at", "-pk"
    )
