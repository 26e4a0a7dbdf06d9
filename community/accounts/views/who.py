"""Who is asking."""

from django.http import HttpRequest, QueryDict

from community.accounts.models import Person


def person_of(request: HttpRequest) -> Person:
    """The person who is signed in. For views that nobody else can reach."""
    assert isinstance(request.user, Person)
    return request.user


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, also where that is nothing at all; None for a page just opened."""
    return request.POST if request.method == "POST" else None
