"""Each of two is asked how it is between them, alone: after the first and third meeting, then monthly."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications.actions import notify_warmly, withdraw
from community.notifications.models import Notification, WarmLater
from community.notifications.resting import rests_until
from mentoring.models import Pair
from mentoring.queries.pairs import is_away
from mentoring.queries.walk import asked_now

KIND = "how_is_it"


def path_of(pair: Pair) -> str:
    """Where one says it."""
    return f"/mentoring/pairs/{pair.pk}/how/"


def ask_how_it_is(now: datetime) -> None:
    """The ticker's job. Once each time, however many processes look, whether the time before was answered
    or not;
    whoever rests is asked when they are back, and nobody at a hard hour of either."""
    going = Pair.objects.filter(ended_at=None).exclude(is_away())
    going = going.exclude(request__person__standing=Standing.DIED)
    pairs = {pair.pk: pair for pair in going.select_related("mentor__person", "request__person")}
    for (number, who), since in sorted(asked_now(list(pairs.values()), now=now).items()):
        pair = pairs[number]
        two = (pair.mentor.person, pair.request.person)
        one, other = two if two[0].pk == who else two[::-1]
        until = rests_until(one.pk)
        if (until is None or until < timezone.localdate(now)) and not _was_asked(pair, one, since):
            withdraw(person=one.pk, path=path_of(pair))  # else it counts as said already
            notify_warmly(person=one, beside=other, kind=KIND, path=path_of(pair), now=now)


def _was_asked(pair: Pair, person: Person, since: datetime) -> bool:
    """Since this time began; what waits for a better hour is still to be said."""
    here = Q(person=person, kind=KIND, path=path_of(pair))
    told = Notification.objects.filter(here, at__gte=since)
    return told.exists() or WarmLater.objects.filter(here).exists()
