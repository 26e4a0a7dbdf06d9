"""Who stands behind a page: the checks it passed, small mends, and people asked from outside."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from cms.enums import CheckKind


class PageCheck(models.Model):
    """One check of one version of a page. `by` is a person's number, or `outside` the name of
    somebody who signed by a link; a page keeps its checks when a person has gone.

    `digest` is of the words that were read: who changes the same version afterwards is not vouched
    for. Written by `actions.checking` alone.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    revision = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=CheckKind.choices)
    by = models.BigIntegerField(null=True)
    outside = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64)
    shown_as = models.CharField(max_length=80, blank=True)  # to readers, as this person wished
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(by__isnull=False) & Q(outside=""))
                | (Q(by__isnull=True) & ~Q(outside="")),
                name="a_check_is_given_by_one_person",
            ),
            models.UniqueConstraint(
                fields=["revision", "kind", "digest"], name="a_version_has_one_check_of_a_kind"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["page"], name="checks_of_a_page")]


class SmallMend(models.Model):
    """Somebody other than its author said of a version that it changes a comma, no more: the checks
    of the version before stand."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    revision = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    by = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["revision", "digest"], name="a_version_is_called_small_once"
            ),
        ]


class ReviewInvite(models.Model):
    """A link by which one person from outside reads one page and signs one check, once. Only the
    link's hash is kept."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=CheckKind.choices)
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=64, unique=True)
    made_by = models.BigIntegerField()
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="an_invited_reviewer_has_a_name"),
        ]
