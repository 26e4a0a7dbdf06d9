"""Who writes the rota. Plain questions: None, or a Refusal that says why."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.refusal import Refusal
from community.safety import rules, tell
from community.safety.places import Place
from community.safety.rota import DESK, SAFEGUARDING
from community.safety.rules import Reach

ONLY_YOURSELF = Refusal(
    "only_yourself",
    _("You write down your own times. Those who lead write down those of others."),
)
NOT_THEIRS = Refusal(
    "not_theirs", _("That person does not look after this place, so nobody counts on them there.")
)
NOT_THE_LEAD = Refusal(
    "not_the_lead", _("Only who leads in safeguarding, or stands in, has hours here.")
)
ONLY_THEY = Refusal(
    "only_they",
    _("Only they themselves can say when they can be called. Please ask them to write it down."),
)
NOT_THAT_DAY = Refusal("not_that_day", _("Nobody is down for that day of the week there."))
PAST = Refusal("past", _("That day is over."))


def may_plan(reach: Reach, *, person: Person, place: Place | None) -> Refusal | None:
    """Somebody of the team for themself, those who lead for everybody, at a place that this person
    looks after. When the safeguarding lead can be called, they alone say."""
    if (refusal := may_change(reach, person=person.pk, place=place)) is not None:
        return refusal
    assert place is not None
    if place.key == SAFEGUARDING:
        return _may_be_called(reach, person)
    if place.key == DESK:
        return None if rules.reach_of(person).everywhere else NOT_THEIRS
    return NOT_THEIRS if rules.may_go_on_duty(person, place.area) is not None else None


def _may_be_called(reach: Reach, person: Person) -> Refusal | None:
    """It may be at night: only they themselves can promise it."""
    if person.pk not in tell.safeguarding():
        return NOT_THE_LEAD
    return None if person.pk == reach.person else ONLY_THEY


def may_change(reach: Reach, *, person: int, place: Place | None) -> Refusal | None:
    """The same for a line that is there already. Places of other areas do not exist."""
    if place is None or not reach.covers(place.area):
        return rules.NOT_HERE
    return None if reach.everywhere or person == reach.person else ONLY_YOURSELF


def may_be_off(day: date, *, is_on: bool, today: date) -> Refusal | None:
    """A day ahead on which somebody is down."""
    if day < today:
        return PAST
    return None if is_on else NOT_THAT_DAY
