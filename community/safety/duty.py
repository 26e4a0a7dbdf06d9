"""Duty: a lease of 90 s that a moderator's open screen renews. Reading it is one small query.

A place is live while somebody's lease on it runs; nothing else is asked, so a lapsed lease puts a
room into waiting by itself. Writers are in `actions.duty`: `renew(person=…, places=…)` for a room's
ping, `renew_all(person=…)` for the desk's, `renew_by_page(person=…)` for a page where no script can
ping.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import QuerySet

from community.accounts.enums import Standing
from community.safety.models import Duty

LEASE = timedelta(seconds=90)  # REALTIME: renewed by every ping of the desk or room
PAGE_LEASE = timedelta(minutes=10)  # by a page load where no script can ping
CALL_LEASE = timedelta(minutes=15)  # "I am on a call", once renewed
WARN_BEFORE = timedelta(seconds=30)  # all moderators are told 60 s into the last lease

_LEASES = """
SELECT d.place, d.until FROM safety_duty d JOIN accounts_person p ON p.id = d.person_id
 WHERE d.ended_at IS NULL AND p.standing = '{active}' AND d.place = ANY({{places}})
"""
# (place, until) of every lease at `places` that was not ended, of people who may act:
# `staffed_places` for who asks it together with others, at every message (groups/ledger.py). Whoever
# reads it asks `until > now` themselves.
LEASES = _LEASES.format(active=Standing.ACTIVE)


def running(*, now: datetime) -> QuerySet[Duty]:
    """The leases that hold now."""
    return Duty.objects.filter(ended_at=None, until__gt=now)


def standing_by(*, now: datetime) -> QuerySet[Duty]:
    """The leases that hold now, of people who may act: what a promise to members rests on."""
    return running(now=now).filter(person__standing=Standing.ACTIVE)


def staffed_places(places: Iterable[str], *, now: datetime) -> set[str]:
    """Those of the places where somebody is on duty now."""
    return set(standing_by(now=now).filter(place__in=list(places)).values_list("place", flat=True))


def on_duty(place: str, *, now: datetime) -> list[str]:
    """The visible names of those who are on duty at this place now, first come first."""
    return list(
        standing_by(now=now)
        .filter(place=place)
        .order_by("began_at", "pk")
        .values_list("person__handle", flat=True)
    )


def names_at(places: Iterable[str], *, now: datetime) -> dict[str, tuple[str, ...]]:
    """The same for several places at once; a place where nobody is on duty is left out."""
    found: dict[str, tuple[str, ...]] = {}
    leases = standing_by(now=now).filter(place__in=list(places)).order_by("began_at", "pk")
    for place, name in leases.values_list("place", "person__handle"):
        found[place] = (*found.get(place, ()), name)
    return found


def is_on_duty(*, person: int, place: str, now: datetime) -> bool:
    """Whether this person's lease on this place holds now."""
    return standing_by(now=now).filter(person_id=person, place=place).exists()


def duties_of(person: int, *, now: datetime) -> list[Duty]:
    """Where this person is on duty now."""
    return list(running(now=now).filter(person_id=person).order_by("pk"))
