"""Notices of the desk reach people who can act."""

import pytest

from community.accounts.enums import Role, Standing
from community.accounts.models import Grant, Person
from community.safety.tell import leads, moderators_of
from tests.people import person


@pytest.mark.parametrize("standing", [Standing.SUSPENDED, Standing.LEAVING])
def test_nobody_on_hold_is_told(standing, emil, noor, hana, evenings):
    lead = person("lea-thorn", Role.SAFEGUARDING_LEAD)
    before = (moderators_of(evenings.area), leads())

    Person.objects.filter(pk__in=[emil.pk, hana.pk]).update(standing=standing)

    assert before == (sorted([emil.pk, noor.pk]), sorted([hana.pk, lead.pk]))
    assert (moderators_of(evenings.area), leads()) == ([noor.pk], [lead.pk])


def test_nobody_without_the_role_is_told(emil, noor, evenings, ola):
    Grant.objects.filter(person=emil).update(ended_at="2026-01-02T10:00:00Z")

    assert moderators_of(evenings.area) == [noor.pk]
