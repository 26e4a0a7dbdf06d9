"""Somebody has died: two of the team say so, and how it is told."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.sealed import SealedTextField

PERSON = settings.AUTH_USER_MODEL


class Passing(models.Model):
    """One lead asks, a second person agrees: only then everything stops. Until `until` the desk says
    what is said to members, and who tells those who were close."""

    person = models.OneToOneField(PERSON, on_delete=models.CASCADE, related_name="passing")
    words = SealedTextField()  # what everybody of the team says, and no more than that
    tells = models.CharField(max_length=80)  # the person who tells those who were close
    asked_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    agreed_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    until = models.DateTimeField()

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")),
                name="nobody_says_alone_that_somebody_died",
            ),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(tells=""),
                name="a_death_is_told_in_words_and_by_somebody",
            ),
        ]
