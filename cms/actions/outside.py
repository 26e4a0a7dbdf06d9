"""Trying the addresses outside that our pages lead to: the ticker's jobs, and a person's word."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cms import outside, rules
from cms.enums import Found
from cms.models import LibraryLimits, OutsideAddress
from cms.models.outside import LONGEST
from cms.queries.outside import places
from community.accounts import rules as accounts
from community.accounts.models import Person
from community.house import queries as house
from community.refusal import insist

MONTHLY = timedelta(days=30)
TOMORROW, NEXT_WEEK = timedelta(days=1), timedelta(days=7)
_DAILY_MISSES = 3
_TAKEN = timedelta(hours=1)  # a try that never came back is taken up again then


@transaction.atomic
def gather(now: datetime) -> None:
    """Every address that a page leads to has a row, and no other one has."""
    wanted = {place.address for place in places() if len(place.address) <= LONGEST}
    known = set(OutsideAddress.objects.values_list("address", flat=True))
    OutsideAddress.objects.filter(address__in=known - wanted).delete()
    OutsideAddress.objects.bulk_create(
        [OutsideAddress(address=address, due=now) for address in sorted(wanted - known)],
        ignore_conflicts=True,
    )


def try_next(now: datetime) -> None:
    """Tries the address that has waited longest: one in a run, so that no place is hurried. A demo
    asks nobody, and neither does a house that does not want it."""
    if house.current().is_demo or not LibraryLimits.load().tries_addresses:
        return
    row = OutsideAddress.objects.filter(due__lte=now).order_by("due", "pk").first()
    if row is None:
        return
    taken = OutsideAddress.objects.filter(pk=row.pk, due=row.due).update(due=now + _TAKEN)
    if taken:
        found = outside.look(row.address, outside.asker(site=settings.SITE_URL))
        note(address=row.address, found=found, at=now)


@transaction.atomic
def note(*, address: str, found: Found, at: datetime) -> None:
    """Writes down what was found, and when to look again: after a month, sooner after a miss."""
    row = OutsideAddress.objects.select_for_update().filter(address=address).first()
    if row is None:
        return  # no page leads there any more
    is_miss = found not in (Found.WORKS, Found.SHUT)
    row.misses = row.misses + 1 if is_miss else 0
    if row.found != found or row.since is None:
        row.found, row.since = found, at
    row.tried_at, row.due = at, at + _pause(row.misses)
    row.save()


@transaction.atomic
def say_it_works(*, number: int, by: Person) -> None:
    """A person opened it in a browser. It is tried again after a month."""
    insist(None if rules.works_here(by) else accounts.NOT_YOURS)
    row = OutsideAddress.objects.filter(pk=number).first()
    if row is not None:
        note(address=row.address, found=Found.WORKS, at=timezone.now())


def _pause(misses: int) -> timedelta:
    if not misses:
        return MONTHLY
    return TOMORROW if misses <= _DAILY_MISSES else NEXT_WEEK
