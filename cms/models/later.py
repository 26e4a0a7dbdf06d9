"""What a member keeps to read later."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from cms.models.article import ArticlePage


class KeptForLater(models.Model):
    """One page somebody laid aside. Theirs alone; nothing counts it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kept_for_later"
    )
    page = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "page"], name="a_page_is_kept_for_later_once"
            ),
        ]
