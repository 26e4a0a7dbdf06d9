"""When a group meets: the plan, each meeting that comes of it, who hosts, who comes.

A plan is a rule of the wall clock. Its meetings are rows of their own some weeks ahead, so that one
of them can be changed, called off and answered without the others.
"""

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.accounts.models import Person
from groups.enums import Answer, HostKind, Repeats, VisitState
from groups.models.room import Room
from groups.models.support_group import SupportGroup

PERSON = settings.AUTH_USER_MODEL
TOPIC_LIMIT = 120
NOTES_LIMIT = 120
SHORTEST, LONGEST = 10, 240  # minutes


class About(models.Model):
    """What both a plan and one of its meetings say."""

    topic = models.CharField(max_length=TOPIC_LIMIT, blank=True)
    notes = models.CharField(max_length=NOTES_LIMIT, blank=True)  # what it touches on
    places = models.PositiveSmallIntegerField(null=True, validators=[MinValueValidator(1)])
    opening = models.CharField(max_length=20, blank=True)  # keys of `groups.scripts`
    closing = models.CharField(max_length=20, blank=True)

    class Meta:
        abstract = True


class MeetingPlan(About):
    """A rule: from `first` on, at `clock` as the clocks of `zone` show it. `first` is the day of
    the meeting numbered `first_number`; a change from one meeting on moves both."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="meeting_plans")
    zone = models.CharField(max_length=40)
    first = models.DateField()
    first_number = models.PositiveIntegerField(default=0)
    clock = models.TimeField()
    minutes = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(SHORTEST), MaxValueValidator(LONGEST)]
    )
    repeats = models.CharField(max_length=12, choices=Repeats, default=Repeats.ONCE)
    hosts: models.ManyToManyField[Person, Any] = models.ManyToManyField(PERSON, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)  # no further meetings are laid out

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=SHORTEST, minutes__lte=LONGEST),
                name="a_planned_meeting_lasts_a_while",
            )
        ]


class Meeting(About):
    """One meeting, at a moment. `is_own`: it was changed apart from its plan and no longer follows
    it. What was told about it, and when, stands in the row, so that it is told once."""

    plan = models.ForeignKey(MeetingPlan, on_delete=models.CASCADE, related_name="meetings")
    number = models.PositiveIntegerField()
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="meetings")
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    is_own = models.BooleanField(default=False)
    cancelled_at = models.DateTimeField(null=True)

    hosts_asked_at = models.DateTimeField(null=True)  # those who host were asked to confirm
    cover_asked_at = models.DateTimeField(null=True)  # a day before, nobody had
    cover_hurried_at = models.DateTimeField(null=True)  # a quarter of an hour before, nobody there
    reminded_at = models.DateTimeField(null=True)
    told_alone_at = models.DateTimeField(null=True)  # it began and nobody from the team was there

    class Meta:
        ordering = ["begins_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="a_plan_has_each_meeting_once"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")), name="a_meeting_ends_after_it_began"
            ),
            models.CheckConstraint(
                condition=Q(places=None) | Q(places__gte=1),
                name="a_meeting_has_room_for_somebody",
            ),
        ]
        indexes = [
            models.Index(
                fields=["room", "ends_at"],
                condition=Q(cancelled_at=None),
                name="meetings_that_take_place",
            ),
            models.Index(
                fields=["begins_at"], condition=Q(cancelled_at=None), name="meetings_by_their_hour"
            ),
        ]


class Host(models.Model):
    """Who may host in a group without moderating it, and as what. Who works as a clinician is
    shown under their real name. Ended, never deleted; moderators of the group host without it."""

    group = models.ForeignKey(SupportGroup, on_delete=models.CASCADE, related_name="hosts")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="hosts_in")
    kind = models.CharField(max_length=10, choices=HostKind, default=HostKind.PEER)
    real_name = models.CharField(max_length=80, blank=True)
    work = models.CharField(max_length=80, blank=True)  # "psychologist at the day clinic"
    at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"],
                condition=Q(ended_at=None),
                name="a_person_hosts_in_a_group_as_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(kind=HostKind.CLINICIAN) | (~Q(real_name="") & ~Q(work="")),
                name="a_clinician_hosts_under_their_real_name",
            ),
        ]


class Hosting(models.Model):
    """Who is asked to host one meeting. `confirmed_at`: they said that they will be there."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="hostings")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="hostings")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="a_person_hosts_a_meeting_once"
            )
        ]


class Reply(models.Model):
    """What a member answered to a meeting. Only its hosts see it; it is no list of who was there."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="replies")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="meeting_replies")
    answer = models.CharField(max_length=8, choices=Answer)
    reminds = models.BooleanField(default=True)
    at = models.DateTimeField(default=timezone.now)  # the order of those who wait

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="a_person_answers_a_meeting_once"
            )
        ]


class Visit(models.Model):
    """Somebody who does not belong and would like to be there once. `word_by` is the number of who
    said that the group was asked. Who objected is not kept."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="visits")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="visits")
    real_name = models.CharField(max_length=80)
    why = models.CharField(max_length=160)
    state = models.CharField(max_length=8, choices=VisitState, default=VisitState.ASKED)
    word_by = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="a_person_asks_to_visit_a_meeting_once"
            ),
            models.CheckConstraint(
                condition=~Q(state=VisitState.AGREED) | Q(word_by__isnull=False),
                name="somebody_stands_for_the_groups_yes",
            ),
        ]
