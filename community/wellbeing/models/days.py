"""How a day was, and a journal. Gaps are fine: no row means nothing, and nothing counts rows."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.sealed import SealedTextField

LINE_LIMIT = 200
ENTRY_LIMIT = 10_000
MEASURES = ("mood", "energy", "sleep", "connected")


def _answer() -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(null=True)


class CheckIn(models.Model):
    """One day in four answers from 1 to 5 and a line, each optional."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="check_ins"
    )
    day = models.DateField()
    mood = _answer()
    energy = _answer()
    sleep = _answer()
    connected = _answer()
    line = SealedTextField(blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["person", "day"], name="a_day_has_one_check_in"),
            models.CheckConstraint(
                condition=Q(
                    *(Q(**{name: None}) | Q(**{f"{name}__range": (1, 5)}) for name in MEASURES)
                ),
                name="a_day_is_answered_from_one_to_five",
            ),
            models.CheckConstraint(
                condition=~Q(line="", **dict.fromkeys(MEASURES)),
                name="a_check_in_says_something",
            ),
        ]

    @property
    def answers(self) -> dict[str, int | None]:
        """What was answered, by measure."""
        return {name: getattr(self, name) for name in MEASURES}


class JournalEntry(models.Model):
    """Words for oneself, sealed. No program reads them, no figure is made of them."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="journal"
    )
    day = models.DateField()
    words = SealedTextField()
    began_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-id"]

    @property
    def first_line(self) -> str:
        """What it begins with, as lists show it."""
        return self.words.strip().split("\n", 1)[0][:120]


def oldest_day(today: date) -> date:
    """How far back a day can still be written."""
    return today.replace(year=today.year - 1, day=min(today.day, 28))
