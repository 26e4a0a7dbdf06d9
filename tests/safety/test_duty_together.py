"""Duty under real threads: a renewal and a lapse, two tabs, one truth."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety import duty
from community.safety.actions import duty as act
from community.safety.models import Duty, Shift
from tests.safety.together import together

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_tabs_going_on_duty_make_one_lease_and_one_shift(emil, room):
    answers = together(*[lambda: act.go_on_duty(by=emil, places=[room.place])] * 4)

    assert [len(answer) for answer in answers] == [1] * 4
    assert Duty.objects.filter(ended_at=None).count() == 1
    assert Shift.objects.count() == 1


def test_a_renewal_and_a_lapse_never_both_win(emil, room):
    for _ in range(8):
        now = timezone.now()
        act.go_on_duty(by=emil, places=[room.place], now=now)
        edge = now + duty.LEASE

        _, ended = together(
            lambda edge=edge: act.renew_all(person=emil.pk, now=edge - timedelta(seconds=1)),
            lambda edge=edge: act.lapse(now=edge),
        )

        lease = Duty.objects.get()
        was_renewed = lease.until > edge
        assert (lease.ended_at is None) == was_renewed
        assert bool(ended) == (not was_renewed)
        Duty.objects.all().delete()
