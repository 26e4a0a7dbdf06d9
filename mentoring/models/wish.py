"""Somebody would like to greet, or to host with somebody."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mentoring.enums import WISHED, Step


class Wish(models.Model):
    """Said on the page of the four steps; whoever runs mentoring talks it over with them. Nothing is
    given by it, and nothing is refused."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="step_wishes"
    )
    step = models.CharField(max_length=10, choices=Step)
    said_at = models.DateTimeField(default=timezone.now)
    talked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "step"],
                condition=Q(talked_at=None),
                name="a_wish_for_a_step_is_open_once",
            ),
            models.CheckConstraint(
                condition=Q(step__in=sorted(WISHED)),
                name="only_greeting_and_hosting_are_wished_for",
            ),
        ]
