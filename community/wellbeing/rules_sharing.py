"""What is allowed between somebody and others: thanks, feedback, parts that are shared."""

from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.enums import Standing
from community.accounts.models import Block, Person
from community.accounts.roles import Act
from community.refusal import Refusal
from community.safety import subjects
from community.wellbeing.enums import Takes
from community.wellbeing.models import Recognition
from community.wellbeing.rules import NOT_HERE

NOBODY = Refusal(
    "nobody",
    _("There is nobody of this name whom you have met here and who would like to be thanked."),
)
HOLDS_CONTACTS = Refusal(
    "contact", _("Please leave out contact details: what you write goes to somebody else.")
)
END_TOO_FAR = Refusal("end", _("Please choose an end within three months."))
LINK_TOO_LONG = Refusal("end", _("A link lasts a week at most."))
CHOOSE_PARTS = Refusal("parts", _("Please choose what you would like to share."))


def may_thank(by: Person, to: Person | None) -> Refusal | None:
    """Somebody one has met, who takes thanks, and with no block between the two. Every "no" is the
    same sentence."""
    if to is None or to.pk == by.pk or to.standing != Standing.ACTIVE:
        return NOBODY
    if not subjects.get("profile").visible_to(str(to.pk), by.pk):
        return NOBODY
    if Recognition.objects.filter(person=to, takes=Takes.NONE).exists():
        return NOBODY
    pair = [by.pk, to.pk]
    return NOBODY if Block.objects.filter(by__in=pair, of__in=pair).exists() else None


def may_suggest(shared: set[str], *, section: str, goal: int | None) -> Refusal | None:
    """Words for a section or a goal that one may read now; one more goal where one reads any."""
    if section:
        is_read = f"section:{section}" in shared
    elif goal:
        is_read = f"goal:{goal}" in shared
    else:
        is_read = any(what.startswith("goal:") for what in shared)
    return None if is_read else NOT_HERE


def may_answer_feedback(person: Person) -> Refusal | None:
    """Those who run the groups read what people say, without names, and answer it."""
    return None if accounts.may(person, Act.RUN_GROUPS) is None else NOT_HERE
