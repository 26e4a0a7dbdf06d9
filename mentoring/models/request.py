"""A member asks for a mentor; a mentor is asked."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.sealed import SealedTextField
from mentoring.enums import WAITING, Gender, OfferState, RequestState
from mentoring.models.mentor import Mentor
from mentoring.models.sealed_list import parted


class Request(models.Model):
    """One open request a person; the database keeps it so."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentor_requests"
    )
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.OPEN)
    hopes = SealedTextField(max_length=1000)
    topics = models.JSONField(default=list)
    lived = models.JSONField(default=dict)  # when, of the topics of which they say it
    languages = models.JSONField(default=list)
    times = models.JSONField(default=list)
    style = models.CharField(max_length=10, blank=True)
    values = models.JSONField(default=list)
    situation = models.JSONField(default=list)
    goals = models.JSONField(default=list)
    wants_gender = models.CharField(max_length=10, choices=Gender, blank=True)
    age_from = models.PositiveSmallIntegerField(null=True)
    age_to = models.PositiveSmallIntegerField(null=True)
    named = SealedTextField(
        max_length=200, blank=True
    )  # what doctors called it, where it may count
    named_said_at = models.DateTimeField(null=True)  # stays where it is taken back
    prefers = models.JSONField(default=list)  # mentors, by their numbers, the first choice first
    more_not_now_at = models.DateTimeField(null=True)  # they would rather not say more
    # The numbers of mentors who are asked after the one who was asked first, in this order.
    then = models.JSONField(default=list)
    asked_at = models.DateTimeField(default=timezone.now)
    # Asked anew because these two were not the right fit, with the days that were waited before.
    after = models.ForeignKey(
        "mentoring.Pair", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    waited_before = models.PositiveIntegerField(default=0)
    # Their mentor stopped or left, and somebody from the team has asked them how they are.
    asked_how_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(default=timezone.now)  # since when it stands as it stands

    # What is hoped for, in words and in ticks: all of it goes along where somebody is matched again.
    WISHES = (
        "hopes",
        "topics",
        "lived",
        "languages",
        "times",
        "style",
        "values",
        "situation",
        "goals",
        "wants_gender",
        "age_from",
        "age_to",
        "named",
        "named_said_at",
        "prefers",
        "more_not_now_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state__in=WAITING),
                name="a_person_has_one_open_request",
            ),
            models.CheckConstraint(
                condition=Q(age_from=None, age_to=None)
                | Q(age_from__isnull=False, age_to__isnull=False, age_from__lte=models.F("age_to")),
                name="a_wish_for_an_age_has_both_ends_in_order",
            ),
        ]

    def waited_days(self, *, now: datetime) -> int:
        """For how many whole days this person has waited, those before a pair that did not fit too."""
        return max((now - self.asked_at).days, 0) + self.waited_before

    @property
    def diagnosis(self) -> list[str]:
        """What counts where the other asks for it too."""
        return parted(self.named)

    @property
    def says_more(self) -> bool:
        """Whether any of what may be left out is said."""
        ticks = (self.values, self.situation, self.goals, self.prefers)
        return any((*ticks, self.wants_gender, self.age_from, self.named))

    @property
    def age_range(self) -> tuple[int, int] | None:
        """The ages wished for, both ends included; None for no wish."""
        return None if self.age_from is None else (self.age_from, self.age_to or 0)


class Offer(models.Model):
    """A mentor was asked for one request, with the reasons both of them read."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="offers")
    mentor = models.ForeignKey(Mentor, on_delete=models.CASCADE, related_name="offers")
    state = models.CharField(max_length=10, choices=OfferState, default=OfferState.WAITING)
    score = models.FloatField()
    fits = models.JSONField(default=list)
    but = models.JSONField(default=list)
    offered_at = models.DateTimeField(default=timezone.now)
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    setting = models.CharField(max_length=10, blank=True)  # how matching was set (Fitting.setting)
    # Chosen by the team, one by one or for many at once, and not by the member.
    by_team = models.BooleanField(default=False)
    reason = SealedTextField(max_length=600, blank=True)  # a mentor's, for the coordinator alone

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(state=OfferState.WAITING),
                name="one_mentor_is_asked_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["request", "mentor"], name="a_mentor_is_asked_once_for_a_request"
            ),
            models.CheckConstraint(
                condition=Q(state=OfferState.WAITING, answered_at=None)
                | (~Q(state=OfferState.WAITING) & Q(answered_at__isnull=False)),
                name="an_answered_offer_says_when",
            ),
        ]
