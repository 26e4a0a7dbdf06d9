"""Small offers that can be put away."""

from django.db import transaction

from community.accounts.enums import Offer
from community.accounts.models import DayTwo, Person


@transaction.atomic
def decline_offer(*, offer: Offer, by: Person) -> None:
    """ "Not now": it is not offered again. What it was about stays on one's own pages."""
    DayTwo.objects.get_or_create(person=by, key=offer)
