"""What readers looked for and did not find, as sums of words."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class SearchedWord(models.Model):
    """How many searches of a week held this word and found nothing. Words of the library's own
    vocabulary alone: no name can stand here, and nobody is kept."""

    word = models.CharField(max_length=60)
    week = models.DateField()  # its Monday
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["word", "week"], name="a_word_has_one_sum_a_week"),
            models.CheckConstraint(
                condition=Q(week__week_day=2), name="a_week_is_named_by_its_monday"
            ),
        ]
