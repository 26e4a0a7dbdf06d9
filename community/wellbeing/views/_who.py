"""Who is asking."""

from django.http import HttpRequest

from community.accounts.models import Person


def person_of(request: HttpRequest) -> Person:
    """The person who is signed in; the gate lets nobody else in."""
    assert isinstance(request.user, Person)
    return request.user
