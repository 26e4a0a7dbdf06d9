"""A death among the members: said by somebody who leads and a second person, told by people."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.actions.passing import let_rest, wake
from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.accounts.roles import Act
from community.again import again_after_deadlock
from community.record import write as record
from community.refusal import Refusal, Refused, insist
from community.safety import incident, rules
from community.safety.models import Passing
from community.safety.subjects import HOUSE
from community.safety.tell import hint, leads, moderators_of

DAYS = 14  # so long the desk says what is said, unless they choose otherwise
NOT_A_MODERATOR = Refusal(
    "not_a_moderator", _("Only moderators can look after groups. Please check the names.")
)
NOT_AGREED = Refusal("not_agreed", _("A second person has to agree first."))
ALREADY = Refusal("already", _("The team knows of this already."))
NOT_ALONE = Refusal("alone", _("Somebody else has to agree: nobody says this alone."))


@transaction.atomic
def ask(
    *,
    person: Person,
    words: str,
    tells: str,
    days: int = DAYS,
    hosts: Sequence[Person] = (),
    by: Person,
    now: datetime | None = None,
) -> Passing:
    """Somebody who leads says that a member has died, what is said, for how long, and who helps in
    their groups. Nothing happens before a second person agrees to all of it. Raises Refused."""
    insist(accounts.may(by, Act.SUSPEND))
    insist(rules.may_say(words))
    insist(rules.may_say(tells))
    insist(None if all(_may_help(one, person) for one in hosts) else NOT_A_MODERATOR)
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)  # two say it at once
    if person.pk == by.pk or person.standing == Standing.DIED:
        raise Refused(rules.NOT_HERE)
    now = now or timezone.now()
    if Passing.objects.filter(person=person).exists():
        raise Refused(ALREADY)
    made = Passing.objects.create(
        person=person,
        words=words.strip(),
        tells=tells.strip(),
        asked_by=by,
        asked_at=now,
        days=days,
        until=now + timedelta(days=days),
    )
    made.hosts.set(hosts)
    _tell(made, "ask_let_rest", by=by)
    return made


@again_after_deadlock
@transaction.atomic
def agree(*, passing: int, by: Person, now: datetime | None = None) -> Passing:
    """The second person: from now on nothing goes out to or about the person, and those who help
    come to their groups, for the days that were said. Raises Refused."""
    insist(rules.may_see_desk(rules.reach_of(by)))
    found = _locked(passing)
    if found.agreed_at is not None:
        return found
    if found.asked_by is None or by.pk in (found.asked_by_id, found.person_id):
        raise Refused(NOT_ALONE)
    found.agreed_by, found.agreed_at = by, now or timezone.now()
    found.until = found.agreed_at + timedelta(days=found.days)
    found.save(update_fields=["agreed_by", "agreed_at", "until"])
    incident.begin(found)  # groups and rooms are locked before people, as everywhere
    let_rest(person=found.person, by=found.asked_by, second=by)
    _tell(found, "agree_let_rest", by=by)
    return found


@again_after_deadlock
@transaction.atomic
def take_back(*, passing: int, by: Person) -> None:
    """It was a mistake, or is not agreed on: the account is as it was. Raises Refused."""
    insist(accounts.may(by, Act.SUSPEND))
    found = _locked(passing)
    if found.agreed_at is not None:
        incident.end(found, by=by, was_mistake=True)
        wake(person=found.person, by=by)
    _tell(found, "take_back_let_rest", by=by)
    found.delete()


@transaction.atomic
def say_told(*, passing: int, by: Person, now: datetime | None = None) -> None:
    """Those who were close have been told, by a person: only now their groups may hear of it. Saying
    it again changes nothing. Raises Refused."""
    insist(rules.may_see_desk(rules.reach_of(by)))
    found = _locked(passing)
    insist(NOT_AGREED if found.agreed_at is None else None)
    if found.told_at is not None:
        return
    found.told_by, found.told_at = by, now or timezone.now()
    found.save(update_fields=["told_by", "told_at"])
    _tell(found, "say_close_were_told", by=by)


@again_after_deadlock
@transaction.atomic
def end(*, passing: int, by: Person | None, now: datetime | None = None) -> None:
    """What was opened for it ends, by its time (`by` None) or by somebody who leads. What is agreed
    stays: nothing goes out to or about the person. Raises Refused."""
    insist(None if by is None else accounts.may(by, Act.SUSPEND))
    found, now = _locked(passing), now or timezone.now()
    if found.ended_at is not None or found.agreed_at is None:
        return
    incident.end(found, by=by)
    found.ended_at, found.until = now, min(found.until, now)
    found.save(update_fields=["ended_at", "until"])
    _tell(found, "end_let_rest_telling", by=by)


def end_due(now: datetime) -> None:
    """The ticker's job: each in a transaction of its own. Doing it twice does it once."""
    due = Passing.objects.filter(ended_at=None, agreed_at__isnull=False, until__lte=now)
    for number in due.order_by("pk").values_list("pk", flat=True):
        end(passing=number, by=None, now=now)


def _may_help(person: Person, died: Person) -> bool:
    """A moderator in good standing, whom `begin` gives the groups."""
    is_one = Role.MODERATOR in accounts.roles_of(person) and person.standing == Standing.ACTIVE
    return is_one and person.pk != died.pk


def _locked(passing: int) -> Passing:
    found = Passing.objects.select_for_update(of=("self",)).filter(pk=passing)
    one = found.select_related("person", "asked_by").first()
    if one is None:
        raise Refused(rules.NOT_HERE)
    return one


def _tell(passing: Passing, act: str, *, by: Person | None) -> None:
    """The record, and the team's desks."""
    record.write(
        act=act,
        by=by.pk if by else None,
        about=passing.person_id,
        subject=f"person:{passing.person_id}",
    )
    hint({*moderators_of(HOUSE), *leads()}, kind="desk", id="passing")
