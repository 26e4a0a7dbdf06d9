"""What somebody has written for themselves, for nobody but them."""

from community.accounts.models import Person
from community.wellbeing.models import SafetyPlan


def plan_of(person: Person) -> SafetyPlan | None:
    """The person's own plan, if they made one. One query."""
    return SafetyPlan.objects.filter(person=person).first()
