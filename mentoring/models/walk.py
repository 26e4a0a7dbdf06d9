"""The way two people go together: meetings they had, how it is between them, what a mentor takes to
supervision."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.sealed import SealedTextField
from mentoring.models.mentor import Mentor
from mentoring.models.pair import Pair

MEETINGS = 10


class Meeting(models.Model):
    """One of up to ten that the two had, in whatever order they like. Nothing of what was said."""

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="meetings")
    number = models.PositiveSmallIntegerField()
    held_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pair", "number"], name="two_people_have_a_meeting_of_the_path_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=MEETINGS), name="the_path_has_ten_meetings"
            ),
        ]


class PlannedMeeting(models.Model):
    """When the two mean to have one of them. It says when, and nothing else."""

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="planned")
    number = models.PositiveSmallIntegerField()
    begins_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pair", "number"], name="a_meeting_of_the_path_is_planned_once"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=MEETINGS),
                name="only_the_ten_meetings_are_planned",
            ),
        ]


class Pulse(models.Model):
    """How it is between the two, as one of them says, alone. The other never reads it; a coordinator
    learns only that somebody should look, and who."""

    ASKED = ("heard", "understood", "working", "pace")

    pair = models.ForeignKey(Pair, on_delete=models.CASCADE, related_name="pulses")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentoring_pulses"
    )
    heard = models.PositiveSmallIntegerField()
    understood = models.PositiveSmallIntegerField()
    working = models.PositiveSmallIntegerField()
    pace = models.PositiveSmallIntegerField()
    unsafe = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)
    # Somebody should look: since when, until when.
    needs_look = models.BooleanField(default=False)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(heard__range=(1, 5))
                & Q(understood__range=(1, 5))
                & Q(working__range=(1, 5))
                & Q(pace__range=(1, 5)),
                name="each_answer_of_a_pulse_is_one_to_five",
            ),
            models.CheckConstraint(
                condition=Q(unsafe=False) | Q(needs_look=True),
                name="who_does_not_feel_safe_is_looked_after",
            ),
        ]

    @property
    def is_low(self) -> bool:
        """Whether anything in it is one or two."""
        return min(self.heard, self.understood, self.working, self.pace) <= 2


class SupervisionNote(models.Model):
    """A line of a mentor's log, about themself: it names no pair and nobody, and only they read it.
    `to_bring`: they want to talk it over in supervision."""

    mentor = models.ForeignKey(Mentor, on_delete=models.CASCADE, related_name="notes")
    words = SealedTextField(max_length=600)
    made_at = models.DateTimeField(default=timezone.now)
    to_bring = models.BooleanField(default=True)
    talked_at = models.DateTimeField(null=True)
