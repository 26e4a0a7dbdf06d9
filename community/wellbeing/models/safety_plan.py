"""What somebody writes for themselves alone."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from community.sealed import SealedTextField
from community.wellbeing.enums import Step

ANSWER_LIMIT = 1000


class SafetyPlan(models.Model):
    """A person's own plan for a hard night: six answers, each sealed, each optional. Nobody else
    reads it and no program looks into it."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="safety_plan"
    )
    signs = SealedTextField(blank=True)
    alone = SealedTextField(blank=True)
    company = SealedTextField(blank=True)
    people = SealedTextField(blank=True)
    services = SealedTextField(blank=True)
    place = SealedTextField(blank=True)
    is_near = models.BooleanField(default=False)  # wanted at hand: on top of one's own page
    began_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    def answer(self, step: Step) -> str:
        """What was written for this step; empty where it was skipped."""
        return str(getattr(self, step.value))

    @property
    def answers(self) -> list[tuple[Step, str]]:
        """The steps that were answered, in their order."""
        return [(step, self.answer(step)) for step in Step if self.answer(step)]
