"""Who said that they can be called while nobody is at the desk."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from community.accounts.enums import Standing
from community.house import queries as house
from community.house.hours import state
from community.safety.models import OnCall
from community.safety.tell import leads, moderators_of


def now_on_call(*, now: datetime) -> QuerySet[OnCall]:
    """Those who can be called now and may act."""
    there = OnCall.objects.filter(begins_at__lte=now, ends_at__gt=now)
    return there.filter(person__standing=Standing.ACTIVE).select_related("person")


def who_is(area: str, *, now: datetime) -> set[int]:
    """By number: who can be called now about something in this area."""
    people = set(now_on_call(now=now).values_list("person_id", flat=True))
    if not people:
        return set()
    return people & {*moderators_of(area), *leads()}


def next_night(*, now: datetime) -> tuple[datetime, datetime] | None:
    """From when until when nobody is at the desk: this night where it has begun, else the next one.
    None where the team is here day and night."""
    there = state(house.hours(), now=now)
    if there.until is None:
        return None
    begins = there.until if there.within else now
    back = state(house.hours(), now=begins + timedelta(minutes=1)).until
    return (begins, back) if back is not None else None


def of_night(begins: datetime, ends: datetime) -> QuerySet[OnCall]:
    """Who said yes to a part of this night."""
    found = OnCall.objects.filter(Q(begins_at__lt=ends) & Q(ends_at__gt=begins))
    return found.filter(person__standing=Standing.ACTIVE).select_related("person")
