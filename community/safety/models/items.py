"""What waits for somebody: items, what came up in them, who was called, notes, letters, reports.

Subjects are named by kind and id, areas and places by plain keys (`group:4`, `room:3f9a`), so that
the desk knows no feature and every feature can put something on it.
"""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.safety.enums import Apart, ItemKind, ItemState, Level, ReportReason, Rung
from community.sealed import SealedTextField

PERSON = settings.AUTH_USER_MODEL


class Item(models.Model):
    """Something a person must look at, by `promised_at`. One open item a subject and kind.

    What screening finds is an item of a person's episode: while one is open, whatever comes up
    about the person in that area joins it as a `Sign`, and their waiting words as items that are
    `part_of` it until somebody has answered them.
    """

    kind = models.CharField(max_length=10, choices=ItemKind)
    level = models.CharField(max_length=8, choices=Level, default=Level.TODAY)
    state = models.CharField(max_length=8, choices=ItemState, default=ItemState.OPEN)
    area = models.CharField(max_length=80, db_index=True)
    subject_kind = models.CharField(max_length=20)
    subject_id = models.CharField(max_length=60)
    about = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    signals = models.JSONField(default=list)  # codes that say why, never words
    part_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="parts")
    opened_at = models.DateTimeField(default=timezone.now)
    # When the words were said, where their author has parted since from the name they had then.
    named_at = models.DateTimeField(null=True)
    promised_at = models.DateTimeField()
    answer_by = models.DateTimeField(default=timezone.now)  # then more are called, if nobody has it
    called_at = models.DateTimeField(null=True)  # the first rung was called
    taken_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    look_again_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=30, blank=True)
    second_asked_at = models.DateTimeField(null=True)  # somebody wants a second person on this
    late_told_at = models.DateTimeField(null=True)  # the area was told that the promise is broken
    late_raised_at = models.DateTimeField(null=True)  # then the coordinators
    version = models.PositiveIntegerField(default=1)  # raised by every change, for open screens

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_kind", "subject_id"],
                condition=~Q(state=ItemState.CLOSED),
                name="one_open_item_a_subject_and_kind",
            ),
            models.CheckConstraint(
                condition=(Q(state=ItemState.CLOSED, closed_at__isnull=False) & ~Q(outcome=""))
                | (~Q(state=ItemState.CLOSED) & Q(closed_at=None, outcome="")),
                name="a_closed_item_says_when_and_what",
            ),
            models.CheckConstraint(
                condition=~Q(state=ItemState.TAKEN) | Q(taken_at__isnull=False),
                name="a_taken_item_says_since_when",
            ),
            models.UniqueConstraint(
                fields=["about", "area"],
                condition=Q(kind=ItemKind.SIGNAL) & ~Q(state=ItemState.CLOSED),
                name="one_open_episode_a_person_and_area",
            ),
            models.CheckConstraint(
                condition=Q(part_of=None) | Q(state__in=[ItemState.OPEN, ItemState.TAKEN]),
                name="a_part_of_an_episode_waits_for_an_answer",
            ),
        ]
        indexes = [
            models.Index(
                fields=["promised_at"], condition=~Q(state=ItemState.CLOSED), name="desk_by_promise"
            )
        ]

    def __str__(self) -> str:
        return f"item {self.pk}"

    @property
    def is_with_somebody(self) -> bool:
        """Whether somebody has it at this moment: what may be told to whom it concerns."""
        return self.state in (ItemState.TAKEN, ItemState.WAITING) and self.taken_by_id is not None

    @property
    def help_is_out(self) -> bool:
        """Whether emergency steps are open, where a query has asked (`queries.items_in`)."""
        return bool(getattr(self, "has_help_out", False))

    @property
    def asks_second(self) -> bool:
        """Whether a second person is asked for in any way; the same."""
        return bool(getattr(self, "has_second_asked", self.second_asked_at is not None))

    @property
    def moment(self) -> datetime:
        """When whoever it is about had the name under which it is known."""
        return self.named_at or self.opened_at

    @property
    def subject(self) -> str:
        """The key under which the record knows what this is about: `message:12`."""
        return f"{self.subject_kind}:{self.subject_id}"


class Call(models.Model):
    """One person was called to an item, once a rung: on the screen at once, by mail where they are
    on duty or said that they can be called. Without a person: the operator's own pager.

    Never a word of anybody's: a level, a number and an address.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="calls")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, null=True, related_name="+")
    level = models.CharField(max_length=8, choices=Level)
    rung = models.CharField(max_length=8, choices=Rung)
    at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)  # something has yet to leave the house
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "level", "rung", "person"], name="a_rung_is_called_once"
            ),
            models.UniqueConstraint(
                fields=["item", "level", "rung"],
                condition=Q(person=None),
                name="the_pager_is_called_once_a_rung",
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(due_at__isnull=False), name="calls_that_are_due"
            )
        ]


class Sign(models.Model):
    """One thing that came up in a person's episode: where, why in codes, and the words as they
    were then."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="signs")
    subject_kind = models.CharField(max_length=20)
    subject_id = models.CharField(max_length=60)
    level = models.CharField(max_length=8, choices=Level)
    codes = models.JSONField(default=list)  # codes that say why, never words
    words_then = SealedTextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "subject_kind", "subject_id"],
                name="a_subject_comes_up_once_in_an_episode",
            )
        ]
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="signs_of_a_subject")]

    def __str__(self) -> str:
        return f"sign {self.pk}"

    @property
    def subject(self) -> str:
        """The key under which the record knows what this is about: `message:12`."""
        return f"{self.subject_kind}:{self.subject_id}"


class Note(models.Model):
    """What one moderator leaves for the next on an item: sealed, never shown to members."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    words = SealedTextField()

    class Meta:
        ordering = ["id"]


class Letter(models.Model):
    """Words from somebody of the team to one person. Not a measure: it decides nothing.

    `read_at` is set when the person opens it, so that the desk says "not read" and never "fine".
    """

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="letters")
    by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.SET_NULL, null=True, related_name="letters")
    at = models.DateTimeField(default=timezone.now)
    words = SealedTextField()
    read_at = models.DateTimeField(null=True)
    reply = SealedTextField(blank=True)
    replied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(replied_at=None) | Q(read_at__isnull=False),
                name="who_answers_a_letter_has_read_it",
            )
        ]


class Report(models.Model):
    """What somebody told the team. The reporter is never shown to the person concerned."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(
        PERSON, on_delete=models.SET_NULL, null=True, related_name="reports"
    )
    reason = models.CharField(max_length=30, choices=ReportReason)
    words = SealedTextField(blank=True)
    snapshot = SealedTextField(blank=True)
    # What was promised when it was sent, whatever became of the item since.
    promised_by = models.DateTimeField(null=True)
    promised_back_at = models.DateTimeField(null=True)
    leads_called = models.BooleanField(default=False)  # nobody else was there to be called
    snapshot_hash = models.CharField(max_length=64, blank=True)
    receipt = models.CharField(max_length=12, unique=True)
    at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    answer = SealedTextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "reporter"], name="a_person_reports_an_item_once"
            )
        ]


class StandsApart(models.Model):
    """Somebody of the team who does not look at an item: too near to it, or to somebody in it. Why
    is read by no page: it would tell who blocked whom."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="apart")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=8, choices=Apart)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "person"], name="somebody_stands_apart_from_an_item_once"
            )
        ]
