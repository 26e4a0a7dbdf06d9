"""How rooms are for one person: what they would rather not meet. Nobody else ever learns of it."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.sealed import SealedTextField
from groups.enums import Fold, NoteKind

MUTED_LIMIT = 60


class NoteChoice(models.Model):
    """What somebody wants of words with a note of this kind. Without a row: the note, closed."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="note_choices"
    )
    kind = models.CharField(max_length=10, choices=NoteKind)
    fold = models.CharField(max_length=8, choices=Fold)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], name="a_person_chooses_once_for_a_kind_of_note"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=NoteKind.values) & Q(fold__in=Fold.values),
                name="a_choice_is_one_of_those_offered",
            ),
        ]


class MutedWords(models.Model):
    """Words somebody would rather not meet until a day of their choice. Sealed."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="muted_words"
    )
    words = SealedTextField(max_length=MUTED_LIMIT)
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()

    class Meta:
        ordering = ["since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=models.F("since")), name="muted_words_come_back_one_day"
            ),
        ]

    def is_over(self, *, now: datetime) -> bool:
        """Whether the words may be met again."""
        return self.until <= now


class TypingShown(models.Model):
    """A row says: this person shows that they are writing, to others who do so too."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="typing_shown",
    )
    since = models.DateTimeField(default=timezone.now)
