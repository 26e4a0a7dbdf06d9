"""How somebody came into a room and how they went: theirs, sealed, and gone after a week."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.sealed import SealedTextField
from groups.enums import AfterDrop
from groups.models.room import Room


class Arrival(models.Model):
    """One evening of one person. The numbers, 1 to 5, are sealed and never leave this row. A drop
    is the one thing that is told, to the person first."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="arrivals")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="arrivals"
    )
    came = SealedTextField()
    left = SealedTextField(blank=True)
    tells_host = models.BooleanField(default=True)
    at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True)
    is_drop = models.BooleanField(default=False)
    chose = models.CharField(max_length=8, choices=AfterDrop, blank=True)
    told_at = models.DateTimeField(null=True)  # the host, or the desk
    answered_at = models.DateTimeField(null=True)  # a host saw to it, or the desk has it

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["room", "person"],
                condition=Q(left_at=None),
                name="a_person_arrives_once_before_they_go",
            ),
            models.CheckConstraint(
                condition=Q(is_drop=False) | Q(left_at__isnull=False),
                name="a_drop_is_known_when_somebody_goes",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(told_at__isnull=False),
                name="what_is_answered_was_told",
            ),
        ]
