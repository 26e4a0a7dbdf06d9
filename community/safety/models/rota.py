"""The rota: who is down for which place, week after week."""

from django.conf import settings
from django.db import models
from django.db.models import Q

PERSON = settings.AUTH_USER_MODEL
SUNDAY = 6  # Monday is 0


class RotaLine(models.Model):
    """Somebody is there for a place on one day of every week, from when until when by the house's
    clock. A line that ends at or before it begins runs past midnight. Who wrote it is in the
    record."""

    place = models.CharField(max_length=80)
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="rota_lines")
    weekday = models.PositiveSmallIntegerField()
    begins = models.TimeField()
    ends = models.TimeField()

    class Meta:
        ordering = ["weekday", "begins", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(weekday__lte=SUNDAY), name="a_line_of_the_rota_is_on_a_day_of_the_week"
            ),
            models.UniqueConstraint(
                fields=["place", "person", "weekday", "begins"],
                name="a_person_is_down_once_for_a_time_at_a_place",
            ),
        ]


class RotaOff(models.Model):
    """They cannot come on this one day; the line stays for the weeks after it."""

    line = models.ForeignKey(RotaLine, on_delete=models.CASCADE, related_name="days_off")
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["line", "day"], name="a_day_off_is_said_once")
        ]
