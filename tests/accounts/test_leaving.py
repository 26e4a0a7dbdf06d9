"""Leaving for good, and coming back in time."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from community.accounts.actions import leaving
from community.accounts.enums import Standing
from community.accounts.models import Leaving, Person
from community.models import AccessClock
from community.record.models import Entry
from tests.people import browser_of

pytestmark = pytest.mark.django_db


def test_leaving_signs_out_everywhere_at_once(ana):
    browser_of(ana).get("/accounts/roles/")
    before = AccessClock.objects.filter(pk=1).values_list("value", flat=True).first() or 0

    leaving.start_leaving(by=ana, keeps_words=False)

    assert not Session.objects.exists()
    assert AccessClock.objects.get(pk=1).value > before
    assert Person.objects.get(pk=ana.pk).standing == Standing.LEAVING


def test_coming_back_in_time_undoes_it(ana):
    leaving.start_leaving(by=ana, keeps_words=True)

    leaving.come_back(by=ana)

    assert Person.objects.get(pk=ana.pk).standing == Standing.ACTIVE
    assert not Leaving.objects.exists()


def test_leaving_is_no_way_around_a_suspension(ana):
    until = timezone.now() + timedelta(days=7)
    Person.objects.filter(pk=ana.pk).update(standing=Standing.SUSPENDED, standing_until=until)
    leaving.start_leaving(by=ana, keeps_words=True)

    leaving.come_back(by=ana)

    ana.refresh_from_db()
    assert (ana.standing, ana.standing_until) == (Standing.SUSPENDED, until)


def test_asking_twice_does_not_move_the_day(ana):
    first = leaving.start_leaving(by=ana, keeps_words=True)

    second = leaving.start_leaving(by=ana, keeps_words=False)

    assert second.ends_at == first.ends_at
    assert second.keeps_words is False
    leaving.come_back(by=ana)
    ana.refresh_from_db()
    assert ana.standing == Standing.ACTIVE


def test_the_account_is_gone_when_the_days_are_over_and_not_before(ana, ben):
    left = leaving.start_leaving(by=ana, keeps_words=False)
    leaving.start_leaving(by=ben, keeps_words=False)
    leaving.come_back(by=ben)

    leaving.finish_all_due(left.ends_at - timedelta(seconds=1))
    still_there = Person.objects.filter(pk=ana.pk).exists()
    number = ana.pk
    leaving.finish_all_due(left.ends_at)

    assert still_there
    assert not Person.objects.filter(pk=number).exists()
    assert Person.objects.filter(pk=ben.pk).exists()
    assert Entry.objects.filter(act="finish_leaving", about=number).count() == 1
