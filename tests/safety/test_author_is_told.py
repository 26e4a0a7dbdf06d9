"""Who was called, said to the author of heavy words: each line only when it is true."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.safety.actions import desk
from community.safety.actions import on_call as night
from community.safety.called import said_to
from community.safety.enums import ItemKind, Level
from community.safety.models import Item
from groups.near import Signal
from tests.people import browser_of, staffed
from tests.words import wait

HEAVY = Signal(Level.NOW, ("plan",))
HOUR = timedelta(hours=1)


@pytest.fixture
def at_night(db):
    here = timezone.localtime()
    staffed((here + 6 * HOUR).time(), (here - HOUR).time())


def of_the_room(somebody, room):
    return browser_of(somebody).get(f"/rooms/{room.pk}/").content.decode()


def test_whoever_is_on_call_is_named_and_that_there_is_no_answer(at_night, ana, noor, room):
    night.say_yes(by=noor)
    wait(ana, room, "I have pills here.", signal=HEAVY)

    page = of_the_room(ana, room)

    assert "noor-vale is on call and was called at" in page
    assert "There is no answer yet." in page


def test_who_takes_it_is_named_from_then_on(at_night, ana, noor, room):
    night.say_yes(by=noor)
    wait(ana, room, "I have pills here.", signal=HEAVY)
    desk.take(item=Item.objects.get(kind=ItemKind.SIGNAL).pk, by=noor)

    answer = browser_of(ana).get("/me/called/")

    assert answer.content.decode().startswith("noor-vale from the team has it, since ")


def test_where_nobody_was_called_nothing_is_claimed(at_night, ana, noor, room):
    wait(ana, room, "I have pills here.", signal=HEAVY)

    assert said_to(ana.pk) == ""
    assert browser_of(ana).get("/me/called/").status_code == 204
    assert "was called" not in of_the_room(ana, room)


def test_nobody_else_reads_who_was_called(at_night, ana, ben, noor, room):
    night.say_yes(by=noor)
    wait(ana, room, "I have pills here.", signal=HEAVY)

    assert browser_of(ben).get("/me/called/").status_code == 204
    assert "was called" not in of_the_room(ben, room)


def test_the_numbers_stay_at_hand_when_the_room_is_opened_again(at_night, ana, ben, noor, room):
    night.say_yes(by=noor)
    wait(ana, room, "I have pills here.", signal=HEAVY)

    of_the_room(ana, room)
    again = of_the_room(ana, room)

    folded = '<details class="help-near folds" id="help-near">'
    assert folded in again
    assert folded not in of_the_room(ben, room)


def test_newer_words_are_not_said_to_be_read(at_night, ana, noor, room):
    night.say_yes(by=noor)
    wait(ana, room, "I have pills here.", signal=HEAVY)
    desk.take(item=Item.objects.get(kind=ItemKind.SIGNAL).pk, by=noor)
    before = said_to(ana.pk)

    wait(ana, room, "I have opened them now.", signal=HEAVY)

    assert said_to(ana.pk) == f"{before} Your newer words may not have been read yet."
