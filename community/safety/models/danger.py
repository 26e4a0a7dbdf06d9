"""Who or where, should somebody be in danger: sealed, and read only through the glass."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from community.sealed import SealedTextField


class DangerNote(models.Model):
    """Somebody's own words for the team, should their life be in danger. Read by two together, or by
    one on duty while an act is in progress, as who somebody is; theirs to change and take away."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="danger_note"
    )
    words = SealedTextField()
    at = models.DateTimeField(default=timezone.now)  # asked about again half a year later

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(words=""), name="a_note_for_danger_has_words"
            )
        ]
