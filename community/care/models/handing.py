"""What a member handed over, piece by piece, and what they asked."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.care.enums import Kind
from community.care.models.door import Tie
from community.sealed import SealedTextField

WORDS_LIMIT = 1000
QUESTION_LIMIT = 300


class Card(models.Model):
    """What helps in talking with somebody, in their words. Theirs alone until they hand it over."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="support_card"
    )
    spoken = SealedTextField(blank=True)
    about = SealedTextField(blank=True)
    not_about = SealedTextField(blank=True)
    changed_at = models.DateTimeField(default=timezone.now)


class Handed(models.Model):
    """What both sides read: handed over then, opened then or not yet, until then."""

    handed_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Piece(Handed):
    """One piece as it was when it was handed over: what the member writes later is not in it. When
    it is over nothing of its words is kept. `key` says which it is, such as "goal:5"."""

    tie = models.ForeignKey(Tie, on_delete=models.CASCADE, related_name="pieces")
    kind = models.CharField(max_length=8, choices=Kind)
    key = models.CharField(max_length=40)
    content = SealedTextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tie", "key"],
                condition=Q(ended_at=None),
                name="a_piece_is_handed_over_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until__gt=F("handed_at")), name="a_piece_ends_after_it_was_handed_over"
            ),
            models.CheckConstraint(
                condition=(Q(ended_at=None) & ~Q(content=""))
                | Q(ended_at__isnull=False, content=""),
                name="of_a_piece_that_is_over_nothing_is_kept",
            ),
        ]

    @property
    def said(self) -> dict[str, Any]:
        """What was handed over."""
        found: dict[str, Any] = json.loads(self.content)
        return found


class Question(Handed):
    """A question of the member, with the day by which an answer was hoped for. The provider answers,
    or names a day to talk about it; both stay with the member."""

    tie = models.ForeignKey(Tie, on_delete=models.CASCADE, related_name="questions")
    words = SealedTextField()
    due = models.DateField()
    answer = SealedTextField(blank=True)
    talk_on = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("handed_at")), name="a_question_ends_after_it_was_asked"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="", talk_on=None)
                | (Q(answered_at__isnull=False) & (~Q(answer="") | Q(talk_on__isnull=False))),
                name="an_answered_question_has_words_or_a_day",
            ),
        ]


class EarlierAnswer(models.Model):
    """What stood there before the provider changed it. It stays with the member like the answer."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="earlier")
    answer = SealedTextField(blank=True)
    talk_on = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(answer="") | Q(talk_on__isnull=False),
                name="an_earlier_answer_has_words_or_a_day",
            )
        ]
