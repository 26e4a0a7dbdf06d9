"""Two people who must not be brought together, whatever fits."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class NeverTogether(models.Model):
    """Kept by those who run mentoring, without a reason: what happened is nobody's to read here. It
    changes through `mentoring.actions.apart`."""

    one = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="two_are_kept_apart_once"),
            models.CheckConstraint(
                condition=Q(one__lt=F("other")), name="two_who_are_kept_apart_are_two"
            ),
        ]
