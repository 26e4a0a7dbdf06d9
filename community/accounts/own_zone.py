"""Each person's own clock: pages and mails show hours in the zone they chose, else in the house's."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from community.accounts.models import Person


@contextmanager
def of(person: Person | None) -> Iterator[None]:
    """Hours said within are those of this person's clock."""
    with timezone.override(zone_of(person)):
        yield


def zone_of(person: Person | None) -> ZoneInfo:
    """The zone this person chose, else the house's."""
    return _zone(person) or ZoneInfo(settings.TIME_ZONE)


def city_of(zone: ZoneInfo) -> str:
    """How a zone is called among people."""
    return zone.key.rpartition("/")[2].replace("_", " ")


def _zone(person: Person | None) -> ZoneInfo | None:
    """None where nothing was chosen, or the zone is not known any more."""
    if person is None or not person.time_zone:
        return None
    try:
        return ZoneInfo(person.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None


class OwnClock:
    """Every page of somebody who is signed in."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user if SESSION_KEY in request.session else None
        with of(user if isinstance(user, Person) else None):
            return self.answer(request)
