"""The moderators' desk: appointments, duty, items, reports, measures, appeals.

Subjects are named by kind and id, areas and places by plain keys (`group:4`, `room:3f9a`), so that
the desk knows no feature and every feature can put something on it.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from community.safety.enums import (
    DutyKind,
    ItemKind,
    ItemState,
    Level,
    MeasureKind,
    ReportReason,
    Rung,
)
from community.sealed import SealedTextField

PERSON = settings.AUTH_USER_MODEL


class Appointment(models.Model):
    """A moderator's area, and who gave it. Ended, never deleted."""

    area = models.CharField(max_length=80)
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="appointments")
    appointed_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["area", "person"],
                condition=Q(ended_at=None),
                name="a_moderator_is_appointed_once_to_an_area",
            )
        ]


class Duty(models.Model):
    """A lease: this moderator is there for this place until `until`, unless renewed before."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="duties")
    place = models.CharField(max_length=80)
    kind = models.CharField(max_length=8, choices=DutyKind, default=DutyKind.SCREEN)
    began_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    call_renewed = models.BooleanField(default=False)
    warned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "place"],
                condition=Q(ended_at=None),
                name="one_duty_a_person_and_place",
            )
        ]
        indexes = [
            models.Index(
                fields=["place", "until"], condition=Q(ended_at=None), name="duty_at_a_place"
            )
        ]


class OnCall(models.Model):
    """Somebody said that they can be called until then, while nobody is at the desk. Only they
    themselves say so, and take it back."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="calls_taken")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["begins_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")), name="who_is_on_call_is_so_for_some_time"
            )
        ]


class Shift(models.Model):
    """One moderator's hours, who can be reached beside them, and the words for whoever comes next."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="shifts")
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    handover = SealedTextField(blank=True)
    second = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    second_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at=None), name="one_open_shift_a_person"
            ),
            models.CheckConstraint(
                condition=Q(second=None) | ~Q(second=F("person")),
                name="nobody_is_their_own_second",
            ),
        ]


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


class Measure(models.Model):
    """A decision about a person's place here, with the words they were given and a way back."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="measures")
    kind = models.CharField(max_length=12, choices=MeasureKind)
    area = models.CharField(max_length=80, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=30)
    words = SealedTextField()
    decided_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.SET_NULL, null=True, related_name="measures")
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("at")), name="a_measure_ends_after_it_began"
            )
        ]


class Appeal(models.Model):
    """The person concerned asks somebody else to look again."""

    measure = models.OneToOneField(Measure, on_delete=models.CASCADE, related_name="appeal")
    words = SealedTextField()
    at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    upheld = models.BooleanField(null=True)
    answer = SealedTextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, upheld=None)
                | Q(decided_at__isnull=False, upheld__isnull=False),
                name="an_answered_appeal_says_when_and_how",
            )
        ]


@register_setting(icon="time")
class Promises(BaseGenericSetting):
    """By when the team has looked, in minutes. Members are told a time only while somebody is on
    duty; what nobody has by then calls the next ones."""

    answer_now = models.PositiveIntegerField(
        _("someone has it: now"), default=5, validators=[MinValueValidator(1)]
    )
    now = models.PositiveIntegerField(
        _("decided: now"), default=15, validators=[MinValueValidator(1)]
    )
    soon = models.PositiveIntegerField(
        _("decided: within 30 minutes"), default=30, validators=[MinValueValidator(1)]
    )
    today = models.PositiveIntegerField(
        _("decided: today"), default=240, validators=[MinValueValidator(1)]
    )
    calm = models.PositiveIntegerField(
        _("decided: tomorrow"), default=1440, validators=[MinValueValidator(1)]
    )
    pager_url = models.URLField(
        _("your pager"),
        blank=True,
        validators=[URLValidator(["https"])],
        help_text=_(
            "An https address that is told when somebody is called: a level, a number and where the "
            "desk is. Never a name, never a word of anybody's."
        ),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("answer_now", "now", "soon", "today", "calm")],
            _("By when, in minutes"),
        ),
        FieldPanel("pager_url"),
    ]

    class Meta:
        verbose_name = _("Promises of the desk")

    def clean(self) -> None:
        rising = [self.answer_now, self.now, self.soon, self.today, self.calm]
        if None not in rising and rising != sorted(rising):
            raise ValidationError(
                _("What hurries more is promised no later than what hurries less.")
            )
