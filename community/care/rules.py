"""What is allowed between a member and the person who treats them. Plain questions: None, or a
Refusal that says why."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.accounts.roles import Act
from community.care.models import Provider, Tie
from community.refusal import Refusal
from community.wellbeing.rules import may_keep
from groups.enums import MembershipState
from groups.models import Membership

NOT_HERE = Refusal("not_here", _("There is nothing here for you."), hides=True)
NOT_CHECKED = Refusal(
    "not_checked",
    _("The service has to check who you are first. A coordinator does that; please write to them."),
)
NO_CARE_ROLE = Refusal(
    "no_role", _("This account is not one of a care team. An operator gives that role first.")
)
SITS_IN_ROOMS = Refusal(
    "two_accounts",
    _("This account belongs to groups here. Whoever treats people does so with another account."),
)
OWN_CHECK = Refusal("own_check", _("Nobody checks themself. Please ask another coordinator."))
UNTIL_WHEN = Refusal("until", _("Please choose a day within the next two years."))
NOBODY = Refusal("nobody", _("This person cannot be brought in at the moment."))
CALL_ME = Refusal("called", _("Please say how they know you, in 60 letters or less."))
OVER = Refusal("over", _("This has ended, so nothing was handed over."))
NOT_NOW = Refusal(
    "not_now", _("They cannot read anything now, so nothing was handed over. Nothing is lost.")
)
CHOOSE = Refusal("choose", _("Please choose what you would like to hand over."))
CHANGED = Refusal(
    "changed", _("Something of it has changed meanwhile. Please look at it once more.")
)
END_TOO_FAR = Refusal("end", _("Please choose an end within three months."))
TOO_MANY = Refusal("many", _("Twelve questions fit. Please leave some for another time."))
TOO_MANY_OPTIONS = Refusal("options", _("Twelve options fit on the page. Please leave some out."))
ANSWER_WITH = Refusal("answer", _("Please write an answer, or name a day to talk about it."))
DAY_IS_OVER = Refusal("day", _("That day is over. Please choose today or a day to come."))
ASKED_ALREADY = Refusal("asked", _("You have asked for this already. It waits for them."))
ASKED_LATELY = Refusal(
    "lately", _("You asked for this not long ago. It asks about weeks, so it makes sense later.")
)
WHO_DECIDED = Refusal("who", _("Please say who decided it."))
NOT_YET = Refusal("not_yet", _("That day has not come yet. Please choose today or a day before."))
SAY_IT = Refusal("empty", _("Please write a few words."))
GOAL_IS_GONE = Refusal("gone", _("That goal is not there any more. You can put the idea away."))
SHEET_CLOSED = Refusal("closed", _("This sheet is closed. You can begin another."))
WRITTEN_MEANWHILE = Refusal(
    "meanwhile", _("The other of you has written meanwhile. Please look, and send it once more.")
)

# A measure of the team is nobody's business outside: it changes nothing between the two.
HERE = (Standing.ACTIVE, Standing.SUSPENDED)


def may_have_role(person: Person) -> Refusal | None:
    """Whoever sits in groups treats people with another account: asked when the role is given, and
    once more at the check."""
    is_peer = Membership.objects.filter(person=person, state=MembershipState.ACTIVE).exists()
    return SITS_IN_ROOMS if is_peer else None


def may_check(person: Person) -> Refusal | None:
    """Whether this person checks who somebody of a care team is. For others the page does not
    exist."""
    return None if accounts.may(person, Act.CHECK_CARE_TEAM) is None else NOT_HERE


def may_bring(person: Person) -> Refusal | None:
    """Members bring; an account of the care team does not, and health is kept only after a yes."""
    if accounts.treats_people(person):
        return NOT_HERE
    return may_keep(person)


def may_see_own(person: Person) -> Refusal | None:
    """What a member brought and handed over: to see and end it no consent is asked for."""
    return NOT_HERE if accounts.treats_people(person) else None


def may_look(person: Person) -> Refusal | None:
    """Whether the pages of the care team are there for this person at all."""
    if not accounts.treats_people(person):
        return NOT_HERE
    return accounts.may(person, Act.TREAT)


def may_treat(person: Person, provider: Provider | None, *, today: date) -> Refusal | None:
    """A care-team account with its second step, checked and still within its day."""
    if (refusal := may_look(person)) is not None:
        return refusal
    is_checked = provider is not None and provider.is_checked(today=today)
    return None if is_checked else NOT_CHECKED


def may_be_brought(provider: Provider | None, *, today: date) -> Refusal | None:
    """Checked, within its day, still of a care team, and the account is not on hold."""
    if provider is None or not provider.is_checked(today=today) or provider.person is None:
        return NOBODY
    if not accounts.treats_people(provider.person):
        return NOBODY
    return None if provider.person.standing == Standing.ACTIVE else NOBODY


def may_read(tie: Tie | None, provider: Provider) -> Refusal | None:
    """A provider opens what is theirs, not over, and whose member is here. Every other number is the
    same "nothing here"."""
    if tie is None or tie.provider_id != provider.pk or tie.ended_at is not None:
        return NOT_HERE
    return None if tie.person.standing in HERE else NOT_HERE


def may_hand_over(tie: Tie | None, *, today: date) -> Refusal | None:
    """To somebody one brought, while neither has ended it and the provider can read."""
    if tie is None:
        return NOT_HERE
    if tie.ended_at is not None:
        return OVER
    return None if may_be_brought(tie.provider, today=today) is None else NOT_NOW
