"""Who is asking, on which side."""

from django.http import HttpRequest
from django.utils import timezone

from community.accounts.models import Person
from community.care import rules
from community.care.models import Provider, Tie
from community.care.queries import door
from community.refusal import insist


def person_of(request: HttpRequest) -> Person:
    """Whoever is signed in; the gate lets nobody else in."""
    assert isinstance(request.user, Person)
    return request.user


def member_of(request: HttpRequest) -> Person:
    """A member who may bring somebody. Raises Refused."""
    person = person_of(request)
    insist(rules.may_bring(person))
    return person


def provider_of(request: HttpRequest) -> Provider:
    """A provider who is checked today. Raises Refused."""
    person = person_of(request)
    provider = door.provider_of(person)
    insist(rules.may_treat(person, provider, today=timezone.localdate()))
    assert provider is not None
    return provider


def tie_of(request: HttpRequest, tie: int) -> Tie:
    """One of the member's own, to write by it. Raises Refused, hidden for every other number."""
    member_of(request)
    return own_tie(request, tie)


def own_tie(request: HttpRequest, tie: int) -> Tie:
    """The same to look at and to end, which needs no consent: what was handed over can be taken back
    at any time. Raises Refused, hidden."""
    found = door.tie_of(person_of(request), tie)
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found


def tie_for(request: HttpRequest, tie: int) -> tuple[Provider, Tie]:
    """What this provider may open now. Raises Refused, hidden, for every other number."""
    provider = provider_of(request)
    found = door.tie_for(provider, tie)
    insist(rules.may_read(found, provider))
    assert found is not None
    return provider, found
