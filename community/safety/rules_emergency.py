"""Who decides on emergency services, who calls, and who says whether help arrived."""

from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal
from community.safety.enums import Arrived
from community.safety.models import Emergency, Item

NOBODY = Refusal("nobody", _("Nobody is named here, so there is nobody to send help to."))
ASKED = Refusal("asked", _("This has been asked already. It is below."))
GENTLER_FIRST = Refusal(
    "gentler_first",
    _("Please say which gentler steps were tried. Where an act is in progress, say so instead."),
)
NOT_ALONE = Refusal(
    "not_alone", _("You asked for this, so somebody else has to agree. It takes two.")
)
AGREED = Refusal("agreed", _("A second person has already looked at this."))
NOT_YET = Refusal("not_yet", _("A second person has to agree before anybody calls."))
CALLED = Refusal("called", _("Somebody has called already."))
KNOWN = Refusal("known", _("Somebody has written down what became of it."))
NOBODY_CALLED = Refusal("nobody_called", _("Nobody has called yet."))
IS_OPEN = Refusal(
    "help_is_out",
    _("Emergency steps are open here. Please write down first whether help arrived."),
)


def may_ask(item: Item, tried: list[str], *, in_progress: bool, is_open: bool) -> Refusal | None:
    """About somebody, once at a time, and the gentler steps first unless an act is in progress."""
    if item.about_id is None:
        return NOBODY
    if is_open:
        return ASKED
    return None if tried or in_progress else GENTLER_FIRST


def may_agree(person: Person, found: Emergency) -> Refusal | None:
    """Anybody else who may open the item, once; also to look at what one person did alone."""
    if found.asked_by_id == person.pk:
        return NOT_ALONE
    return AGREED if found.agreed_at is not None else None


def may_say_called(found: Emergency) -> Refusal | None:
    """Either of them, once two agree, or at once while an act is in progress."""
    if found.called_at is not None:
        return CALLED
    if found.arrived:
        return KNOWN
    return None if found.in_progress or found.agreed_at is not None else NOT_YET


def may_say_arrived(found: Emergency, arrived: Arrived) -> Refusal | None:
    """What became of it, once. "Not needed any more" can be said before anybody called."""
    if found.arrived:
        return KNOWN
    return NOBODY_CALLED if found.called_at is None and arrived != Arrived.NOT else None
