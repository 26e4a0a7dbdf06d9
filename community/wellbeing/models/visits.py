"""Appointments of one's own, and links that show a part to somebody outside."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.sealed import SealedTextField
from community.wellbeing.enums import ForWhom

PERSON = settings.AUTH_USER_MODEL
VISIT_LIMIT = 200
HOW_IT_WENT = ("heard", "mattered", "way", "overall")


class Visit(models.Model):
    """One appointment: when, under a name of one's own, where or by which link, with whom. Nothing
    of it is told to a calendar."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="appointments_kept")
    at = models.DateTimeField()
    name = SealedTextField(blank=True)
    where = SealedTextField(blank=True)
    who = SealedTextField(blank=True)
    reminded_at = models.DateTimeField(null=True)
    # Who reads the answers meant for whoever treats one: a number the feature above knows.
    reader = models.PositiveBigIntegerField(null=True)

    class Meta:
        ordering = ["at"]


class VisitAnswer(models.Model):
    """How one part of it went, from 1 to 5, and who may know. `was_told`: the service heard of it
    once, and may have made a mean of it, whoever may know by now."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="answers")
    about = models.CharField(max_length=10)
    value = models.PositiveSmallIntegerField()
    for_whom = models.CharField(max_length=8, choices=ForWhom, default=ForWhom.ME)
    was_told = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "about"], name="a_visit_is_answered_once_for_each_question"
            ),
            models.CheckConstraint(
                condition=Q(value__range=(1, 5)), name="a_visit_is_answered_from_one_to_five"
            ),
        ]


class ShareLink(models.Model):
    """Parts shown to somebody outside by a link, for a week at most. It opens with a code of six
    digits told another way, on one device; only hashes of link, code and device are kept."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="share_links")
    parts = models.JSONField(default=list)
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=128)
    device_hash = models.CharField(max_length=64, blank=True)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    began_at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("began_at")), name="a_link_ends_after_it_began"
            )
        ]


class LinkView(models.Model):
    """When somebody looked by a link: its owner reads this."""

    link = models.ForeignKey(ShareLink, on_delete=models.CASCADE, related_name="views")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]
