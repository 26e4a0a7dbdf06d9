"""Who reads an answer to question 9, and by when. What is promised is what the rota carries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Grant, Person
from community.accounts.roles import Act, roles_for
from community.accounts.rules import may
from community.safety import duty
from community.safety.on_call import now_on_call
from community.wellbeing.enums import Sooner
from community.wellbeing.models import ReviewHours
from community.wellbeing.too_near import too_near

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


def reviewers(*, about: int | None = None) -> list[Person]:
    """Those who may read such an answer now. Never somebody's own, and nobody who is too near to
    them."""
    apart = {about, *too_near([about])} if about is not None else set()
    return [one for one in _with(Act.REVIEW_WELLBEING) if one.pk not in apart]


def _with(act: Act) -> list[Person]:
    granted = Grant.objects.filter(
        role__in=roles_for(act), ended_at=None, person__standing=Standing.ACTIVE
    )
    people = Person.objects.filter(pk__in=granted.values("person")).order_by("pk")
    return [one for one in people if may(one, act) is None]


def who_lead(*, besides: int | None = None) -> list[Person]:
    """Those who see to it that somebody looks: the safeguarding leads, else the operators."""
    found = (
        [one for one in _with(act) if one.pk != besides] for act in (Act.SAFEGUARD, Act.SET_HOUSE)
    )
    return next((people for people in found if people), [])


def can_be_called(people: Iterable[Person], *, now: datetime) -> set[int]:
    """By number: those of them who are on duty or said that they can be called now, and are on no
    break."""
    there = {
        *duty.running(now=now).values_list("person_id", flat=True),
        *now_on_call(now=now).values_list("person_id", flat=True),
    }
    asked = Person.objects.filter(pk__in=there & {one.pk for one in people})
    today = timezone.localdate(now, timezone.get_default_timezone())
    awake = asked.exclude(notice_preference__rests_until__gte=today)
    return set(awake.values_list("pk", flat=True))


def read_by(person: Person, *, now: datetime) -> ReadBy | None:
    """When somebody on the rota reads an answer this person gives now; None where nobody looks
    within a day: then the question is not asked."""
    who = reviewers(about=person.pk)
    rows = list(_hours(now=now).filter(person__in=who)) if who else []
    found = promised(rows, now=now)
    if found is None or found.today > now + OFFERED_WITHIN:
        return None
    return found


def on_now(*, now: datetime, about: int | None = None) -> list[Person]:
    """The reviewers whose hours hold now; nobody who is on a break or mourns."""
    return list(there_since(now=now, about=about))


def there_since(*, now: datetime, about: int | None = None) -> dict[Person, datetime]:
    """The same, each with when the hours began that hold now: the night before, perhaps."""
    began: dict[int, datetime] = {}
    for row in _hours(now=now):
        for starts, ends in _spans([row], now=now):
            if starts <= now < ends:
                began[row.person_id] = min(starts, began.get(row.person_id, starts))
    return {one: began[one.pk] for one in reviewers(about=about) if one.pk in began}


def _hours(*, now: datetime) -> QuerySet[ReviewHours]:
    """The rota without those who are on a break today."""
    today = timezone.localdate(now, timezone.get_default_timezone())
    return ReviewHours.objects.exclude(person__notice_preference__rests_until__gte=today)


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
    """The hours from those of last night to those of the next eight days that are not over, by the
    clock of the house."""
    today = timezone.localtime(now, timezone.get_default_timezone()).date()
    days = [today + timedelta(days=n) for n in range(-1, 8)]
    spans = [_span(row, day) for row in rows for day in days if day.weekday() == row.weekday]
    return [(starts, ends) for starts, ends in spans if ends > now]


def _span(row: ReviewHours, day: date) -> tuple[datetime, datetime]:
    """The hours that begin on this day; over midnight where they end before they begin."""
    zone = timezone.get_default_timezone()
    last = day if row.starts < row.ends else day + timedelta(days=1)
    return (
        datetime.combine(day, row.starts, tzinfo=zone),
        datetime.combine(last, row.ends, tzinfo=zone),
    )
