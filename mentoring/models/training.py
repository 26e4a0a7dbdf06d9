"""What a mentor has learned, who verified it and until when."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mentoring.enums import Competency
from mentoring.models.mentor import Mentor


class Training(models.Model):
    """One of the twelve groups, verified by somebody who runs mentoring, until a day. It changes
    through `mentoring.actions.training`."""

    mentor = models.ForeignKey(Mentor, on_delete=models.CASCADE, related_name="trainings")
    group = models.CharField(max_length=10, choices=Competency)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    verified_on = models.DateField(default=timezone.localdate)
    renew_by = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "group"], name="a_mentor_learned_each_of_the_twelve_once"
            ),
            models.CheckConstraint(
                condition=Q(renew_by__gt=F("verified_on")),
                name="what_was_learned_is_renewed_later",
            ),
        ]

    def is_due(self, *, today: date) -> bool:
        """Whether the last day to renew it has passed. Then nobody new is led to the mentor."""
        return self.renew_by < today
