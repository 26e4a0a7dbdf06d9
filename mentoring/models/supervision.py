"""When mentors meet whoever supervises them: once a month, on the same day of the same week."""

from datetime import date, time

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

WEEKS, DAYS = (1, 4), (0, 6)


class Supervision(models.Model):
    """One row, the coordinators'; it changes through `mentoring.actions.supervising`."""

    week = models.PositiveSmallIntegerField()  # the first to the fourth of its weekday in a month
    weekday = models.PositiveSmallIntegerField()  # 0: Monday
    at = models.TimeField(default=time(18))  # by the clock of this place
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=120, blank=True)
    since = models.DateField(default=timezone.localdate)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="supervision_is_set_once_for_all"),
            models.CheckConstraint(
                condition=Q(week__range=WEEKS, weekday__range=DAYS),
                name="supervision_is_once_in_every_month",
            ),
            models.CheckConstraint(
                condition=Q(minutes__range=(15, 240)), name="supervision_has_a_length"
            ),
        ]

    def day_in(self, month: date) -> date:
        """The day in the month of this date: four of each weekday are in every month."""
        first = month.replace(day=1)
        to_first = (self.weekday - first.weekday()) % 7
        return first.replace(day=1 + to_first + 7 * (self.week - 1))
