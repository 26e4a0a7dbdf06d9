"""What keeps the library fresh: its edition, what editors were reminded of, what readers said."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """One row: a number that grows with every change a reader could see. Kept pages carry it, so
    that a change is everywhere with its commit, in every process."""

    number = models.BigIntegerField(default=1)


class Reminder(models.Model):
    """An editor was told once that a page is due, that it leaves the lists soon, or that it did not
    become public on its day."""

    class Kind(models.TextChoices):
        DUE = "due", _("its review is due")
        LEAVING = "leaving", _("it leaves the lists soon")
        HELD = "held", _("it is held back from the public")

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    review = models.DateField()  # the review it speaks of, or the day
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["page", "kind", "review"], name="a_review_is_reminded_of_once"
            ),
        ]


class Helpful(models.Model):
    """How many readers said that a page helped, or did not. Sums alone: nobody is kept."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    yes = models.PositiveIntegerField(default=0)
    no = models.PositiveIntegerField(default=0)
