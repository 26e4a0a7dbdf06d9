"""While a death is told: a thread on a group's wall in which people remember, and more hands."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from community.safety.models import Appointment, Passing
from groups.models.room import Room

PERSON = settings.AUTH_USER_MODEL


class Memorial(models.Model):
    """One thread on one wall. It waits until somebody who looks after the group opens it with the
    words both agreed on, takes answers until `until`, and stays to be read. `ended_by` is a number
    without a foreign key, 0 for the clock."""

    passing = models.ForeignKey(Passing, on_delete=models.CASCADE, related_name="memorials")
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="memorials")
    seq = models.PositiveBigIntegerField(null=True)  # the post's
    opened_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["passing", "room"], name="a_wall_remembers_somebody_in_one_thread"
            ),
            models.CheckConstraint(
                condition=Q(seq=None, opened_at=None, until=None)
                | Q(seq__isnull=False, opened_at__isnull=False, until__isnull=False),
                name="a_thread_to_remember_in_is_open_for_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="a_thread_to_remember_in_says_who_ended_it",
            ),
        ]


class ExtraHost(models.Model):
    """Somebody of the team who looks after a group for as long as a death is told there, by an
    appointment that ends with it. `came`: they were no member before, and go again."""

    passing = models.ForeignKey(Passing, on_delete=models.CASCADE, related_name="extra_hosts")
    appointment = models.OneToOneField(
        Appointment, on_delete=models.CASCADE, related_name="extra_host"
    )
    came = models.BooleanField(default=False)
