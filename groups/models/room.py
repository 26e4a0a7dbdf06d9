"""A room: the place where a group talks, and the counter that numbers what happens in it."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from groups.enums import RoomKind, RoomState
from groups.enums_rounds import Pace
from groups.models.support_group import SupportGroup


def new_room_id() -> str:
    """Ten letters and digits that say nothing and cannot be guessed."""
    return secrets.token_hex(5)


class Room(models.Model):
    """Events are numbered first_seq..last_seq without a hole. `last_seq` is raised only under this
    row's lock, by `groups.append`; `first_seq` only by retention."""

    id = models.CharField(primary_key=True, max_length=10, default=new_room_id, editable=False)
    group = models.ForeignKey(
        SupportGroup, on_delete=models.PROTECT, null=True, related_name="rooms"
    )
    kind = models.CharField(max_length=8, choices=RoomKind, default=RoomKind.LIVE)
    title = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=RoomState, default=RoomState.OPEN)
    answers_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    first_seq = models.PositiveBigIntegerField(default=1)
    last_seq = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    locked_at = models.DateTimeField(null=True)  # it rests: read by all, what is written waits
    beside = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="side_rooms"
    )
    # Whether a round is open: says to `append` without a question whether there is a turn to ask of.
    in_round = models.BooleanField(default=False)
    pace = models.PositiveSmallIntegerField(choices=Pace, default=Pace.FREE)  # see rules_rounds

    class Meta:
        ordering = ["group_id", "made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pace__in=Pace.values), name="a_room_has_a_pace_people_know"
            ),
            models.CheckConstraint(
                condition=Q(first_seq__lte=F("last_seq") + 1), name="a_room_starts_before_it_ends"
            ),
            models.CheckConstraint(
                condition=Q(kind=RoomKind.PAIR) | Q(group__isnull=False),
                name="only_a_pair_room_stands_alone",
            ),
            models.CheckConstraint(
                condition=Q(kind=RoomKind.SIDE, beside__isnull=False)
                | (~Q(kind=RoomKind.SIDE) & Q(beside=None)),
                name="a_side_room_is_beside_another",
            ),
            models.UniqueConstraint(
                fields=["group"], condition=Q(kind=RoomKind.BACK), name="a_group_has_one_back_room"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("groups:room", args=[self.pk])

    @property
    def place(self) -> str:
        """The key under which duty knows this room."""
        return f"room:{self.pk}"

    @property
    def area(self) -> str:
        """The key under which the desk knows who moderates here."""
        return f"group:{self.group_id}" if self.group_id else f"room:{self.pk}"
