"""Whoever can act no more holds nothing: what they had waits for another, with its old promise."""

import pytest

from community.accounts.actions.leaving import start_leaving
from community.accounts.actions.roles import end_role
from community.accounts.enums import Role
from community.safety.actions import desk, measures
from community.safety.enums import ItemState
from community.safety.models import Item
from groups.actions.belonging import leave_group
from groups.actions.running import end_appointment
from tests.people import person


def free(item):
    now = Item.objects.get()
    return (now.state, now.taken_by, now.taken_at, now.promised_at) == (
        ItemState.OPEN,
        None,
        None,
        item.promised_at,
    )


def ends_the_role(emil, evenings, hana, ola):
    end_role(person=emil, role=Role.MODERATOR, by=ola)


def ends_the_area(emil, evenings, hana, ola):
    end_appointment(group=evenings, person=emil, by=hana)


def leaves_the_group(emil, evenings, hana, ola):
    leave_group(group=evenings, by=emil)


def leaves_for_good(emil, evenings, hana, ola):
    start_leaving(by=emil, keeps_words=True)


def is_suspended(emil, evenings, hana, ola):
    measures.suspend(person=emil, until=None, reason="rules", words="For now.", by=hana)


@pytest.mark.parametrize(
    "happens",
    [ends_the_role, ends_the_area, leaves_the_group, leaves_for_good, is_suspended],
    ids=lambda act: act.__name__,
)
def test_what_a_moderator_had_waits_for_another(happens, taken, emil, noor, evenings, hana, ola):
    happens(emil, evenings, hana, ola)

    assert free(taken)
    assert desk.take(item=taken.pk, by=noor).taken_by == noor


def test_who_still_leads_keeps_what_they_had(item, ola):
    both = person("ida-fern", Role.MODERATOR, Role.COORDINATOR)
    desk.take(item=item.pk, by=both)

    end_role(person=both, role=Role.MODERATOR, by=ola)

    assert Item.objects.get().taken_by == both
