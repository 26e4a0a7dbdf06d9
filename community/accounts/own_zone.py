"""Each person's own clock: pages and mails show hours in the zone they chose, else in the house's."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from community.accounts.models import Person


@contextmanager
def of(person: Person | None) -> Iterator[None]:
    """Hours said within are those of this person's clock."""
    with timezone.override(_zone(person) or timezone.get_default_timezone()):
        yield


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
