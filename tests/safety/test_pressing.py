"""What asks for a second person, or has emergency steps open, never rests at the end of the list."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety import queries, rules
from community.safety.actions import deciding, desk, emergency, glass
from community.safety.enums import Arrived, Level
from community.safety.models import Item
from community.safety.queries import desk_of
from tests.people import browser_of, on_duty
from tests.safety.conftest import decision, on_desk


@pytest.fixture
def waits(evenings, leaves, ben, emil, room):
    """Something about Ben that Emil has and that waits for Ben, beside something of today."""
    on_duty(emil, room)
    now = timezone.now()
    on_desk(evenings.area, level=Level.TODAY, at=now, id="2")
    item = on_desk(evenings.area, level=Level.NOW, at=now, id="1", about=ben.pk)
    desk.take(item=item.pk, by=emil)
    return deciding.decide(item=item.pk, by=emil, decision=decision("write"))


def stands(item, somebody):
    """Its place on the list, whether a second is asked for there, and whether help is out."""
    found = desk_of(rules.reach_of(somebody), now=timezone.now() + timedelta(seconds=1))
    (place,) = [n for n, line in enumerate(found.lines) if line.id == item.pk]
    line = found.lines[place]
    return place, line.asks_second, line.help_is_out


def test_a_second_person_is_asked_for_on_top_until_somebody_comes(waits, emil, noor, hana):
    before = stands(waits, noor)
    desk.ask_second(item=waits.pk, by=emil, words="Please look with me.")
    asked = stands(waits, noor)
    theirs = browser_of(noor).get(f"/desk/items/{waits.pk}/").text
    mine = browser_of(emil).get(f"/desk/items/{waits.pk}/").text
    desk.leave_note(item=waits.pk, by=emil, words="Still nothing.")
    still = stands(waits, noor)
    desk.leave_note(item=waits.pk, by=noor, words="I am here.")
    came = stands(waits, noor)
    desk.call_lead(item=waits.pk, situation="child", by=emil)
    lead = stands(waits, hana)

    assert (before, asked, still) == ((1, False, False), (0, True, False), (0, True, False))
    assert (came, lead) == ((1, False, False), (0, True, False))
    assert "A note from you says that you are there." in theirs
    assert "Nobody has come yet." in mine
    assert "Now&nbsp;· <bdi>ben-moss" in theirs


def test_emergency_steps_stay_on_top_until_it_is_known_how_they_ended(waits, emil, noor):
    asked = emergency.ask_for_help(
        item=waits.pk, why="Wrote that it is done.", tried=("talk",), in_progress=False, by=emil
    )
    found = [stands(waits, noor)]
    version = desk_of(rules.reach_of(noor), now=timezone.now()).version
    emergency.agree(emergency=asked.pk, by=noor)
    is_new = desk_of(rules.reach_of(noor), now=timezone.now()).version != version
    found.append(stands(waits, noor))
    deciding.decide(item=waits.pk, by=emil, decision=decision("follow_up"))
    found.append(stands(waits, noor))
    owners = [one.pk for one in queries.needs_an_owner(rules.reach_of(emil), level=Level.NOW)]
    emergency.say_called(emergency=asked.pk, by=emil)
    emergency.say_arrived(emergency=asked.pk, arrived=Arrived.ARRIVED, by=emil)
    found.append(stands(waits, noor))

    assert found == [(0, True, True), (0, False, True), (0, False, True), (1, False, False)]
    assert (is_new, owners) == (True, [waits.pk])


def test_who_asks_to_see_who_somebody_is_asks_on_top(waits, emil, noor):
    asked = glass.ask_who(item=waits.pk, why="They ask who and where.", in_progress=False, by=emil)
    before = stands(waits, noor)
    glass.agree(glass=asked.pk, by=noor)

    assert (before, stands(waits, noor)) == ((0, True, False), (1, False, False))


def test_taking_it_over_is_coming_and_handing_it_on_is_not(waits, emil, noor, hana):
    desk.ask_second(item=waits.pk, by=emil, words="Please look with me.")
    desk.hand_over(item=waits.pk, to=noor, by=emil)
    handed = Item.objects.get(pk=waits.pk).second_asked_at
    desk.call_lead(item=waits.pk, situation="child", by=noor)
    desk.take_over(item=waits.pk, by=hana)

    assert handed is not None
    assert Item.objects.get(pk=waits.pk).second_asked_at is None


def test_before_anybody_called_only_that_it_is_not_needed_can_be_said(waits, emil, noor):
    asked = emergency.ask_for_help(
        item=waits.pk, why="Wrote that it is done.", tried=("talk",), in_progress=False, by=emil
    )
    path = f"/desk/items/{waits.pk}/emergency/"
    before = browser_of(emil).get(path).text
    emergency.agree(emergency=asked.pk, by=noor)
    emergency.say_called(emergency=asked.pk, by=emil)
    called = browser_of(emil).get(path).text

    assert "Help reached them" not in before
    assert "It is not needed any more" in before
    assert "Help reached them" in called
