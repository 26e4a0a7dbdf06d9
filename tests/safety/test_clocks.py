"""The desk's clocks: they tell the next rung once, and close nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.notifications.models import Notification
from community.safety.actions import clocks, deciding, desk
from community.safety.clocks import NEXT_RUNG, PROMISES
from community.safety.enums import ItemState, Level
from community.safety.models import Item, Report
from tests.people import on_duty
from tests.safety.conftest import decision, on_desk

MINUTE = timedelta(minutes=1)
ANSWERED = timedelta(minutes=5)


def told(kind):
    return set(Notification.objects.filter(kind=kind).values_list("person__handle", flat=True))


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def urgent(evenings, leaves, ben, hana, emil, room, now):
    """Something about Ben needs someone now. Emil is there, and is called at once."""
    on_duty(emil, room)
    return on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)


def test_at_first_only_who_is_there_is_called(urgent, now):
    clocks.tick(now + ANSWERED - MINUTE)

    assert told("item_called") == {"emil-ash"}
    assert Notification.objects.count() == 1


def test_late_items_are_told_to_the_area_then_to_those_who_lead(urgent, emil, noor, now):
    late = now + ANSWERED

    clocks.tick(late)
    assert (told("item_late"), told("item_raised")) == ({"emil-ash", "noor-vale"}, set())
    clocks.tick(late + NEXT_RUNG[Level.NOW])

    assert told("item_raised") == {"hana-cove"}


def test_each_rung_is_told_once(urgent, now):
    late = now + ANSWERED
    for minutes in (0, 1, 2, 6, 7, 60):
        clocks.tick(late + minutes * MINUTE)

    assert Notification.objects.count() == 4


def test_what_somebody_has_just_taken_is_not_late(urgent, emil, now):
    late = now + PROMISES[Level.NOW]
    desk.take(item=urgent.pk, by=emil, now=late)

    clocks.tick(late + NEXT_RUNG[Level.NOW] - MINUTE)

    assert (told("item_late"), told("item_raised")) == (set(), set())


def test_what_somebody_has_and_leaves_lying_reaches_those_who_lead(urgent, emil, now):
    desk.take(item=urgent.pk, by=emil, now=now)

    for minutes in (0, 5, 6, 60):
        clocks.tick(now + PROMISES[Level.NOW] + minutes * MINUTE)

    assert (told("item_late"), told("item_raised")) == (set(), {"hana-cove"})
    assert Notification.objects.filter(kind="item_raised").count() == 1
    assert Item.objects.get().taken_by == emil


def test_what_waits_for_the_person_is_not_forgotten(urgent, emil, now):
    clocks.tick(now + PROMISES[Level.NOW])  # it was late once already
    desk.take(item=urgent.pk, by=emil, now=now)
    deciding.decide(item=urgent.pk, by=emil, decision=decision("write"), now=now)
    due = now + desk.LOOK_AGAIN[Level.NOW]

    clocks.tick(due)
    assert (told("look_again"), told("item_raised")) == ({"emil-ash"}, set())
    clocks.tick(due + NEXT_RUNG[Level.NOW])

    assert told("item_raised") == {"hana-cove"}


def test_nobody_is_told_of_what_is_about_themself(urgent, emil, now):
    Item.objects.update(about=emil)

    clocks.tick(now + ANSWERED)

    assert told("item_late") == {"noor-vale"}


def test_no_clock_ever_lowers_or_closes(urgent, now):
    for days in range(1, 40, 3):
        clocks.tick(now + timedelta(days=days))

    item = Item.objects.get()
    assert (item.level, item.state, item.promised_at) == (
        Level.NOW,
        ItemState.OPEN,
        now + PROMISES[Level.NOW],
    )


def test_who_has_it_is_told_to_look_again(urgent, emil, now):
    desk.take(item=urgent.pk, by=emil, now=now)
    deciding.decide(item=urgent.pk, by=emil, decision=decision("write"), now=now)
    due = now + desk.LOOK_AGAIN[Level.NOW]

    clocks.tick(due - MINUTE)
    assert told("look_again") == set()
    clocks.tick(due)
    clocks.tick(due + MINUTE)

    assert told("look_again") == {"emil-ash"}
    assert Notification.objects.filter(kind="look_again").count() == 1


def test_a_copy_is_forgotten_ninety_days_after_the_decision(taken, emil, told_hash, now):
    deciding.decide(item=taken.pk, by=emil, decision=decision("nothing"), now=now)

    clocks.forget_snapshots(now + timedelta(days=89))
    assert Report.objects.get().snapshot == "the pond is deep"
    clocks.forget_snapshots(now + timedelta(days=90))

    assert (Report.objects.get().snapshot, Report.objects.get().snapshot_hash) == ("", told_hash)


def test_what_somebody_told_who_has_left_is_forgotten_with_the_copy(taken, emil, now):
    deciding.decide(item=taken.pk, by=emil, decision=decision("nothing"), now=now)
    Report.objects.update(reporter=None, words="I saw it from the bench")

    clocks.forget_snapshots(now + timedelta(days=89))
    assert Report.objects.get().words == "I saw it from the bench"
    clocks.forget_snapshots(now + timedelta(days=90))

    assert Report.objects.get().words == ""


def test_a_copy_stays_while_an_appeal_is_open(taken, emil, ben, now):
    from community.safety.actions import measures
    from community.safety.models import Measure

    deciding.decide(item=taken.pk, by=emil, decision=decision("warn"), now=now)
    measures.appeal(measure=Measure.objects.get().pk, words="Please look.", by=ben)

    clocks.forget_snapshots(now + timedelta(days=200))

    assert Report.objects.get().snapshot == "the pond is deep"


@pytest.fixture
def told_hash(taken):
    return Report.objects.get().snapshot_hash
