"""Taking one decision back leaves another one standing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.enums import Role, Standing
from community.accounts.models import Person
from community.safety.actions import measures
from community.safety.enums import MeasureKind
from tests.people import person


@pytest.fixture
def lead(db):
    return person("lea-thorn", Role.SAFEGUARDING_LEAD)


def suspended(ana, by, *, until=None):
    return measures.suspend(person=ana, until=until, reason="rules", words="For now.", by=by)


def standing(ana):
    return Person.objects.get(pk=ana.pk).standing


def test_one_suspension_taken_back_leaves_the_other(ana, hana, lead):
    now = timezone.now()
    first, second = suspended(ana, hana), suspended(ana, lead)

    measures.take_back(measure=first, by=lead, now=now)
    after_one = standing(ana)
    measures.take_back(measure=second, by=hana, now=now)

    assert (after_one, standing(ana)) == (Standing.SUSPENDED, Standing.ACTIVE)


def test_a_suspension_that_has_run_out_holds_nobody(ana, hana, lead):
    now = timezone.now()
    first, _short = suspended(ana, hana), suspended(ana, lead, until=now + timedelta(days=1))

    measures.take_back(measure=first, by=lead, now=now + timedelta(days=2))

    assert standing(ana) == Standing.ACTIVE


def test_one_removal_taken_back_leaves_the_other(leaves, ana, emil, noor, hana):
    def removal(subject, by):
        return measures.keep_measure(
            person=ana,
            kind=MeasureKind.REMOVAL,
            reason="unkind",
            words="Please take a break.",
            by=by,
            subject=subject,
        )

    now = timezone.now()
    first, _elsewhere = removal("board:1", emil), removal("board:2", emil)
    second = removal("board:1", noor)

    measures.take_back(measure=first, by=hana, now=now)
    after_one = list(leaves.undone)
    measures.take_back(measure=second, by=hana, now=now)

    assert (after_one, leaves.undone) == ([], [("board:1", ana.pk, hana.pk)])
