"""How matching is set in this house: one row, the coordinators'."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mentoring.enums import Leaning
from mentoring.matching.cast import Weights
from mentoring.matching.leanings import as_weights, weights_of

PLAIN, BY_HAND = "plain", "hand"


class Fitting(models.Model):
    """It changes through `mentoring.actions.fitting`, on the record. `weights` are those of the
    leaning, unless somebody changed one by hand."""

    leaning = models.CharField(max_length=10, choices=Leaning, blank=True)
    weights = models.JSONField(default=dict)
    answer_days = models.PositiveSmallIntegerField(default=3)
    min_overlap = models.PositiveSmallIntegerField(default=60)  # minutes a week both must be free
    most_pairs = models.PositiveSmallIntegerField(default=3)  # a mentor may say fewer, not more
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="matching_is_set_once_for_all"),
            models.CheckConstraint(
                condition=Q(answer_days__gte=1, answer_days__lte=14),
                name="a_mentor_has_one_to_fourteen_days_to_answer",
            ),
            models.CheckConstraint(
                condition=Q(min_overlap__lte=600),
                name="the_least_time_together_is_ten_hours_or_less",
            ),
            models.CheckConstraint(
                condition=Q(most_pairs__gte=1, most_pairs__lte=8),
                name="a_mentor_may_take_one_to_eight_people",
            ),
        ]

    @property
    def counts(self) -> dict[str, int]:
        """Each weight as it stands."""
        return {**weights_of(self.leaning), **self.weights}

    @property
    def setting(self) -> str:
        """How it is set, in a word: one of the three choices, the plain weights, or by hand."""
        return BY_HAND if self.weights else self.leaning or PLAIN

    def is_as(self, other: "Fitting") -> bool:
        """Whether nothing is set in another way."""
        mine, theirs = (one.counts | one.rules for one in (self, other))
        return mine == theirs and self.leaning == other.leaning

    @property
    def rules(self) -> dict[str, int]:
        """What is a rule and no weight."""
        return {name: getattr(self, name) for name in ("answer_days", "min_overlap", "most_pairs")}

    @property
    def as_weights(self) -> Weights:
        """The same for a score."""
        return as_weights(self.counts)
