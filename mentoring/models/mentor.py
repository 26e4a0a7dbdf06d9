"""A mentor: what they bring, when, for how many."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.accounts import own_zone
from community.sealed import SealedTextField
from mentoring.enums import AT_WORK, Gender, MentorState, SeenBy
from mentoring.matching.slots import answer_by, begins_between, is_within
from mentoring.models.sealed_list import parted

ANSWER_WITHIN = timedelta(days=7)  # how soon who offers is answered


class Mentor(models.Model):
    """Its state changes only through `mentoring.actions`. `limits` (topics that are not for them)
    is seen by matching and the coordinator alone."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentor"
    )
    state = models.CharField(max_length=10, choices=MentorState, default=MentorState.APPLIED)
    # In their own words, read before choosing.
    brings = models.TextField(max_length=600, blank=True)
    why = SealedTextField(max_length=1000, blank=True)  # the application, for the coordinator
    references = SealedTextField(max_length=300, blank=True)  # who knows them, in their words
    references_heard_at = models.DateTimeField(null=True)
    references_heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    answer = SealedTextField(max_length=600, blank=True)  # the words of a "not now"
    topics = models.JSONField(default=list)
    lived = models.JSONField(default=dict)  # when, of the topics of which they say it
    topics_seen = models.CharField(max_length=10, choices=SeenBy, default=SeenBy.EVERYONE)
    limits = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    times = models.JSONField(default=list)
    styles = models.JSONField(default=list)
    values = models.JSONField(default=list)
    situation = models.JSONField(default=list)
    goals = models.JSONField(default=list)
    gender = models.CharField(max_length=10, choices=Gender, blank=True)
    age = models.PositiveSmallIntegerField(null=True)  # matching alone knows it
    # What doctors called it, where it may count, and whom they would gladly be asked by: sealed, a
    # comma between one and the next.
    named = SealedTextField(max_length=200, blank=True)
    gladly = SealedTextField(max_length=200, blank=True)
    more_not_now_at = models.DateTimeField(null=True)  # they would rather not say more
    places = models.PositiveSmallIntegerField(default=1)
    reads_when = models.CharField(max_length=120, blank=True)
    boundaries_read_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(default=timezone.now)  # since when the state is as it is
    applied_at = models.DateTimeField(default=timezone.now)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=sorted(AT_WORK)) | Q(approved_at__isnull=False),
                name="who_can_be_asked_was_approved",
            ),
            models.CheckConstraint(
                condition=Q(places__gte=1, places__lte=8), name="a_mentor_has_one_to_eight_places"
            ),
        ]

    @property
    def diagnosis(self) -> list[str]:
        """What counts where the other asks for it too."""
        return parted(self.named)

    @property
    def says_more(self) -> bool:
        """Whether any of what may be left out is said."""
        ticks = (self.values, self.situation, self.goals)
        return any((*ticks, self.gender, self.age, self.named, self.gladly))

    @property
    def still_open(self) -> int:
        """How many of the things a mentor says first are not said yet."""
        brings = bool(self.brings and self.languages)
        return [brings, bool(self.times), self.boundaries_read_at is not None].count(False)

    def due(self, *, now: datetime, days: int) -> datetime:
        """When they have answered who asks them now: at the end of hours that are theirs, where they
        have said any."""
        here = timezone.localtime(now, own_zone.zone_of(self.person))
        return answer_by(here, self.times, days=days)

    def has_time(self, now: datetime) -> bool:
        """Whether this is one of the times they said, by their own clock."""
        return is_within(self.times, timezone.localtime(now, own_zone.zone_of(self.person)))

    def has_time_until(self, now: datetime, until: datetime) -> bool:
        """Whether a time of theirs begins after now and before that moment, at most a week on."""
        zone = own_zone.zone_of(self.person)
        return begins_between(
            timezone.localtime(now, zone), timezone.localtime(until, zone), self.times
        )

    @property
    def answer_by(self) -> datetime:
        """When somebody who offered has an answer."""
        return self.applied_at + ANSWER_WITHIN
