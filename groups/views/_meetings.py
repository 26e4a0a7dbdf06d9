"""What every page of meetings does first: find the group and the meeting, ask who may see them."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from community.accounts.models import Person
from community.refusal import insist
from groups import rules_meetings
from groups.models import Meeting, Membership, SupportGroup
from groups.queries.groups import membership_of
from groups.queries.meetings import meeting_in
from groups.views.asking import person_of


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, about which group, as what."""

    person: Person
    group: SupportGroup
    membership: Membership | None
    plans: bool


def asked(request: HttpRequest, slug: str) -> Asked:
    """For members and those who plan here; for everybody else there is nothing. Raises Http404 or
    Refused."""
    found = about(request, slug)
    insist(rules_meetings.may_see_meetings(found.person, found.group, found.membership))
    return found


def asked_to_plan(request: HttpRequest, slug: str) -> Asked:
    """For those alone who plan here: others find no such page. Raises Http404."""
    found = about(request, slug)
    if not found.plans:
        raise Http404
    return found


def about(request: HttpRequest, slug: str) -> Asked:
    """Without asking yet who may. Raises Http404."""
    person = person_of(request)
    group = SupportGroup.objects.filter(slug=slug).first()
    if group is None:
        raise Http404
    return Asked(
        person=person,
        group=group,
        membership=membership_of(person, group),
        plans=rules_meetings.may_plan(person, group) is None,
    )


def meeting_or_404(group: SupportGroup, number: int) -> Meeting:
    """A meeting of the group. Raises Http404."""
    try:
        return meeting_in(group, number)
    except Meeting.DoesNotExist as error:
        raise Http404 from error
