"""A room: the place where a group talks, and the counter that numbers what happens in it."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from groups.enums import Memory, RoomKind, RoomState
from groups.enums_rounds import Pace
from groups.models.support_group import SupportGroup


def new_room_id() -> str:
    """Ten letters and digits that say nothing and cannot be guessed."""
    return secrets.token_hex(5)


class Room(models.Model):
    """Events are numbered first_seq..last_seq without a hole. `last_seq` is raised only under this
    row's lock, by `groups.append`; `first_seq` only by retention."""

    # Not columns: what the write path reads beside the row, under its lock (groups/ledger.py).
    holds_first: bool
    counts_places: bool

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
    memory = models.CharField(max_length=8, choices=Memory, default=Memory.KEPT)
    keep_days = models.PositiveSmallIntegerField(null=True, blank=True)
    # What was said before a longer rule was set: it goes by the rule it was said under.
    said_before = models.DateTimeField(null=True, blank=True)
    said_days = models.PositiveSmallIntegerField(null=True, blank=True)  # 0: with the meeting
    read_within = models.PositiveSmallIntegerField(null=True, blank=True)  # hours; else the house's
    first_seq = models.PositiveBigIntegerField(default=1)
    last_seq = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    locked_at = models.DateTimeField(null=True)  # it rests: read by all, what is written waits
    beside = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="side_rooms"
    )
    # In a side room: a member asked for this talk then, and their moderator has not answered yet.
    asked_at = models.DateTimeField(null=True)
    # Whether a round is open: says to `append` without a question whether there is a turn to ask of.
    in_round = models.BooleanField(default=False)
    pace = models.PositiveSmallIntegerField(choices=Pace, default=Pace.FREE)  # see rules_rounds

    class Meta:
        ordering = ["group_id", "made_at"]
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=Q(asked_at__isnull=False),
                name="talks_that_were_asked_for",
            )
        ]
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
            models.CheckConstraint(
                condition=Q(asked_at=None) | Q(kind=RoomKind.SIDE),
                name="only_a_side_room_was_asked_for",
            ),
            models.UniqueConstraint(
                fields=["group"], condition=Q(kind=RoomKind.BACK), name="a_group_has_one_back_room"
            ),
            models.UniqueConstraint(
                fields=["group"],
                condition=Q(kind=RoomKind.SLOW),
                name="a_group_has_one_slow_room",
            ),
            models.CheckConstraint(
                condition=Q(memory=Memory.DAYS, keep_days__isnull=False, keep_days__gte=1)
                | (~Q(memory=Memory.DAYS) & Q(keep_days=None)),
                name="words_kept_for_days_say_for_how_many",
            ),
            models.CheckConstraint(
                condition=~Q(memory=Memory.MEETING) | Q(kind=RoomKind.LIVE),
                name="only_a_live_room_forgets_its_meetings",
            ),
            models.CheckConstraint(
                condition=Q(said_before=None, said_days=None)
                | Q(said_before__isnull=False, said_days__isnull=False),
                name="an_earlier_rule_says_until_when_and_how_long",
            ),
            models.CheckConstraint(
                condition=Q(read_within=None) | Q(kind=RoomKind.SLOW, read_within__gte=1),
                name="only_a_slow_room_promises_a_reading_time",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("groups:room", args=[self.pk])

    @property
    def place(self) -> str:
        """The key under which duty knows this room."""
        return self.place_of(self.pk)

    @staticmethod
    def place_of(room: str) -> str:
        """The same, of a room by its number."""
        return f"room:{room}"

    @property
    def area(self) -> str:
        """The key under which the desk knows who moderates here."""
        return f"group:{self.group_id}" if self.group_id else f"room:{self.pk}"
