"""What the desk says of somebody's own: the sealed note is offered after the first week."""

from datetime import datetime, timedelta

from community.accounts.enums import Offer
from community.accounts.models import Person
from community.accounts.queries import declined_today, has_declined
from community.safety.models import DangerNote

FIRST_WEEK = timedelta(days=7)
ASKED_AGAIN = timedelta(days=182)


def offers_danger_note(person: Person, *, now: datetime) -> bool:
    """After the first week, where it was not put away, and not on a day on which something else
    was; and half a year after it was kept."""
    if now - person.joined_at < FIRST_WEEK or declined_today(person, now=now):
        return False
    if has_declined(Offer.DANGER, person):
        return False
    kept = DangerNote.objects.filter(person=person).values_list("at", flat=True).first()
    return kept is None or now - kept > ASKED_AGAIN
