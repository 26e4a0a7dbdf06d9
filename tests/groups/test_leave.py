"""Leaving a group: every seat, every lease, and no word about it."""

import pytest

from community import live
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Appointment, Duty
from groups.actions.belonging import leave_group
from groups.models import Membership, RoomEvent
from tests.people import on_duty, seat


def test_every_seat_ends_and_the_rooms_hear_gone(ana, evenings, room, wall, commits):
    hints = []
    live.listen(hints.append)

    with commits():
        leave_group(group=evenings, by=ana)

    assert Membership.objects.get(group=evenings, person=ana).state == "left"
    assert {seat(ana, place).state for place in (room, wall)} == {"left"}
    assert list(RoomEvent.objects.values_list("kind", flat=True)) == ["gone", "gone"]
    kicked = {(hint.room, hint.people) for hint in hints if hint.kind == "kick"}
    assert kicked == {(room.pk, (ana.pk,)), (wall.pk, (ana.pk,))}


def test_leaving_is_nobodys_business(ana, evenings):
    leave_group(group=evenings, by=ana)

    assert not Entry.objects.exists()
    assert not Notification.objects.exists()


def test_others_stay_where_they_are(ana, ben, evenings, room):
    leave_group(group=evenings, by=ana)

    assert seat(ben, room).state == "active"


def test_a_moderator_lays_down_the_group_with_it(emil, evenings, room):
    on_duty(emil, room)

    leave_group(group=evenings, by=emil)

    assert not Appointment.objects.filter(person=emil, ended_at=None).exists()
    assert not Duty.objects.filter(person=emil, ended_at=None).exists()
    assert not seat(emil, room).moderates
    assert [e.act for e in Entry.objects.order_by("pk")] == ["end_duty", "end_appointment"]


def test_who_is_not_in_cannot_leave(cleo, evenings):
    with pytest.raises(Refused, match="not_in"):
        leave_group(group=evenings, by=cleo)
