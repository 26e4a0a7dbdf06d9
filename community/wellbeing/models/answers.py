"""Answers to a scale, and what a person of the team has to read of them."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.sealed import SealedTextField
from community.wellbeing.enums import ConcernState, Sooner

PERSON = settings.AUTH_USER_MODEL


class AnswerSet(models.Model):
    """One filling of one scale: raw values in the order of its questions, sealed, with the version
    of the wording and of the rule. What is asked behind the scored questions comes behind them. A
    total is never reckoned anew by another rule."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="answer_sets")
    instrument = models.CharField(max_length=30)
    version = models.CharField(max_length=20)
    rule = models.CharField(max_length=40)
    raw = SealedTextField(default="[]")
    total = models.FloatField(null=True)
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)  # finished, or left where it was

    class Meta:
        ordering = ["-began_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "instrument"],
                condition=Q(ended_at=None),
                name="a_scale_is_filled_in_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(total=None) | Q(ended_at__isnull=False),
                name="only_finished_answers_have_a_total",
            ),
        ]

    @property
    def answers(self) -> list[Any]:
        """The raw values; None for what was not answered."""
        found: list[Any] = json.loads(self.raw)
        return found

    @answers.setter
    def answers(self, values: list[Any]) -> None:
        self.raw = json.dumps(values)


class Concern(models.Model):
    """Somebody answered question 9 with more than "not at all": a wellbeing reviewer looks, by
    `promised_at`. One open one a person. It is read by nobody but reviewers and the person; a later
    zero takes nothing back, and only a reviewer closes it."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="concerns")
    sooner = models.CharField(max_length=8, choices=Sooner, default=Sooner.TODAY)
    state = models.CharField(max_length=8, choices=ConcernState, default=ConcernState.OPEN)
    opened_at = models.DateTimeField(default=timezone.now)
    promised_at = models.DateTimeField()
    taken_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    look_again_at = models.DateTimeField(null=True)  # then it goes back, if nothing was done since
    asks_for_words_at = models.DateTimeField(null=True)  # "please write to me"
    late_told_at = models.DateTimeField(null=True)  # every reviewer was told once more
    late_raised_at = models.DateTimeField(null=True)  # then those who lead, without a name
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["promised_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=~Q(state=ConcernState.CLOSED),
                name="a_person_has_one_open_concern",
            ),
            models.CheckConstraint(
                condition=(Q(state=ConcernState.CLOSED, closed_at__isnull=False) & ~Q(outcome=""))
                | (~Q(state=ConcernState.CLOSED) & Q(closed_at=None, outcome="")),
                name="a_closed_concern_says_when_and_what",
            ),
            models.CheckConstraint(
                condition=~Q(state=ConcernState.TAKEN) | Q(look_again_at__isnull=False),
                name="what_a_reviewer_took_has_a_clock",
            ),
        ]

    def __str__(self) -> str:
        return f"concern {self.pk}"


class RiskAnswer(models.Model):
    """One answer to question 9, sealed, with its time. None is ever changed or taken back: another
    answer is another row."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="risk_answers")
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="answers")
    raw = SealedTextField(blank=True)  # empty: "I would rather not answer"
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]

    @property
    def value(self) -> int | None:
        """The raw value; None where they would rather not."""
        return int(self.raw) if self.raw else None

    @value.setter
    def value(self, value: int | None) -> None:
        self.raw = "" if value is None else str(value)


class ConcernLine(models.Model):
    """Words between a reviewer and the person, sealed."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="lines")
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    is_from_team = models.BooleanField()
    words = SealedTextField()
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)  # the person opened it

    class Meta:
        ordering = ["id"]


class ReviewHours(models.Model):
    """The rota of reviewers: each says for each day of the week when they look. Hours that end
    before they begin run over midnight, into the next day."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="review_hours")
    weekday = models.PositiveSmallIntegerField()  # 0 is Monday
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        ordering = ["weekday", "starts"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "weekday"], name="a_reviewer_has_one_row_a_day"
            ),
            models.CheckConstraint(
                condition=~Q(ends=F("starts")), name="review_hours_are_longer_than_nothing"
            ),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="a_week_has_seven_days"),
        ]


class Pack(models.Model):
    """A scale that is off until the operator has read its licence."""

    instrument = models.CharField(max_length=30, unique=True)
    on_since = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")


class Completed(models.Model):
    """The words of a scale that are not ours to give out, typed in by the operator, and who allowed
    it. Other words are another version, and what was answered before keeps its own. Taken out, no
    word is left of any version; their numbers are never given again."""

    instrument = models.CharField(max_length=30)
    version = models.PositiveIntegerField(default=1)
    stem = models.CharField(max_length=500, blank=True)
    items = models.JSONField()
    permission = models.CharField(max_length=300)
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)  # not offered any more
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(permission=""), name="wording_comes_with_its_permission"
            ),
            models.UniqueConstraint(
                fields=["instrument", "version"], name="a_version_of_a_scale_is_kept_once"
            ),
            models.UniqueConstraint(
                fields=["instrument"],
                condition=Q(ended_at=None),
                name="one_wording_of_a_scale_is_offered",
            ),
        ]
