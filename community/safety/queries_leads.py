"""Who leads in safeguarding, and whether they can be reached now."""

from dataclasses import dataclass
from datetime import datetime

from community.accounts.enums import Role, Standing
from community.accounts.models import FormerName, Grant
from community.safety import duty, on_call
from community.safety.models import Item
from community.safety.rules import Reach


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody who leads: first the lead, then who stands in. `is_here`: on duty or on call now."""

    name: str
    is_here: bool


def former_names(item: Item, reach: Reach) -> list[str]:
    """What whoever the item is about was called before: for those who lead alone."""
    if not reach.everywhere or item.about_id is None:
        return []
    return [one.name for one in FormerName.objects.filter(person=item.about_id)]


def safeguarding_leads(*, now: datetime) -> list[Lead]:
    """The longest in the role first. Three small queries."""
    held = Grant.objects.filter(
        role=Role.SAFEGUARDING_LEAD, ended_at=None, person__standing=Standing.ACTIVE
    ).order_by("granted_at", "pk")
    people = dict(held.values_list("person_id", "person__handle"))
    here = set(duty.standing_by(now=now).values_list("person_id", flat=True))
    here |= set(on_call.now_on_call(now=now).values_list("person_id", flat=True))
    return [Lead(name, number in here) for number, name in people.items()]
