"""A death among the members: said by somebody who leads and a second person, told by people."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts import rules as accounts
from community.accounts.actions.passing import let_rest, wake
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.accounts.roles import Act
from community.record import write as record
from community.refusal import Refusal, Refused, insist
from community.safety import rules
from community.safety.models import Passing
from community.safety.subjects import HOUSE
from community.safety.tell import hint, leads, moderators_of

LASTS = timedelta(days=14)  # so long the desk says what is said
ALREADY = Refusal("already", _("The team knows of this already."))
NOT_ALONE = Refusal("alone", _("Somebody else has to agree: nobody says this alone."))


@transaction.atomic
def ask(
    *, person: Person, words: str, tells: str, by: Person, now: datetime | None = None
) -> Passing:
    """Somebody who leads says that a member has died. Nothing happens before a second person
    agrees. Raises Refused."""
    insist(accounts.may(by, Act.SUSPEND))
    insist(rules.may_say(words))
    insist(rules.may_say(tells))
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
        until=now + LASTS,
    )
    _tell(made, "ask_let_rest", by=by)
    return made


@transaction.atomic
def agree(*, passing: int, by: Person, now: datetime | None = None) -> Passing:
    """The second person: from now on nothing goes out to or about the person. Raises Refused."""
    insist(rules.may_see_desk(rules.reach_of(by)))
    found = _locked(passing)
    if found.agreed_at is not None:
        return found
    if found.asked_by is None or by.pk in (found.asked_by_id, found.person_id):
        raise Refused(NOT_ALONE)
    found.agreed_by, found.agreed_at = by, now or timezone.now()
    found.save(update_fields=["agreed_by", "agreed_at"])
    let_rest(person=found.person, by=found.asked_by, second=by)
    _tell(found, "agree_let_rest", by=by)
    return found


@transaction.atomic
def take_back(*, passing: int, by: Person) -> None:
    """It was a mistake, or is not agreed on: the account is as it was. Raises Refused."""
    insist(accounts.may(by, Act.SUSPEND))
    found = _locked(passing)
    if found.agreed_at is not None:
        wake(person=found.person, by=by)
    _tell(found, "take_back_let_rest", by=by)
    found.delete()


def _locked(passing: int) -> Passing:
    found = Passing.objects.select_for_update(of=("self",)).filter(pk=passing)
    one = found.select_related("person", "asked_by").first()
    if one is None:
        raise Refused(rules.NOT_HERE)
    return one


def _tell(passing: Passing, act: str, *, by: Person) -> None:
    """The record, and the team's desks."""
    record.write(act=act, by=by.pk, about=passing.person_id, subject=f"person:{passing.person_id}")
    hint({*moderators_of(HOUSE), *leads()}, kind="desk", id="passing")
