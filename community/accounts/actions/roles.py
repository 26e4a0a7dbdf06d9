"""Giving and ending roles."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from community import live
from community.accounts import role_ends, role_starts, rules
from community.accounts.enums import Role
from community.accounts.models import Grant, Person
from community.record import write as record
from community.refusal import insist


@transaction.atomic
def grant_role(*, person: Person, role: Role, by: Person | None) -> Grant:
    """Gives a role; giving one that is held changes nothing. `by` None: the command line.

    Raises Refused where `rules.may_grant` or a feature says no. Screens of the person are looked at again.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    insist(rules.may_grant(by, person, role))
    insist(role_starts.may_begin(role, person))
    grant, is_new = Grant.objects.get_or_create(
        person=person, role=role, ended_at=None, defaults={"granted_by": by}
    )
    if is_new:
        person.groups.add(Group.objects.get_or_create(name=role.value)[0])
        _write("grant_role", person=person, role=role, by=by)
    return grant


@transaction.atomic
def end_role(*, person: Person, role: Role, by: Person | None) -> None:
    """Ends a role and what hangs on it; ending one that is not held changes nothing.

    Raises Refused where `rules.may_end_grant` says no: the last operator stays.
    """
    grants = Grant.objects.select_for_update().filter(role=role, ended_at=None).order_by("pk")
    holders = {grant.person_id: grant for grant in grants}
    if person.pk not in holders:
        return
    insist(rules.may_end_grant(by, person, role, operators=holders))
    grant = holders[person.pk]
    grant.ended_at = timezone.now()
    grant.save(update_fields=["ended_at"])
    person.groups.remove(*Group.objects.filter(name=role.value))
    role_ends.end_all(role, person=person, by=by)
    _write("end_role", person=person, role=role, by=by)


def _write(act: str, *, person: Person, role: Role, by: Person | None) -> None:
    rules.forget_roles(person)
    record.write(
        act=act,
        by=by.pk if by else None,
        about=person.pk,
        subject=f"person:{person.pk}",
        data={"role": role.value},
    )
    live.kick([person.pk])
