"""Words that three members asked to be looked at: folded until somebody of the team has."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from groups.enums import FoldEnd
from groups.models.message import Message


class MembersFold(models.Model):
    """One message stands behind a line. The words stay where they are, and anybody can open them.

    `author` is kept beside the message, which may lose its own. `ended_by` is a number without a
    foreign key, 0 where no person ended it.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="folds")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    back_at = models.DateTimeField(null=True)  # when the team is back, as readers were told
    ended_at = models.DateTimeField(null=True)
    ended_by = models.BigIntegerField(null=True)
    outcome = models.CharField(max_length=6, choices=FoldEnd, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["message"],
                condition=Q(ended_at=None),
                name="a_message_is_folded_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, outcome="")
                | Q(ended_at__isnull=False, ended_by__isnull=False, outcome__in=FoldEnd.values),
                name="a_fold_that_ended_says_when_who_and_how",
            ),
        ]


class FoldFlag(models.Model):
    """One of the three. Read by no page: nobody learns who told the team."""

    fold = models.ForeignKey(MembersFold, on_delete=models.CASCADE, related_name="flags")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="fold_flags"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["fold", "person"], name="a_person_counts_once_towards_a_fold"
            )
        ]
