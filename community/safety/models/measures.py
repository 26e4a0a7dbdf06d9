"""What was decided about a person, and the way back."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.safety.enums import MeasureKind
from community.safety.models.items import Item
from community.sealed import SealedTextField

PERSON = settings.AUTH_USER_MODEL


class Measure(models.Model):
    """A decision about a person's place here, with the words they were given and a way back."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="measures")
    kind = models.CharField(max_length=12, choices=MeasureKind)
    area = models.CharField(max_length=80, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=30)
    rule = models.CharField(max_length=20, blank=True)  # "1:0": version and place of a house rule
    evidence_hash = models.CharField(max_length=64, blank=True)  # of what was seen when deciding
    words = SealedTextField()
    decided_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.SET_NULL, null=True, related_name="measures")
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("at")), name="a_measure_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(words=""), name="a_measure_says_why_and_in_words"
            ),
        ]

    @property
    def about_words(self) -> tuple[str, ...]:
        """Where the words stand that it was decided about, by kind and id: its own subject, or what
        was on the desk where the decision is about a place."""
        return (self.subject, *([self.item.subject] if self.item is not None else []))


class Appeal(models.Model):
    """The person concerned asks somebody else to look again."""

    measure = models.OneToOneField(Measure, on_delete=models.CASCADE, related_name="appeal")
    words = SealedTextField()
    at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    upheld = models.BooleanField(null=True)
    answer = SealedTextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, upheld=None)
                | Q(decided_at__isnull=False, upheld__isnull=False),
                name="an_answered_appeal_says_when_and_how",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None) | ~Q(answer=""), name="an_answered_appeal_has_words"
            ),
        ]
