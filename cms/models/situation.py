"""What is going on for a reader, as editors tag pages and services with it; and how often something
stands in the way."""

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms import wording
from cms.enums import Barrier


class Situation(models.Model):
    """One sentence a reader may find themselves in. What stands in the way of help is a situation
    too: there is one row for each barrier, and its words are ours."""

    words = models.CharField(
        _("what is going on"),
        max_length=60,
        blank=True,
        help_text=_("As a reader would say it, such as “I cannot sleep”."),
    )
    barrier = models.CharField(max_length=8, choices=Barrier, blank=True, editable=False)
    place = models.PositiveSmallIntegerField(
        _("place in the list"), default=100, help_text=_("Lower stands higher.")
    )

    class Meta:
        verbose_name = _("what is going on")
        verbose_name_plural = _("what is going on for readers")
        ordering: ClassVar = ["place", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(words="") & ~Q(barrier="")) | (~Q(words="") & Q(barrier="")),
                name="a_situation_has_words_or_is_a_barrier",
            ),
            models.UniqueConstraint(
                fields=["barrier"], condition=~Q(barrier=""), name="a_barrier_is_one_situation"
            ),
        ]

    def __str__(self) -> str:
        return self.words or str(Barrier(self.barrier).label)

    def clean(self) -> None:
        """Everybody reads it, so what hurts people does not stand here either. The words of a
        barrier are ours."""
        if self.barrier:
            self.words = ""
        if not self.words and not self.barrier:
            raise ValidationError({"words": _("Please say what is going on.")})
        if (refusal := wording.of_shelf(self.words)) is not None:
            raise ValidationError({"words": str(refusal.words)})


class BarrierSum(models.Model):
    """How many said in a month that this stands in their way. A sum: nobody is kept."""

    barrier = models.CharField(max_length=8, choices=Barrier)
    month = models.DateField()  # its first day
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["barrier", "month"], name="a_barrier_has_one_sum_a_month"
            ),
            models.CheckConstraint(
                condition=Q(month__day=1), name="a_month_is_named_by_its_first_day"
            ),
        ]


def first_of(day: date) -> date:
    """The month of a day, as sums name it."""
    return day.replace(day=1)
