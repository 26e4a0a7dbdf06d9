"""What happened in a room, in one total order."""

from django.db import models

from groups.enums import EventKind
from groups.models.membership import Seat
from groups.models.room import Room


class RoomEvent(models.Model):
    """One numbered event. It never holds anyone's words: those are read from the message, in the
    state the message has now, so that a replay cannot leak what was hidden since."""

    room = models.ForeignKey(  # leads the index of numbers: one of its own would slow every event
        Room, on_delete=models.CASCADE, related_name="events", db_index=False
    )
    seq = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=8, choices=EventKind)
    actor = models.ForeignKey(Seat, on_delete=models.SET_NULL, null=True, related_name="+")
    subject_seq = models.PositiveBigIntegerField(null=True)
    at = models.DateTimeField()
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["room_id", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["room", "seq"], name="a_number_is_given_once_in_a_room")
        ]
