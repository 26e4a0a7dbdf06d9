"""Duty ends with whoever was on duty: signed out, leaving, suspended."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.actions.leaving import start_leaving
from community.accounts.enums import Standing
from community.accounts.models import Person
from community.safety import duty
from community.safety.enums import DutyKind
from community.safety.models import Duty
from tests.people import browser_of, on_duty


@pytest.fixture
def long_lease(emil, room):
    """Emil opened the room from a page without scripts: ten minutes."""
    lease = on_duty(emil, room, until=timezone.now() + timedelta(minutes=10))
    Duty.objects.filter(pk=lease.pk).update(kind=DutyKind.PAGE)
    return lease


def staffed(room):
    return duty.staffed_places([room.place], now=timezone.now()) == {room.place}


@pytest.mark.parametrize("way", ["/leave/", "/accounts/logout/"])
def test_signing_out_ends_duty_at_once(way, emil, room, long_lease):
    browser = browser_of(emil)
    was_open = staffed(room)

    browser.post(way)

    assert (was_open, staffed(room)) == (True, False)


def test_a_screen_elsewhere_keeps_its_own_lease(emil, room):
    on_duty(emil, room)
    here, there = browser_of(emil), browser_of(emil)
    there.get("/me/")
    here.get("/me/")

    here.post("/leave/")

    assert staffed(room)


def test_a_long_lease_ends_although_signed_in_elsewhere(emil, room, long_lease):
    here, there = browser_of(emil), browser_of(emil)
    there.get("/me/")
    here.get("/me/")

    here.post("/leave/")

    assert not staffed(room)


def test_leaving_for_good_ends_duty_at_once(emil, room, long_lease):
    start_leaving(by=emil, keeps_words=False)

    long_lease.refresh_from_db()
    assert long_lease.ended_at is not None


def test_no_room_is_live_by_somebody_who_may_not_act(emil, room, long_lease):
    Person.objects.filter(pk=emil.pk).update(standing=Standing.SUSPENDED)

    assert not staffed(room)
