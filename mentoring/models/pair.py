"""Two people who talk, their room, and who answers for it."""

import json
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community.accounts.models import Person
from community.sealed import SealedTextField
from groups.models import Room
from mentoring.enums import Ending
from mentoring.models.mentor import Mentor
from mentoring.models.request import Request


class Pair(models.Model):
    """One request leads to one pair; a pair has one room. The room names the coordinator."""

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="pair")
    mentor = models.ForeignKey(Mentor, on_delete=models.CASCADE, related_name="pairs")
    room = models.OneToOneField(Room, on_delete=models.PROTECT, related_name="pair")
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # What helps in talking with the member, as they let their mentor read it; "" for not.
    shown_card = SealedTextField(blank=True)
    ends_on = models.DateField(null=True)  # the day they mean to end, planned by the two
    ending = models.CharField(max_length=10, choices=Ending, blank=True)  # said by who ended it
    # Since when the member knows that their mentor is away, and that they may ask for another.
    cover_offered_at = models.DateTimeField(null=True)
    # How many of the steps for a quiet room were taken since somebody last wrote (actions.silence).
    quiet_step = models.PositiveSmallIntegerField(default=0)
    # The day on which the mentor said they would answer, and when they said so.
    answers_on = models.DateField(null=True)
    said_when_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=models.F("began_at")),
                name="a_pair_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(ending="") | Q(ended_at__isnull=False),
                name="how_a_pair_ended_is_said_once_it_has",
            ),
            models.CheckConstraint(
                condition=~Q(ending=Ending.GOOD) | Q(ends_on__isnull=False),
                name="a_good_ending_was_planned",
            ),
            models.CheckConstraint(
                condition=Q(quiet_step__lte=4), name="a_quiet_room_has_four_steps"
            ),
            models.CheckConstraint(
                condition=Q(answers_on=None, said_when_at=None)
                | Q(answers_on__isnull=False, said_when_at__isnull=False),
                name="a_day_for_an_answer_was_said_at_some_time",
            ),
        ]

    @property
    def card(self) -> list[tuple[str, str]]:
        """The lines of it, each under its name."""
        return [(title, said) for title, said in json.loads(self.shown_card or "[]")]

    @property
    def people(self) -> tuple[int, int]:
        """The two, by number: the mentor and the member."""
        return self.mentor.person_id, self.request.person_id

    def only_said_when(self, at: datetime) -> bool:
        """Whether these words of the mentor, their last, only said when they answer."""
        return self.said_when_at is not None and at <= self.said_when_at

    def other_than(self, person: Person) -> Person:
        """The other of the two."""
        return self.request.person if self.mentor.person_id == person.pk else self.mentor.person
