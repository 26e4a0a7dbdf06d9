"""Looking at who a member is: only with a reason and a second person, and told afterwards."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.safety.models.items import Item
from community.sealed import SealedTextField

PERSON = settings.AUTH_USER_MODEL


class Glass(models.Model):
    """One look at who somebody is. Opened by two, or by one on duty while an act is in progress:
    then a second person looks at that within a day. The person is told, unless a reason is written
    down why not. Kept by number, as the record is."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="looked_at")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="looks")
    asked_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    why = SealedTextField()
    in_progress = models.BooleanField(default=False)
    agreed_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    reviewed_late_at = models.DateTimeField(
        null=True
    )  # nobody looked within a day: leads were told
    tell_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    why_not_told = SealedTextField(blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="nobody_looks_without_a_reason"),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")),
                name="nobody_agrees_with_themselves",
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None) | Q(in_progress=True) | Q(agreed_at__isnull=False),
                name="two_look_together_unless_an_act_is_in_progress",
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None, tell_at=None)
                | Q(opened_at__isnull=False, tell_at__isnull=False)
                | Q(opened_at__isnull=False) & ~Q(why_not_told=""),
                name="who_was_looked_at_is_told_or_it_says_why_not",
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(opened_at=None),
                name="one_question_at_a_time_about_who_somebody_is",
            ),
        ]
