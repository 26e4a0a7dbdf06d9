"""The first line of every view: who asks, and may they."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from community.accounts.models import Person
from community.refusal import insist
from community.safety import queries, rules, subjects
from community.safety.models import Item
from community.safety.rules import Reach


def person_of(request: HttpRequest) -> Person:
    """Who is signed in; the gate has asked before."""
    if not isinstance(request.user, Person):
        raise Http404
    return request.user


def desk_of(request: HttpRequest) -> tuple[Person, Reach]:
    """Somebody of the team and what they answer for. For everybody else there is no desk."""
    person = person_of(request)
    reach = rules.reach_of(person)
    insist(rules.may_see_desk(reach))
    return person, reach


def way_back(kind: str, id: str) -> str:
    """Where somebody who would tell the team about this came from: the place where it stands."""
    return subjects.get(kind).context(id).path or reverse("me")


def item_of(request: HttpRequest, item: int) -> tuple[Person, Reach, Item]:
    """One item of the desk; not there for who does not answer for it."""
    person, reach = desk_of(request)
    found = queries.item_for(reach, item)
    if found is None:
        raise Http404
    return person, reach, found
