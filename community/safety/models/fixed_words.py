"""Whose word stands behind the sentences that are the same in every house."""

from django.db import models
from django.db.models import Q


class WordsRead(models.Model):
    """A professional, or somebody who has lived through it, has read fixed words for this house, as
    they stood then (`digest`). Named with their consent: whoever is here reads name and profession.
    Who wrote it down stands on the record."""

    key = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    profession = models.CharField(max_length=80)
    read_on = models.DateField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["-read_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(profession="") & ~Q(digest=""),
                name="a_reading_says_who_and_what",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}, {self.read_on}"
