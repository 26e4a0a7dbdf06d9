"""Somebody takes a break: whoever they talk with one to one reads that, and until when no step about
a quiet room is taken. Never why."""

from datetime import date

from django.db import transaction
from django.db.models import Q

from community.accounts.models import Person
from community.notifications.actions import notify
from mentoring.models import Pair


@transaction.atomic
def tell_the_other(person: Person, until: date) -> None:
    """The other of each pair that goes on."""
    mine = Q(mentor__person=person) | Q(request__person=person)
    pairs = Pair.objects.filter(mine, ended_at=None)
    for pair in pairs.select_related("mentor__person", "request__person", "room"):
        notify(person=pair.other_than(person), kind="on_a_break", path=pair.room.get_absolute_url())
