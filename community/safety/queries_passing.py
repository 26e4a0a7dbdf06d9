"""Deaths the team knows of, while it says what is said."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from community.accounts.models import Person
from community.safety import incident
from community.safety.incident import Place
from community.safety.models import Passing


def current(*, now: datetime) -> list[Passing]:
    """Those that wait for a second person, and those that are told. One query."""
    found = Passing.objects.filter(Q(until__gt=now) | Q(agreed_at=None))
    return list(found.select_related("person", "asked_by", "agreed_by", "told_by"))


@dataclass(frozen=True, slots=True)
class Known:
    """One of them as somebody of the team sees it: who helps, and where people can remember."""

    passing: Passing
    hosts: list[str]
    places: list[Place]


def known_to(person: Person, *, now: datetime) -> list[Known]:
    """All that is known, for the page about it."""
    return [
        Known(
            one,
            list(one.hosts.order_by("handle").values_list("handle", flat=True)),
            incident.places(one, to=person),
        )
        for one in current(now=now)
    ]
