"""What somebody takes along from a pair: notes of their own, and a letter to the other."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.sealed import SealedTextField
from mentoring.models.pair import Pair

LONGEST = 4000


class Parting(models.Model):
    """One a person and pair. The notes are read by nobody else, ever; the letter by the other once it
    was handed over. It outlives the pair: nobody's notes go because somebody else has gone."""

    pair = models.ForeignKey(Pair, on_delete=models.SET_NULL, null=True, related_name="partings")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="partings"
    )
    notes = SealedTextField(max_length=LONGEST, blank=True)
    letter = SealedTextField(max_length=LONGEST, blank=True)
    handed_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pair", "person"], name="each_of_two_parts_with_one_letter"
            ),
            models.CheckConstraint(
                condition=Q(handed_at=None) | ~Q(letter=""),
                name="a_letter_that_was_handed_over_says_something",
            ),
        ]
