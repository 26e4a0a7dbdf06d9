"""Each of two is asked how it is between them, alone: after the first and third meeting, then monthly."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from community.accounts.enums import Standing
from community.accounts.models import Person
from community.notifications.actions import notify_warmly
from community.notifications.models import Notification, WarmLater
from community.notifications.resting import rests_until
from mentoring.models import Pair, Pulse
from mentoring.queries.pairs import is_away
from mentoring.queries.walk import asked_now

KIND = "how_is_it"


def path_of(pair: Pair) -> str:
    """Where one says it."""
    return f"/mentoring/pairs/{pair.pk}/how/"


def ask_how_it_is(now: datetime) -> None:
    """The ticker's job. Once each time, however many processes look and whether it is answered or not;
    whoever rests is asked when they are back, and nobody at a hard hour of either."""
    going = Pair.objects.filter(ended_at=None).exclude(is_away())
    going = going.exclude(request__person__standing=Standing.DIED)
    pairs = {pair.pk: pair for pair in going.select_related("mentor__person", "request__person")}
    for number, who in sorted(asked_now(list(pairs.values()), now=now)):
        pair = pairs[number]
        two = (pair.mentor.person, pair.request.person)
        one, other = two if two[0].pk == who else two[::-1]
        until = rests_until(one.pk)
        if (until is None or until < timezone.localdate(now)) and not _was_asked(pair, one):
            notify_warmly(person=one, beside=other, kind=KIND, path=path_of(pair), now=now)


def _was_asked(pair: Pair, person: Person) -> bool:
    """Since they said it last, or since the two began."""
    said = Pulse.objects.filter(pair=pair, person=person).order_by("-at").first()
    since = said.at if said is not None else pair.began_at
    here = Q(person=person, kind=KIND, path=path_of(pair), at__gte=since)
    return Notification.objects.filter(here).exists() or WarmLater.objects.filter(here).exists()
