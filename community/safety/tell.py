"""Hints to the people of the team: that something on the desk changed, never what.

Inside the transaction of the act; `live.me` waits for the commit.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse

from community import live
from community.accounts.enums import Role, Standing
from community.accounts.models import Grant, Person
from community.safety import places
from community.safety.models import Appointment, Item
from community.safety.subjects import HOUSE

_LEADS = (Role.COORDINATOR, Role.SAFEGUARDING_LEAD)


@dataclass(frozen=True, slots=True)
class Team:
    """Who of the team may act, by number: those who lead, and each area's moderators."""

    leads: frozenset[int]
    appointed: frozenset[tuple[str, int]]  # (area, moderator)

    def moderators_of(self, area: str) -> set[int]:
        """Who moderates this area; everybody who moderates, for the house."""
        return {person for of, person in self.appointed if area in (of, HOUSE)}


def team() -> Team:
    """The same as `moderators_of` and `leads` say, read once for an act that asks both again and
    again."""
    may_act = _who_may_act([Role.MODERATOR, *_LEADS]).values_list("person_id", "role")
    holders = list(may_act)
    moderators = [person for person, role in holders if role == Role.MODERATOR]
    appointed = Appointment.objects.filter(ended_at=None, person__in=moderators)
    return Team(
        leads=frozenset(person for person, role in holders if role in _LEADS),
        appointed=frozenset(appointed.values_list("area", "person_id")),
    )


def moderators_of(area: str) -> list[int]:
    """The numbers of those who moderate this area and may act now; everybody who moderates, for
    the house."""
    appointed = Appointment.objects.filter(
        ended_at=None, person__in=_who_may_act([Role.MODERATOR]).values("person")
    )
    if area != HOUSE:
        appointed = appointed.filter(area=area)
    return sorted(set(appointed.values_list("person_id", flat=True)))


def leads() -> list[int]:
    """The numbers of coordinators and safeguarding leads who may act now."""
    return sorted(set(_who_may_act(_LEADS).values_list("person_id", flat=True)))


def safeguarding() -> list[int]:
    """The numbers of those who lead in safeguarding and may act now: first the lead, who holds the
    role longest, then who stands in."""
    held = _who_may_act([Role.SAFEGUARDING_LEAD]).order_by("granted_at", "pk")
    return list(dict.fromkeys(held.values_list("person_id", flat=True)))


def _who_may_act(roles: Iterable[Role]) -> QuerySet[Grant]:
    """Who holds one of these roles with an account in good standing: notices to others reach
    nobody who could do anything."""
    return Grant.objects.filter(role__in=roles, ended_at=None, person__standing=Standing.ACTIVE)


def who_may_look(item: Item, *, besides: int) -> list[int]:
    """Everybody else of the team who may open the item, by number."""
    closed_to = set(item.reports.values_list("reporter_id", flat=True))
    closed_to |= set(item.apart.values_list("person_id", flat=True))
    around = {*moderators_of(item.area), *leads()} - closed_to - {besides, item.about_id}
    return sorted(number for number in around if number is not None)


def path_of(item: Item) -> str:
    """The item's page at the desk."""
    return reverse("safety:item", args=[item.pk])


def tell_area(area: str, *, id: str, kind: str = "desk") -> None:
    """Everybody who sees this area's items looks at their desk again."""
    hint({*moderators_of(area), *leads()}, kind=kind, id=id)


def tell_item(item: Item) -> None:
    """Everybody whose desk shows this item looks again."""
    tell_area(item.area, id=str(item.pk))


def tell_team_of(person: Person) -> None:
    """The desks of those this person works with show who can be called."""
    areas = Appointment.objects.filter(person=person, ended_at=None).values("area")
    others = Appointment.objects.filter(area__in=areas, ended_at=None)
    hint({*others.values_list("person_id", flat=True), *leads()}, kind="desk", id="on_call")


def tell_team(*, place: str, kind: str, id: str) -> None:
    """The moderators of the area this place belongs to."""
    area = next((p.area for p in places.everywhere() if p.key == place), None)
    if area is not None:
        hint({*moderators_of(area), *leads()}, kind=kind, id=id)


def hint(people: Iterable[int], *, kind: str, id: str) -> None:
    """One hint a person."""
    for person in sorted(people):
        live.me(person, kind=kind, id=id)
