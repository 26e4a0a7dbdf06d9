"""Who asks."""

from django.http import HttpRequest

from community.accounts.models import Person


def person_of(request: HttpRequest) -> Person:
    """The signed-in person; the gate lets nobody else come this far."""
    assert isinstance(request.user, Person)
    return request.user
