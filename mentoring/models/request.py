"""A member asks for a mentor; a mentor is asked."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.sealed import SealedTextField
from mentoring.enums import WAITING, OfferState, RequestState
from mentoring.models.mentor import Mentor


class Request(models.Model):
    """One open request a person; the database keeps it so."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentor_requests"
    )
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.OPEN)
    hopes = SealedTextField(max_length=1000)
    topics = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    times = models.JSONField(default=list)
    style = models.CharField(max_length=10, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)  # since when it stands as it stands

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state__in=WAITING),
                name="a_person_has_one_open_request",
            )
        ]


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
