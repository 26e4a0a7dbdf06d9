"""The record of acts of power: plain numbers, no foreign keys, nobody's words."""

from django.db import models


class Tail(models.Model):
    """One row: the hash of the newest entry. Locked while an entry is written."""

    hash = models.CharField(max_length=64, blank=True)


class Entry(models.Model):
    """One act. Written once by `record.write`, never changed; each holds the hash of the last.

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
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["previous"], name="the_record_never_forks"),
        ]
