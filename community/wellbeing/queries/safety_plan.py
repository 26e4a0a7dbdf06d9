"""What somebody has written for themselves, for nobody but them."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.me_lines import Line
from community.wellbeing.models import SafetyPlan


def plan_of(person: Person) -> SafetyPlan | None:
    """The person's own plan, if they made one. One query."""
    return SafetyPlan.objects.filter(person=person).first()


def plan_line(person: Person, now: datetime) -> Line | None:
    """The line on one's own page that leads to the plan, for who wants it at hand. One query."""
    if not SafetyPlan.objects.filter(person=person, is_near=True).exists():
        return None
    return Line(reverse("wellbeing:plan"), _("My plan for a hard night"))
