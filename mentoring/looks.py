"""Which mentors read what somebody wrote when they asked for one: for that person."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from community.accounts.hidden import names_at
from community.accounts.looks import Look
from community.accounts.models import Person
from mentoring.models import Offer


def of(person: Person, since: datetime) -> Iterator[Look]:
    """Each mentor who was asked, when, and by whom they were chosen."""
    offers = Offer.objects.filter(request__person=person, offered_at__gte=since)
    found = list(offers.select_related("mentor__person"))
    called = names_at((one.mentor.person_id, one.offered_at) for one in found)
    for one in found:
        moment = (one.mentor.person_id, one.offered_at)
        why = _("The team asked them for you.") if one.by_team else _("You chose them.")
        yield Look(
            one.offered_at,
            called.get(moment, one.mentor.person.handle),
            _("What you wrote when you asked for a mentor"),
            why,
        )
