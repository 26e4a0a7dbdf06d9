"""Somebody has died: the account rests. Two people of the team have decided it at the desk; here is
the standing itself and what stops with it."""

from django.db import transaction

from community import live
from community.accounts import passing, role_ends, rules
from community.accounts.actions.sessions import end_sessions
from community.accounts.enums import Standing
from community.accounts.models import Leaving, Person
from community.accounts.roles import Act
from community.record import write as record
from community.refusal import insist


@transaction.atomic
def let_rest(*, person: Person, by: Person, second: Person) -> None:
    """Nobody signs in any more, nothing goes out to or about them, their name leaves lists and
    matching. Every word stays as it is; erasing waits, whatever was asked before.

    Raises Refused where `by` does not lead, or is alone.
    """
    insist(rules.may(by, Act.SUSPEND))
    insist(None if second.pk not in (by.pk, person.pk) else rules.NOT_YOURS)
    found = Person.objects.select_for_update().get(pk=person.pk)
    if found.standing == Standing.DIED:
        return
    _set(found, Standing.DIED, is_active=False)
    role_ends.stop_all(person=found, by=by)
    passing.stop_all(found)
    end_sessions(person=found, by=by)
    record.write(
        act="let_rest",
        by=by.pk,
        about=found.pk,
        subject=f"person:{found.pk}",
        data={"second": second.pk},
    )
    live.kick([found.pk])


@transaction.atomic
def wake(*, person: Person, by: Person) -> None:
    """It was a mistake: the account is there again. What was stopped stays stopped. Raises Refused
    where `by` does not lead."""
    insist(rules.may(by, Act.SUSPEND))
    found = Person.objects.select_for_update().get(pk=person.pk)
    if found.standing != Standing.DIED:
        return
    leaves = Leaving.objects.filter(person=found).first()
    _set(found, Standing.LEAVING if leaves else Standing.ACTIVE, is_active=True)
    if leaves is not None:
        Person.objects.filter(pk=found.pk).update(standing_until=leaves.ends_at)
    record.write(act="undo_let_rest", by=by.pk, about=found.pk, subject=f"person:{found.pk}")


def _set(person: Person, standing: Standing, *, is_active: bool) -> None:
    person.standing, person.standing_until, person.is_active = standing, None, is_active
    person.save(update_fields=["standing", "standing_until", "is_active"])
