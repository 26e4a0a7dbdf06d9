"""Who looks after what, who is there, and who can be called."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.safety.enums import DutyKind
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
