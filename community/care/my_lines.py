"""What the care team's own page says on top."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.accounts.rules import treats_people
from community.me_lines import Line


def as_provider(person: Person, now: datetime) -> Line | None:
    """The way to what was handed over."""
    if not treats_people(person):
        return None
    return Line(reverse("care:home"), _("People who brought me"))
