"""Raising a hand: a queue everyone sees, in the order in which hands went up."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from community.refusal import Refused
from community.safety.models import Duty
from groups.actions.belonging import leave_room
from groups.actions.hands import lower_hand, lower_hand_of, raise_hand
from groups.actions.rounds_clock import tick_rounds
from groups.models import Hand, RoomEvent
from tests.people import browser_of, on_duty, seat


@pytest.fixture
def led(emil, room):
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    return room


def queue():
    return list(Hand.objects.values_list("seat__person__handle", flat=True))


def test_hands_stand_in_the_order_in_which_they_went_up(ana, ben, led):
    raise_hand(room=led.pk, by=ben)
    raise_hand(room=led.pk, by=ana)
    raise_hand(room=led.pk, by=ben)

    assert queue() == ["ben-moss", "ana-lark"]


def test_everyone_sees_the_queue(ana, ben, led):
    raise_hand(room=led.pk, by=ben)

    page = browser_of(ana).get(f"/rooms/{led.pk}/").content.decode()

    assert "Hands up, in this order:" in page
    assert "<li><bdi>ben-moss</bdi></li>" in page


def test_one_takes_down_ones_own_and_the_host_any(ana, ben, emil, led):
    for one in (ana, ben):
        raise_hand(room=led.pk, by=one)

    lower_hand(room=led.pk, by=ana)
    after_ana = queue()
    lower_hand_of(room=led.pk, wire_id=seat(ben, led).wire_id, by=emil)

    assert (after_ana, queue()) == (["ben-moss"], [])


def test_nobody_else_takes_a_hand_down(ana, ben, led):
    raise_hand(room=led.pk, by=ben)

    with pytest.raises(Refused):
        lower_hand_of(room=led.pk, wire_id=seat(ben, led).wire_id, by=ana)

    assert queue() == ["ben-moss"]


def test_while_nobody_is_there_no_hand_stays_up(ana, led):
    raise_hand(room=led.pk, by=ana)
    Duty.objects.update(until=timezone.now() - timedelta(seconds=1))

    tick_rounds(timezone.now())

    assert queue() == []
    with pytest.raises(Refused) as refused:
        raise_hand(room=led.pk, by=ana)
    assert refused.value.refusal.code == "nobody_here"


def test_strangers_and_slow_rooms_have_no_hands(ana, cleo, led, wall):
    codes = []
    for somebody, room in ((cleo, led), (ana, wall)):
        with pytest.raises(Refused) as refused:
            raise_hand(room=room.pk, by=somebody)
        codes.append(refused.value.refusal.code)

    assert codes == ["not_member", "not_live"]


def test_who_leaves_takes_the_hand_along(ana, led):
    raise_hand(room=led.pk, by=ana)

    leave_room(room=led, by=ana)

    assert queue() == []


def test_screens_hear_of_it_by_wire_id_alone(ana, led):
    raise_hand(room=led.pk, by=ana)
    lower_hand(room=led.pk, by=ana)
    lower_hand(room=led.pk, by=ana)

    a = seat(ana, led).wire_id
    told = list(RoomEvent.objects.values_list("kind", "data"))
    assert told == [("hand", {"a": a, "up": True}), ("hand", {"a": a, "up": False})]


def test_the_database_refuses_two_hands_of_one_person(ana, led):
    raise_hand(room=led.pk, by=ana)

    with pytest.raises(IntegrityError), transaction.atomic():
        Hand.objects.create(seat=seat(ana, led))

    assert queue() == ["ana-lark"]
