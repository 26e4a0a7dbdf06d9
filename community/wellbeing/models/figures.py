"""What the house was told, as means."""

from django.db import models
from django.db.models import Q


class Figure(models.Model):
    """One mean of what five or more people tapped between the figure before and `until`. Made known
    once and never reckoned anew: two looks at it cannot tell what one person said or took back. It
    knows nobody. `of` names the question: "room.heard", "visit.way"."""

    of = models.CharField(max_length=20)
    until = models.DateTimeField()
    mean = models.FloatField()

    class Meta:
        ordering = ["of", "until"]
        constraints = [
            models.UniqueConstraint(fields=["of", "until"], name="a_figure_is_made_known_once"),
            models.CheckConstraint(
                condition=Q(mean__range=(1, 5)), name="a_figure_lies_between_one_and_five"
            ),
        ]
