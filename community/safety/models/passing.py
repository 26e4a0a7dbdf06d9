"""Somebody has died: two of the team say so, and how it is told."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.accounts.models import Person
from community.sealed import SealedTextField

PERSON = settings.AUTH_USER_MODEL


SHORTEST, LONGEST = 1, 60  # days


class Passing(models.Model):
    """One lead asks, a second person agrees: only then everything stops. Until `until` the desk says
    what is said to members, and who tells those who were close; the `hosts` look after the person's
    groups as well. Nothing is written in a group before those who were close have been told."""

    person = models.OneToOneField(PERSON, on_delete=models.CASCADE, related_name="passing")
    words = SealedTextField()  # what everybody of the team says, and no more than that
    tells = models.CharField(max_length=80)  # the person who tells those who were close
    days = models.PositiveSmallIntegerField(default=14)
    hosts: models.ManyToManyField[Person, Any] = models.ManyToManyField(PERSON, related_name="+")
    asked_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    agreed_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)  # those who were close have been told, by a person
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)  # what was opened for it has ended

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
            models.CheckConstraint(
                condition=Q(told_at=None) | Q(agreed_at__isnull=False),
                name="nobody_is_told_of_a_death_before_two_agree",
            ),
            models.CheckConstraint(
                condition=Q(days__gte=SHORTEST, days__lte=LONGEST),
                name="a_death_is_told_for_some_days",
            ),
        ]
