"""What a provider brings back. All of it stays with the member, also when the tie has ended."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.care.enums import Asked, Came, DecidedBy
from community.care.models.door import Tie
from community.care.models.handing import Handed
from community.sealed import SealedTextField
from community.wellbeing.enums import IdeaEnd

SETTLED = Q(end="", settled_at=None) | (~Q(end="") & Q(settled_at__isnull=False))


class Suggestion(models.Model):
    """Words for a section, a step for a goal, a small act, an option. Only the owner does something
    with it, and need not say why. `target` says for what: "section:well", "goal:5", "act:calm"."""

    tie = models.ForeignKey(Tie, on_delete=models.CASCADE, related_name="suggestions")
    target = models.CharField(max_length=40)
    words = SealedTextField()
    at = models.DateTimeField(default=timezone.now)
    end = models.CharField(max_length=8, choices=IdeaEnd, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=SETTLED, name="a_settled_suggestion_says_how_and_when")
        ]


class ScaleRequest(models.Model):
    """A provider asks for a scale: which, why, what will happen with it, until when. The member is
    asked from `asks_from` on: later where somebody else asked for the same not long ago."""

    tie = models.ForeignKey(Tie, on_delete=models.CASCADE, related_name="scale_requests")
    instrument = models.CharField(max_length=30)
    why = SealedTextField()
    then = SealedTextField()
    until = models.DateField()
    at = models.DateTimeField(default=timezone.now)
    asks_from = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True)  # the member was told that it waits for them
    end = models.CharField(max_length=8, choices=Asked, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tie", "instrument"],
                condition=Q(end=""),
                name="a_scale_is_asked_for_once_at_a_time",
            ),
            models.CheckConstraint(condition=SETTLED, name="a_settled_request_says_how_and_when"),
        ]


class Outcome(models.Model):
    """What came of talking: keep, change or stop, by whom and when, written down by the provider.
    The member says whether it is what they remember, or nothing. `who`: somebody who is neither."""

    tie = models.ForeignKey(Tie, on_delete=models.CASCADE, related_name="outcomes")
    about = SealedTextField()
    came = models.CharField(max_length=6, choices=Came)
    decided_by = models.CharField(max_length=8, choices=DecidedBy, default=DecidedBy.BOTH)
    who = SealedTextField(blank=True)
    decided_on = models.DateField(default=timezone.localdate)
    words = SealedTextField(blank=True)
    look_on = models.DateField(null=True)
    at = models.DateTimeField(default=timezone.now)
    agreed = models.BooleanField(null=True)
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed=None, agreed_at=None)
                | Q(agreed__isnull=False, agreed_at__isnull=False),
                name="a_word_on_an_outcome_says_when",
            ),
            models.CheckConstraint(
                condition=(Q(decided_by=DecidedBy.OTHER) & ~Q(who=""))
                | (~Q(decided_by=DecidedBy.OTHER) & Q(who="")),
                name="a_decision_of_somebody_else_says_whose",
            ),
        ]


class ShownStep(Handed):
    """A step the member took and chose to show. For 48 hours the provider can say what they saw in
    it, once."""

    tie = models.ForeignKey(Tie, on_delete=models.CASCADE, related_name="steps")
    goal = SealedTextField()
    words = SealedTextField()
    saw = SealedTextField(blank=True)
    strength = SealedTextField(blank=True)
    noticed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("handed_at")), name="a_step_ends_after_it_was_shown"
            ),
            models.CheckConstraint(
                condition=Q(noticed_at=None, saw="", strength="")
                | (Q(noticed_at__isnull=False) & ~Q(saw="")),
                name="a_noticing_says_what_was_seen",
            ),
        ]
