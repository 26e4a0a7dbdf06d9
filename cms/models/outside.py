"""Addresses outside that our pages lead to, and whether they still lead somewhere."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from cms.enums import Found

LONGEST = 800  # an index holds no more in each script


class OutsideAddress(models.Model):
    """One address, however many pages lead to it. `misses`: how often in a row it led nowhere."""

    address = models.CharField(max_length=LONGEST, unique=True)
    found = models.CharField(max_length=8, choices=Found, blank=True)  # "" until it was tried
    tried_at = models.DateTimeField(null=True)
    since = models.DateTimeField(null=True)  # when it was found so for the first time
    misses = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(found="", tried_at=None, since=None)
                | (~Q(found="") & Q(tried_at__isnull=False, since__isnull=False)),
                name="an_address_is_found_when_it_was_tried",
            ),
            models.CheckConstraint(
                condition=Q(misses=0) | ~Q(found__in=["", "works", "shut"]),
                name="an_address_that_works_has_no_misses",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["due"], name="addresses_to_try")]
