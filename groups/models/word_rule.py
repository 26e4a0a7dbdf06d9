"""A word at which the house asks before it goes out: for a purpose, by somebody, until a day."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

LONGEST = timedelta(days=366)


class WordRule(models.Model):
    """It stops nothing for good: whoever writes reads why and how to say it, and can send it anyway.
    Who and what is never kept, only how often; where many sent it anyway, the rule is wrong."""

    words = models.TextField(max_length=600)  # one word, or several in a row, a line
    purpose = models.CharField(max_length=200)
    why = models.CharField(max_length=200)  # what whoever writes reads
    instead = models.CharField(max_length=200)  # and how it can be said
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    hits = models.PositiveIntegerField(default=0)
    anyway = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(purpose="") & ~Q(why="") & ~Q(instead=""),
                name="a_word_is_asked_about_for_a_purpose_that_is_said",
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("made_at")) & Q(until__lte=F("made_at") + LONGEST),
                name="a_word_is_asked_about_for_a_year_at_most",
            ),
        ]
