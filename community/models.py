"""Tables of the bottom floor: who may stay connected changed, and what is due."""

from django.db import models


class AccessClock(models.Model):
    """One row. Every act that may end a screen raises it; every process watches it."""

    value = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="there_is_one_access_clock")
        ]


class Job(models.Model):
    """Something the ticker runs every so often. `taken_until` keeps two processes from one job."""

    name = models.CharField(max_length=60, primary_key=True)
    every = models.DurationField()
    due = models.DateTimeField()
    taken_until = models.DateTimeField(null=True)
    failed = models.CharField(max_length=120, blank=True)
