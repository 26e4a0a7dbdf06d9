"""The first words of somebody new in a room, until another person has answered."""

from django.db import models
from django.db.models import Q

from groups.models.membership import Seat


class Greeting(models.Model):
    """A clock that starts with the first own words of a newcomer and stops at the first words of
    somebody else after them. Nobody but those who greet and those on duty see it."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="greeting")
    seq = models.PositiveBigIntegerField()  # of the first words
    said_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)  # those who greet were asked
    on_desk_at = models.DateTimeField(null=True)  # nobody had answered in time
    settled_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["said_at"], condition=Q(settled_at=None), name="first_words_unanswered"
            )
        ]
