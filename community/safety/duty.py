"""Duty: a lease of 90 s that a moderator's open screen renews. Reading it is one small query."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from community.safety.models import Duty

LEASE = timedelta(seconds=90)  # REALTIME: renewed by every ping of the desk or room
PAGE_LEASE = timedelta(minutes=10)  # by a page load where no script can ping
CALL_LEASE = timedelta(minutes=15)  # "I am on a call", once renewed
WARN_BEFORE = timedelta(seconds=30)  # all moderators are told 60 s into the last lease


def staffed_places(places: Iterable[str], *, now: datetime) -> set[str]:
    """Those of the places where somebody is on duty now."""
    return set(
        Duty.objects.filter(place__in=list(places), ended_at=None, until__gt=now).values_list(
            "place", flat=True
        )
    )
