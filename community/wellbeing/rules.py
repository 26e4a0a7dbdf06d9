"""What is allowed in one's own space. Plain questions: None, or a Refusal that says why."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.rules import FIRST_CONSENT, has_consented
from community.refusal import Refusal
from community.wellbeing.enums import ConcernState
from community.wellbeing.instruments import Instrument
from community.wellbeing.models import Concern
from community.wellbeing.models.days import oldest_day
from community.wellbeing.too_near import too_near

NOT_HERE = Refusal("not_here", _("There is nothing here for you."), hides=True)
NOT_YET = Refusal("not_yet", _("That day has not come yet. Please choose today or a day before."))
TOO_LONG_AGO = Refusal("too_long_ago", _("That is more than a year ago."))
SAY_SOMETHING = Refusal("empty", _("There is nothing to keep yet. One answer is enough."))
TOO_LONG = Refusal("too_long", _("That is more than fits here. Please leave out a few words."))
NO_SUCH_ANSWER = Refusal("no_such_answer", _("Please choose one of the answers."))
ASKED_ANEW = Refusal(
    "asked_anew", _("The words of these questions are others by now. Please begin anew.")
)
TAKEN_OUT = Refusal(
    "taken_out", _("These questions are not asked here any more. What you answered is yours.")
)
MEANWHILE = Refusal(
    "meanwhile", _("Somebody else has just kept words for these questions. Please look again.")
)
NO_HOURS = Refusal("hours", _("Your hours end at the minute they begin."))
WEEK_IS_FULL = Refusal(
    "full", _("Three small acts are enough for a week. You can change one of them instead.")
)
CLOSED = Refusal("closed", _("This is closed. A reviewer has decided it."))
TAKE_FIRST = Refusal("not_taken", _("Please take this first, so that two people do not write."))


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


def may_fill(
    instrument: Instrument, *, last: datetime | None, is_open: bool, now: datetime
) -> Refusal | None:
    """Whether this scale can be begun now: it is offered here, and its shortest time has passed
    since it was finished last."""
    if not is_open:
        return NOT_HERE
    if last is None or now >= last + instrument.interval:
        return None
    day = date_format(timezone.localtime(last + instrument.interval), "j F")
    return Refusal(
        "too_soon",
        _now("These questions ask about weeks. They make sense again from %(day)s on.")
        % {"day": day},
    )


def may_review(person: Person) -> Refusal | None:
    """Only wellbeing reviewers see answers to question 9. For moderators, hosts, mentors,
    coordinators and everybody else the page does not exist."""
    return None if accounts.may(person, Act.REVIEW_WELLBEING) is None else NOT_HERE


def may_read_concern(person: Person, concern: Concern) -> Refusal | None:
    """A reviewer, and never about themself, or about somebody they are too near to: whom they mentor
    or are mentored by, in whose rooms they moderate, host or sit, and where one of the two does not
    hear the other."""
    if (refusal := may_review(person)) is not None:
        return refusal
    apart = {person.pk, *too_near([person.pk])}
    return NOT_HERE if concern.person_id in apart else None


def may_take(person: Person, concern: Concern) -> Refusal | None:
    """Any reviewer may take it, from another too: somebody must look, and the record says who."""
    if (refusal := may_read_concern(person, concern)) is not None:
        return refusal
    return CLOSED if concern.state == ConcernState.CLOSED else None


def may_act_on(person: Person, concern: Concern) -> Refusal | None:
    """Only who has it writes and closes."""
    if (refusal := may_take(person, concern)) is not None:
        return refusal
    return None if concern.taken_by_id == person.pk else TAKE_FIRST


def may_see_lateness(person: Person) -> Refusal | None:
    """Those who see to it that a reviewer looks: they read that something waits, not whose."""
    acts = (Act.SAFEGUARD, Act.SET_HOUSE)
    return None if any(accounts.may(person, act) is None for act in acts) else NOT_HERE


def may_set_packs(person: Person) -> Refusal | None:
    """The operator reads a licence and switches a pack on."""
    return None if accounts.may(person, Act.SET_HOUSE) is None else NOT_HERE
