"""A talking round: who speaks, who is next, and who would like to say something."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from groups.enums_rounds import IN_ROUND, TurnState
from groups.models.membership import Seat
from groups.models.room import Room


class Round(models.Model):
    """One round of a room. It changes only through `groups.actions.rounds`, under its room's lock.

    It is gathering until `begun_at`; then one person speaks at a time, and where nobody does the
    talk is open. The clock of a turn is the time at which it ends, so that every process and every
    screen counts the same.
    """

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="rounds")
    seconds = models.PositiveSmallIntegerField(null=True)  # of one turn; none: as long as it takes
    moves_on = models.BooleanField(default=False)  # by itself when the time of a turn is over
    opened_at = models.DateTimeField(default=timezone.now)
    begun_at = models.DateTimeField(null=True)
    turn_ends_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)  # the host heard that the time of this turn is over
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["room"], condition=Q(ended_at=None), name="one_open_round_a_room"
            ),
            models.CheckConstraint(
                condition=Q(turn_ends_at=None) | Q(begun_at__isnull=False, ended_at=None),
                name="only_a_round_that_runs_has_a_clock",
            ),
            models.CheckConstraint(
                condition=Q(moves_on=False) | Q(seconds__isnull=False),
                name="a_round_moves_on_by_its_clock",
            ),
        ]


class Turn(models.Model):
    """Somebody's place in a round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="turns")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="turns")
    place = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=TurnState)

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "seat"], name="a_person_has_one_place_in_a_round"
            ),
            models.UniqueConstraint(
                fields=["round"], condition=Q(state=TurnState.SPEAKS), name="one_speaker_a_round"
            ),
        ]

    @property
    def is_in(self) -> bool:
        """Whether the person is in the round now."""
        return self.state in IN_ROUND


class Hand(models.Model):
    """A hand that is up, in the order in which they went up."""

    seat = models.OneToOneField(Seat, on_delete=models.CASCADE, related_name="hand")
    up_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["up_at", "pk"]
