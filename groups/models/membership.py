"""Who belongs: a membership in a group, a seat in a room."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.sealed import SealedTextField
from groups.enums import MembershipState, Part, SeatState
from groups.enums_rounds import Presence
from groups.models.room import Room
from groups.models.support_group import SupportGroup


def new_wire_id() -> str:
    """Names a seat on the wire: random, one a room, so that nobody is followed across rooms."""
    return secrets.token_hex(6)


class Membership(models.Model):
    """A person's place in a support group. Its state changes only through `groups.actions`."""

    group = models.ForeignKey(SupportGroup, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    state = models.CharField(max_length=8, choices=MembershipState)
    asked_at = models.DateTimeField(default=timezone.now)
    joined_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    asked_words = SealedTextField(blank=True)  # why they ask; gone once somebody answered
    answer = SealedTextField(blank=True)  # what they were told, when it was "not now"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], name="a_person_is_in_a_group_once"),
            models.CheckConstraint(
                condition=~Q(state=MembershipState.ACTIVE) | Q(joined_at__isnull=False),
                name="a_member_joined_at_some_time",
            ),
        ]


class EarlierName(models.Model):
    """What somebody was called in a room before they parted from that name: the words said under it
    stay under it, for everybody, and lead to nobody (decision 18)."""

    seat = models.ForeignKey("Seat", on_delete=models.CASCADE, related_name="earlier_names")
    wire_id = models.CharField(max_length=12)
    name = SealedTextField()
    until = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "wire_id"], name="an_earlier_name_is_kept_once_a_seat"
            ),
            models.CheckConstraint(
                condition=~Q(wire_id="") & ~Q(name=""), name="an_earlier_name_names_somebody"
            ),
        ]


class Seat(models.Model):
    """A person's place in a room: the wire id others know them by there, and how far they read.

    The one row that decides whether somebody may read or write in a room; `append` and the socket
    look at it and at nothing else of membership.
    """

    # Not columns: read beside the row by the write path (groups/ledger.py).
    repeats: bool
    said_before: str | None

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seats"
    )
    wire_id = models.CharField(max_length=12, default=new_wire_id)
    state = models.CharField(max_length=8, choices=SeatState, default=SeatState.ACTIVE)
    moderates = models.BooleanField(default=False)
    part = models.CharField(max_length=7, choices=Part, blank=True)
    paused_until = models.DateTimeField(null=True)
    read_seq = models.PositiveBigIntegerField(default=0)
    entered_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    removed_until = models.DateTimeField(null=True)  # a removal with an end: then they may come in
    reminded_at = models.DateTimeField(null=True)  # the three rules, at the first own message
    presence = models.CharField(max_length=10, choices=Presence, blank=True)  # as they chose, today
    presence_at = models.DateTimeField(null=True)
    first_words_at = models.DateTimeField(null=True)  # the first that others could read here

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["room", "person"], name="a_person_sits_once_in_a_room"),
            models.UniqueConstraint(fields=["room", "wire_id"], name="a_wire_id_names_one_seat"),
            models.CheckConstraint(
                condition=Q(state=SeatState.ACTIVE, ended_at=None)
                | (~Q(state=SeatState.ACTIVE) & Q(ended_at__isnull=False)),
                name="an_ended_seat_says_since_when",
            ),
            models.CheckConstraint(
                condition=Q(presence="", presence_at=None)
                | (~Q(presence="") & Q(presence_at__isnull=False)),
                name="who_chose_how_to_be_here_said_when",
            ),
        ]

    @property
    def role(self) -> str:
        """As what the person sits here, as screens are told with their words."""
        return "moderator" if self.moderates else self.part or "member"
