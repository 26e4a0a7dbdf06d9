"""Who reads an answer to question 9, and by when. What is promised is what the rota carries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Grant, Person
from community.accounts.roles import Act, roles_for
from community.accounts.rules import may
from community.wellbeing.enums import Sooner
from community.wellbeing.models import ReviewHours

PROMISE = {Sooner.SOON: timedelta(minutes=30), Sooner.TODAY: timedelta(hours=4)}
OFFERED_WITHIN = timedelta(hours=24)  # the PHQ-9 is offered while somebody looks within this time


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Until when a reviewer looks: at an answer of 1, and at an answer of 2 or 3."""

    today: datetime
    soon: datetime

    def of(self, sooner: Sooner) -> datetime:
        """The promise of this hurry."""
        return self.soon if sooner == Sooner.SOON else self.today


def reviewers(*, besides: int | None = None) -> list[Person]:
    """Those who may read such an answer now; never somebody's own."""
    return _with(Act.REVIEW_WELLBEING, besides=besides)


def _with(act: Act, *, besides: int | None) -> list[Person]:
    granted = Grant.objects.filter(
        role__in=roles_for(act), ended_at=None, person__standing=Standing.ACTIVE
    )
    people = Person.objects.filter(pk__in=granted.values("person")).order_by("pk")
    return [one for one in people if one.pk != besides and may(one, act) is None]


def who_lead(*, besides: int | None = None) -> list[Person]:
    """Those who see to it that somebody looks: the safeguarding leads, else the operators."""
    return _with(Act.SAFEGUARD, besides=besides) or _with(Act.SET_HOUSE, besides=besides)


def read_by(person: Person, *, now: datetime) -> ReadBy | None:
    """When somebody on the rota reads an answer this person gives now; None where nobody looks
    within a day: then the question is not asked."""
    who = reviewers(besides=person.pk)
    rows = list(_hours(now=now).filter(person__in=who)) if who else []
    found = promised(rows, now=now)
    if found is None or found.today > now + OFFERED_WITHIN:
        return None
    return found


def on_now(*, now: datetime, besides: int | None = None) -> list[Person]:
    """The reviewers whose hours hold now; nobody who is on a break or mourns."""
    here = timezone.localtime(now, timezone.get_default_timezone())
    rows = _hours(now=now).filter(
        weekday=here.weekday(), starts__lte=here.time(), ends__gt=here.time()
    )
    there = set(rows.values_list("person_id", flat=True))
    return [one for one in reviewers(besides=besides) if one.pk in there]


def _hours(*, now: datetime) -> QuerySet[ReviewHours]:
    """The rota without those who are on a break today."""
    today = timezone.localdate(now, timezone.get_default_timezone())
    return ReviewHours.objects.exclude(person__notice_preference__rests_until__gte=today)


def day_begins(now: datetime) -> datetime:
    """When this day of the rota began."""
    here = timezone.localtime(now, timezone.get_default_timezone())
    return here.replace(hour=0, minute=0, second=0, microsecond=0)


def promised(rows: Iterable[ReviewHours], *, now: datetime) -> ReadBy | None:
    """The earliest promise the rota carries. A promise of minutes never runs past the hours of who
    keeps it: then the next hours count."""
    spans = sorted(_spans(rows, now=now))
    soon = _first(spans, PROMISE[Sooner.SOON], now=now)
    today = _first(spans, PROMISE[Sooner.TODAY], now=now)
    if soon is None:
        return None
    return ReadBy(today=max(today or soon, soon), soon=soon)


def _first(
    spans: list[tuple[datetime, datetime]], within: timedelta, *, now: datetime
) -> datetime | None:
    for starts, ends in spans:
        due = min(max(starts, now) + within, ends)
        if due - max(starts, now) >= min(within, PROMISE[Sooner.SOON]):
            return due
    return None


def _spans(rows: Iterable[ReviewHours], *, now: datetime) -> list[tuple[datetime, datetime]]:
    """The hours of the next eight days that are not over, by the clock of the house."""
    zone = timezone.get_default_timezone()
    today = timezone.localtime(now, zone).date()
    days = [today + timedelta(days=n) for n in range(8)]
    spans = [
        (
            datetime.combine(day, row.starts, tzinfo=zone),
            datetime.combine(day, row.ends, tzinfo=zone),
        )
        for row in rows
        for day in days
        if day.weekday() == row.weekday
    ]
    return [(starts, ends) for starts, ends in spans if ends > now]
