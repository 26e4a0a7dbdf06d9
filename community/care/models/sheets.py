"""Deciding together: one sheet, two columns, every version kept."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.care.enums import Side
from community.care.models.door import Tie
from community.care.models.handing import Handed
from community.sealed import SealedTextField


class Sheet(Handed):
    """Something to decide, from options. Both write, each their own column; only the member closes
    it, and then nobody writes any more."""

    tie = models.ForeignKey(Tie, on_delete=models.CASCADE, related_name="sheets")
    title = SealedTextField()
    page = models.PositiveIntegerField(null=True)  # of the library, where it began from one
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("handed_at")), name="a_sheet_ends_after_it_was_begun"
            )
        ]


class SheetVersion(models.Model):
    """The whole sheet as one of the two left it."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=8, choices=Side)
    options = SealedTextField(blank=True)
    matters = SealedTextField(blank=True)
    leans = SealedTextField(blank=True)
    thinks = SealedTextField(blank=True)
    decided = SealedTextField(blank=True)
    look_on = models.DateField(null=True)
    at = models.DateTimeField(default=timezone.now)

    SAYS = ("options", "matters", "leans", "thinks", "decided", "look_on")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "number"], name="a_version_of_a_sheet_is_kept_once"
            )
        ]

    @property
    def option_lines(self) -> list[str]:
        """One option a line."""
        return [line.strip() for line in self.options.splitlines() if line.strip()]
