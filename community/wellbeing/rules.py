"""What is allowed in one's own space. Plain questions: None, or a Refusal that says why."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.accounts.rules import has_consented
from community.refusal import Refusal
from community.wellbeing.models.days import oldest_day

NOT_HERE = Refusal("not_here", _("There is nothing here for you."), hides=True)
FIRST_CONSENT = Refusal(
    "consent",
    _("Before you keep anything about your health here, please read what we keep."),
)
NOT_YET = Refusal("not_yet", _("That day has not come yet. Please choose today or a day before."))
TOO_LONG_AGO = Refusal("too_long_ago", _("That is more than a year ago."))
SAY_SOMETHING = Refusal("empty", _("There is nothing to keep yet. One answer is enough."))
TOO_LONG = Refusal("too_long", _("That is more than fits here. Please leave out a few words."))


def may_keep(person: Person) -> Refusal | None:
    """Whether what this person writes about their health may be kept at all."""
    return None if has_consented(person) else FIRST_CONSENT


def is_a_day_to_write(day: date, *, today: date) -> Refusal | None:
    """Any day of the last year; gaps stay gaps."""
    if day > today:
        return NOT_YET
    return TOO_LONG_AGO if day < oldest_day(today) else None


def may_say(words: str, limit: int) -> Refusal | None:
    """Whether these words fit."""
    return TOO_LONG if len(words) > limit else None
