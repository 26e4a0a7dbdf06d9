"""Suspending an account and lifting it. What is said to the person, and the way to ask somebody
else, belong to the desk; here is the standing itself and its record."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from community import live
from community.accounts import role_ends, rules
from community.accounts.enums import Standing
from community.accounts.models import Leaving, Person
from community.accounts.roles import Act
from community.record import write as record
from community.refusal import Refusal, insist

OWN_ACCOUNT = Refusal("own_account", _("This is your own account, so someone else decides."))


@transaction.atomic
def suspend(*, person: Person, until: datetime | None, by: Person, reason: str = "") -> None:
    """Suspends until a day, or until somebody lifts it. Rooms close to the person on every screen
    within a second; their own pages, Help now and the way to the team stay open.

    Raises Refused where `by` may not suspend, or would suspend themself.
    """
    insist(rules.may(by, Act.SUSPEND))
    insist(OWN_ACCOUNT if person.pk == by.pk else None)
    found = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if found.standing == Standing.LEAVING:
        Leaving.objects.filter(person=found).update(
            standing_before=Standing.SUSPENDED, until_before=until
        )
    elif found.standing != Standing.GONE:
        _set(found, Standing.SUSPENDED, until)
    role_ends.stop_all(person=found, by=by)
    _tell("suspend", found, by=by, reason=reason)


@transaction.atomic
def lift(*, person: Person, by: Person | None) -> None:
    """Ends a suspension; lifting what is not there changes nothing. `by` None: its day has come.

    Raises Refused where `by` may not suspend.
    """
    if by is not None:
        insist(rules.may(by, Act.SUSPEND))
    found = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    left = Leaving.objects.filter(person=found, standing_before=Standing.SUSPENDED)
    if found.standing == Standing.SUSPENDED:
        _set(found, Standing.ACTIVE, None)
    elif not left.update(standing_before=Standing.ACTIVE, until_before=None):
        return
    _tell("lift_suspension", found, by=by)


def _set(person: Person, standing: Standing, until: datetime | None) -> None:
    person.standing, person.standing_until = standing, until
    person.save(update_fields=["standing", "standing_until"])


def _tell(act: str, person: Person, *, by: Person | None, reason: str = "") -> None:
    record.write(
        act=act,
        by=by.pk if by else None,
        about=person.pk,
        subject=f"person:{person.pk}",
        reason=reason,
    )
    live.kick([person.pk])
