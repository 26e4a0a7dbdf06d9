"""The record of acts of power: plain numbers, no foreign keys, nobody's words."""

from django.db import models
from django.db.models import Q


class Seal(models.Model):
    """A batch of entries, closed: its hash covers them and the seal before it."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    count = models.PositiveIntegerField()
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["previous"], name="the_record_never_forks"),
            models.CheckConstraint(condition=Q(count__gt=0), name="a_seal_closes_something"),
        ]

    def __str__(self) -> str:
        return f"seal {self.number}"


class Entry(models.Model):
    """One act. Written once by `record.write`; the database refuses to change it. The ticker puts
    it under a seal soon after.

    People are named by number only, so that a deleted person takes nothing from the record and
    the record keeps nothing of a deleted person.
    """

    at = models.DateTimeField()
    act = models.CharField(max_length=60)
    by = models.BigIntegerField(null=True)  # None: the system itself
    about = models.BigIntegerField(null=True, db_index=True)  # the person concerned
    subject = models.CharField(max_length=80, blank=True, db_index=True)  # "message:3f9a:12"
    area = models.CharField(max_length=80, blank=True)  # "group:4"
    reason = models.CharField(max_length=60, blank=True)  # a code, never words
    data = models.JSONField(default=dict)
    hash = models.CharField(max_length=64)
    seal = models.BigIntegerField(null=True, db_index=True)  # the number of its seal

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"entry {self.pk}"
