"""Help before anything else."""

from typing import Any

from django.utils import timezone

from community.accounts.models import Person
from community.help.queries import emergency_number, lines_for
from community.house import queries as house
from community.safety.queries_glass import has_danger_note

SHOWN = 3


def help_near(person: Person) -> dict[str, Any]:
    """A number for emergencies and the lines near, open ones first."""
    country = person.country or house.current().country
    lines = [one for one in lines_for(country, now=timezone.now()) if not one.line.for_young]
    return {
        "emergency": emergency_number(country),
        "left_note": has_danger_note(person.pk),
        "lines_near": lines[:SHOWN],
    }
