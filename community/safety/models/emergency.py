"""Emergency services for somebody: decided by two, called by a person, and whether help arrived."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.safety.enums import Arrived
from community.safety.models.items import Item
from community.sealed import SealedTextField

PERSON = settings.AUTH_USER_MODEL


class Emergency(models.Model):
    """One decision about one item. Two agree before anybody calls, unless an act is in progress:
    then one on duty calls, and a second looks at it within a day. Nothing here calls anybody."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="emergencies")
    asked_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    why = SealedTextField()
    tried = models.JSONField(default=list)  # the gentler steps, by key: see `emergency`
    in_progress = models.BooleanField(default=False)
    agreed_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)
    called_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    called_at = models.DateTimeField(null=True)
    arrived = models.CharField(max_length=8, choices=Arrived, blank=True)
    arrived_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    arrived_at = models.DateTimeField(null=True)
    late_told_at = models.DateTimeField(null=True)  # nobody looked or knew: leads were told

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(why=""), name="emergency_services_are_decided_on_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")),
                name="nobody_decides_alone_on_emergency_services",
            ),
            models.CheckConstraint(
                condition=Q(called_at=None) | Q(in_progress=True) | Q(agreed_at__isnull=False),
                name="two_decide_before_anybody_calls_unless_an_act_is_in_progress",
            ),
            models.CheckConstraint(
                condition=Q(arrived="", arrived_at=None)
                | (~Q(arrived="") & Q(arrived_at__isnull=False)),
                name="whether_help_arrived_says_when_it_was_known",
            ),
            models.CheckConstraint(
                condition=Q(arrived__in=["", "not"]) | Q(called_at__isnull=False),
                name="help_arrives_where_somebody_called",
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(arrived=""),
                name="one_open_decision_on_emergency_services_an_item",
            ),
        ]
