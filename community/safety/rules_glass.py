"""Who may look at who a member is, and when."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal
from community.safety.models import Glass, Item

NOBODY = Refusal("nobody", _("Nobody is named here, so there is nobody to look up."))
ASKED = Refusal("asked", _("This was asked already. It waits for a second person."))
NOT_ALONE = Refusal(
    "not_alone", _("You asked for this, so somebody else has to agree. It takes two.")
)
AGREED = Refusal("agreed", _("A second person has already agreed."))
NOT_THE_SECOND = Refusal(
    "not_the_second", _("Whoever agreed writes down why the person is not told.")
)
TOLD = Refusal("told", _("The person has been told already."))
SHOWN_FOR = timedelta(hours=24)


def may_ask(item: Item, waiting: Glass | None) -> Refusal | None:
    """About somebody, and once at a time."""
    if item.about_id is None:
        return NOBODY
    return ASKED if waiting is not None else None


def may_agree(person: Person, glass: Glass) -> Refusal | None:
    """Anybody else who may open the item, once."""
    if glass.asked_by_id == person.pk:
        return NOT_ALONE
    return AGREED if glass.agreed_at is not None else None


def may_keep_quiet(person: Person, glass: Glass) -> Refusal | None:
    """The second person, before the other was told."""
    if glass.told_at is not None:
        return TOLD
    return None if glass.agreed_by_id == person.pk else NOT_THE_SECOND


def shows(person: Person, glass: Glass, *, now: datetime) -> bool:
    """To the two who opened it, for a day."""
    if glass.opened_at is None or glass.opened_at + SHOWN_FOR <= now:
        return False
    return person.pk in (glass.asked_by_id, glass.agreed_by_id)
