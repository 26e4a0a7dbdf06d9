"""When the next supervisions are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.utils import timezone

from mentoring.models import Supervision

MONTHS = 12  # in a calendar file


@dataclass(frozen=True, slots=True)
class Slot:
    """One of them."""

    begins: datetime
    ends: datetime
    place: str


def slots(*, now: datetime, count: int = 1) -> list[Slot]:
    """The next ones, the one that is on now too; none while nobody has said when."""
    said = Supervision.objects.first()
    return list(islice(_from(said, now), count)) if said is not None else []


def next_slot(*, now: datetime) -> Slot | None:
    """The next one, if anybody has said when."""
    return next(iter(slots(now=now)), None)


def _from(said: Supervision, now: datetime) -> Iterator[Slot]:
    here = timezone.get_default_timezone()  # its hour is that of this place, for everybody
    month = timezone.localdate(now, here).replace(day=1)
    while True:
        day = said.day_in(month)
        begins = timezone.make_aware(datetime.combine(day, said.at), here)
        ends = begins + timedelta(minutes=said.minutes)
        if ends > now:
            yield Slot(begins, ends, said.place)
        month = (month + timedelta(days=31)).replace(day=1)
