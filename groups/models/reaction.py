"""What readers tell an author without words."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from groups.enums import ReactionKind
from groups.models.message import Message


class Reaction(models.Model):
    """One person's "I hear you" to one message. No event of the room: the author alone learns how
    many there are, and nobody who they are."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="reactions")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reactions"
    )
    kind = models.CharField(max_length=6, choices=ReactionKind)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["message", "person", "kind"], name="a_person_says_one_thing_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=ReactionKind.values), name="there_are_three_reactions"
            ),
        ]
