"""How the team looks after itself."""

from django.conf import settings
from django.db import models


class NotMe(models.Model):
    """Topics somebody of the team would rather not be called to. Nobody asks why."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="not_me"
    )
    topics = models.JSONField(default=list)
