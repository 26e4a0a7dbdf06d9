"""What is allowed at the desk. Plain questions: None, or a Refusal that says why. None of them
writes; those that take a `Reach` read nothing either."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.accounts.roles import Act
from community.refusal import Refusal
from community.safety import subjects
from community.safety.enums import ItemState
from community.safety.models import Appeal, Appointment, Item, Measure
from community.safety.subjects import HOUSE

NOT_HERE = Refusal("not_here", _("There is nothing here for you."), hides=True)
NOT_YOUR_AREA = Refusal("not_your_area", _("You are not a moderator of this room."))
ABOUT_YOU = Refusal("somebody_else", _("Someone else needs to look at this."))
NOT_TAKEN = Refusal(
    "not_taken", _("Please take this first, so that two people do not act at once.")
)
IS_CLOSED = Refusal("closed", _("This is closed. Somebody has decided it."))
NOT_ON_DUTY = Refusal("not_on_duty", _("You are not on duty at the moment."))
CALL_USED = Refusal(
    "call_used",
    _(
        "Your rooms stay open as long as a call can keep them, and no longer. "
        "Please be back at this screen in time."
    ),
)
NOW_NEEDS_AN_OWNER = Refusal("owner", _("Please choose who has each thing that needs someone now."))
OWNER_CANNOT = Refusal("owner_cannot", _("That person cannot look at this. Please choose another."))
LEADS_SUSPEND = Refusal(
    "not_yours", _("Only a coordinator or the safeguarding lead can suspend an account.")
)
SECOND_CANNOT = Refusal(
    "second_cannot", _("That person cannot be your second. Please choose somebody of the team.")
)
NO_NIGHT = Refusal(
    "no_night", _("The team is here day and night, so nobody has to be on call between.")
)
SAY_SOMETHING = Refusal("empty", _("Please write a sentence."))
TOO_LONG = Refusal("too_long", _("That is more than fits here. Please make it a little shorter."))
WORDS_LIMIT = 4000
SITUATION = "situation_"  # before the name of one of the five, among an item's signals
YOUR_OWN = Refusal(
    "starter",
    _("These are only first sentences. Please fill the gaps and say it in your own words."),
)
HAND_OVER = Refusal("hand_over", _("Please leave a line for whoever comes next."))
YOURS = Refusal(
    "yours",
    _("This is from you. You can change or delete your own words, and we are here to talk."),
)
OWN_DECISION = Refusal("own_decision", _("You decided this, so someone else looks again."))
APPEALED = Refusal("appealed", _("You have already asked us to look again at this."))
LETTER_ANSWERED = Refusal("answered", _("You have answered this already. The team has your words."))
ANSWERED = Refusal("answered", _("Somebody has already looked again at this."))
ENDED = Refusal("ended", _("This is over, so there is nothing left to look at again."))


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose items somebody of the team sees: the areas they moderate, or all of them."""

    person: int
    areas: frozenset[str]
    everywhere: bool = False

    def covers(self, area: str) -> bool:
        return self.everywhere or area in self.areas

    @property
    def is_empty(self) -> bool:
        return not (self.areas or self.everywhere)


def reach_of(person: Person) -> Reach:
    """The areas this person answers for now. Moderators also see what belongs to no group;
    coordinators and the safeguarding lead see everything."""
    if not person.is_authenticated or person.standing != Standing.ACTIVE:
        return Reach(person.pk or 0, frozenset())
    if accounts.may(person, Act.DECIDE_APPEALS) is None:
        return Reach(person.pk, frozenset(), everywhere=True)
    if accounts.may(person, Act.MODERATE) is not None:
        return Reach(person.pk, frozenset())
    areas = Appointment.objects.filter(person=person, ended_at=None).values_list("area", flat=True)
    found = frozenset(areas)
    return Reach(person.pk, found | {HOUSE} if found else found)


def may_see_desk(reach: Reach) -> Refusal | None:
    """Whoever answers for no area finds no desk."""
    return NOT_HERE if reach.is_empty else None


def may_go_on_duty(person: Person, area: str) -> Refusal | None:
    """Only moderators appointed to the area open its rooms; coordinators are not on duty."""
    if (refusal := accounts.may(person, Act.MODERATE)) is not None:
        return refusal
    if not Appointment.objects.filter(person=person, area=area, ended_at=None).exists():
        return NOT_YOUR_AREA
    return None


def may_know_of(reach: Reach, item: Item) -> Refusal | None:
    """Items of other areas do not exist for this person."""
    return None if reach.covers(item.area) else NOT_HERE


def may_open(reach: Reach, item: Item, *, is_apart: bool) -> Refusal | None:
    """Nobody looks at what is about themself, what they told, or what they are too near to.
    `is_apart` says the last two."""
    if (refusal := may_know_of(reach, item)) is not None:
        return refusal
    if item.about_id == reach.person or is_apart:
        return ABOUT_YOU
    return None


def may_take(reach: Reach, item: Item, *, is_apart: bool, now: datetime) -> Refusal | None:
    """What somebody has, stays theirs until they let go of it or look again is due."""
    if (refusal := may_open(reach, item, is_apart=is_apart)) is not None:
        return refusal
    if item.state == ItemState.CLOSED:
        return IS_CLOSED
    if item.taken_by_id in (None, reach.person):
        return None
    if item.state == ItemState.WAITING and item.look_again_at and item.look_again_at <= now:
        return None
    return _has_it(item)


def _has_it(item: Item) -> Refusal:
    assert item.taken_by is not None
    assert item.taken_at is not None
    return Refusal(
        "taken",
        _now("%(name)s has this since %(time)s.")
        % {
            "name": item.taken_by.handle,
            "time": date_format(timezone.localtime(item.taken_at), "H:i"),
        },
    )


def may_take_over(
    reach: Reach, item: Item, *, owner_is_here: bool, now: datetime
) -> Refusal | None:
    """What is past its promise while its owner is away may be taken from them; those who lead may
    take what they were asked to decide. The owner is told."""
    if item.taken_by_id is None or item.state == ItemState.CLOSED:
        return NOT_TAKEN
    if reach.everywhere and is_for_those_who_lead(item) and item.taken_by_id != reach.person:
        return None
    if item.state != ItemState.TAKEN:
        return NOT_TAKEN
    if owner_is_here or item.promised_at > now:
        return _has_it(item)
    return None


def is_for_those_who_lead(item: Item) -> bool:
    """Whether somebody called those who lead to it, as one of the five situations."""
    return any(code.startswith(SITUATION) for code in item.signals)


def may_decide(reach: Reach, item: Item, *, is_apart: bool) -> Refusal | None:
    """Only who has taken it decides, so that two never act at once."""
    if (refusal := may_open(reach, item, is_apart=is_apart)) is not None:
        return refusal
    if item.state == ItemState.CLOSED:
        return IS_CLOSED
    if item.taken_by_id != reach.person:
        return NOT_TAKEN if item.taken_by_id is None else _has_it(item)
    return None


def may_release(reach: Reach, item: Item) -> Refusal | None:
    """Whoever has it may always let go of it, even of what they may not decide."""
    if item.taken_by_id == reach.person:
        return IS_CLOSED if item.state == ItemState.CLOSED else None
    return may_decide(reach, item, is_apart=False)


def may_look_again(person: Person, measure: Measure) -> Refusal | None:
    """An appeal goes to a coordinator or the safeguarding lead, never to whoever decided."""
    if accounts.may(person, Act.DECIDE_APPEALS) is not None:
        return NOT_HERE
    return OWN_DECISION if measure.decided_by_id == person.pk else None


def may_suspend(person: Person) -> Refusal | None:
    """Suspending is not for one moderator alone."""
    return LEADS_SUSPEND if accounts.may(person, Act.SUSPEND) is not None else None


def may_appeal(
    person: Person, measure: Measure, appeal: Appeal | None, *, now: datetime
) -> Refusal | None:
    """The person concerned may ask once, at any time, standing or not, while it still counts."""
    if measure.person_id != person.pk:
        return NOT_HERE
    if appeal is not None:
        return APPEALED
    if measure.ended_at is not None or (measure.until is not None and measure.until <= now):
        return ENDED
    return None


def may_say(words: str) -> Refusal | None:
    """Words to a person or to the next of the team: some, and not without end."""
    if not words.strip():
        return SAY_SOMETHING
    return TOO_LONG if len(words) > WORDS_LIMIT else None


def may_report(person: Person, kind: str, id: str) -> Refusal | None:
    """Whoever has seen it may tell the team, standing or not; for others it does not exist."""
    try:
        subject = subjects.get(kind)
        if not subject.visible_to(id, person.pk):
            return NOT_HERE
        return YOURS if subject.about(id) == person.pk else None
    except LookupError:
        return NOT_HERE


def can_own(person: Person) -> bool:
    """Whether somebody can be handed an item at the end of a shift."""
    roles = accounts.roles_of(person)
    return bool(roles & {Role.MODERATOR, Role.COORDINATOR, Role.SAFEGUARDING_LEAD})
