"""What coordinators see of the groups they run. Numbers of members are for them alone."""

from dataclasses import dataclass

from django.db.models import Count, Q

from community.accounts.models import Person
from groups.enums import LISTED, MembershipState
from groups.models import Membership, Room, SupportGroup


@dataclass(frozen=True, slots=True)
class Run:
    """One group with everything that can be changed about it."""

    group: SupportGroup
    rooms: list[Room]
    moderators: list[Person]
    requests: list[Membership]
    members: int


def run_list() -> list[SupportGroup]:
    """Every group, open ones first, each with `waiting`: how many ask to join. One query."""
    waiting = Count("memberships", filter=Q(memberships__state=MembershipState.ASKED))
    return list(SupportGroup.objects.annotate(waiting=waiting).order_by("-state", "title"))


def run_of(slug: str) -> Run:
    """One group. Raises SupportGroup.DoesNotExist."""
    group = SupportGroup.objects.get(slug=slug)
    requests = group.memberships.filter(state=MembershipState.ASKED).select_related("person")
    return Run(
        group=group,
        rooms=list(group.rooms.filter(kind__in=LISTED).order_by("-state", "kind", "made_at")),
        moderators=appointed_to(group),
        requests=list(requests.order_by("asked_at")),
        members=group.memberships.filter(state=MembershipState.ACTIVE).count(),
    )


def appointed_to(group: SupportGroup) -> list[Person]:
    """The people who look after the group, whatever their account's standing."""
    appointed = Person.objects.filter(appointments__area=group.area, appointments__ended_at=None)
    return list(appointed.order_by("handle"))


def request_in(slug: str, number: int) -> Membership:
    """Somebody's membership in this group. Raises Membership.DoesNotExist."""
    return Membership.objects.select_related("group", "person").get(pk=number, group__slug=slug)
