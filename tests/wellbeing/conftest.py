"""Whom somebody has at their side (Ana has Dora as a mentor where a test asks for the pair), and
who reads answers to question 9: Lena, at every hour of her rota."""

from datetime import time

import pytest

from community.accounts.enums import Role
from community.wellbeing.models import ReviewHours
from tests.mentoring.conftest import mentor, pair
from tests.people import person

__all__ = ["mentor", "pair"]


@pytest.fixture
def lena(db):
    """A wellbeing reviewer, by day and by night."""
    made = person("lena-reed", Role.WELLBEING_REVIEWER)
    ReviewHours.objects.bulk_create(
        ReviewHours(person=made, weekday=day, starts=time(0), ends=time.max) for day in range(7)
    )
    return made
