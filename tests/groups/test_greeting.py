"""Somebody new: those who greet are asked, and ten minutes without an answer are on the desk."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.accounts.enums import Role
from community.notifications.models import Notification
from community.safety.enums import ItemKind, ItemState
from community.safety.models import Item
from groups import presence
from groups.actions import held
from groups.actions.belonging import leave_room
from groups.actions.messages import delete_message
from groups.actions.rounds_clock import GREETED_WITHIN, tick_greetings
from groups.models import Greeting, Seat
from tests.people import browser_of, join, on_duty, person, seat
from tests.words import say, wait


@pytest.fixture
def led(emil, ben, room):
    """Emil is there; Ben has been in the room for long."""
    on_duty(emil, room, until=timezone.now() + timedelta(hours=1))
    Seat.objects.filter(person=ben).update(first_words_at=timezone.now() - timedelta(days=9))
    return room


@pytest.fixture
def greeter(evenings):
    karim = person("karim-oak", Role.GREETER)
    join(karim, evenings)
    return karim


def in_ten_minutes():
    return timezone.now() + GREETED_WITHIN + timedelta(seconds=1)


def asked(somebody):
    return Notification.objects.filter(person=somebody, kind="somebody_new").count()


def on_the_desk():
    return list(Item.objects.filter(kind=ItemKind.HELLO).values_list("state", "about__handle"))


def test_those_who_greet_are_asked_once_in_neutral_words(ana, ben, led, greeter):
    say(ana, led, "Hello, I am new.")
    for _ in range(2):
        tick_greetings(timezone.now())

    assert (asked(greeter), asked(ben), asked(ana)) == (1, 0, 0)
    page = browser_of(greeter).get("/me/notices/").content.decode()
    assert "Somebody could use a hello from you." in page
    assert "ana-lark" not in page


def test_who_has_the_room_open_is_asked_before_others(ana, led, greeter, evenings, monkeypatch):
    other = person("olive-path", Role.GREETER)
    join(other, evenings)
    here = frozenset({seat(other, led).wire_id})
    monkeypatch.setattr(presence, "_asked", [lambda _room: here])

    say(ana, led, "Hello, I am new.")
    tick_greetings(timezone.now())

    assert (asked(other), asked(greeter)) == (1, 0)


def test_an_answer_in_words_stops_the_clock(ana, ben, led):
    say(ana, led, "Hello, I am new.")
    say(ben, led, "Welcome.")

    tick_greetings(in_ten_minutes())

    assert on_the_desk() == []
    assert Greeting.objects.get(seat__person=ana).settled_at is not None


def test_ten_minutes_without_an_answer_are_on_the_desk(ana, led):
    say(ana, led, "Hello, I am new.")
    say(ana, led, "Is anybody there?")

    tick_greetings(timezone.now())
    before = on_the_desk()
    for _ in range(2):
        tick_greetings(in_ten_minutes())

    assert (before, on_the_desk()) == ([], [(ItemState.OPEN, "ana-lark")])
    item = Item.objects.get()
    assert item.promised_at - item.opened_at == GREETED_WITHIN


def test_the_desk_shows_it_and_an_answer_takes_it_off(ana, ben, emil, led):
    say(ana, led, "Hello, I am new.")
    tick_greetings(in_ten_minutes())
    desk = browser_of(emil).get("/desk/").content.decode()

    say(ben, led, "Welcome. Sorry it took so long.")
    tick_greetings(in_ten_minutes())

    assert "Someone new has no answer yet" in desk
    assert on_the_desk() == [(ItemState.CLOSED, "ana-lark")]


@pytest.mark.parametrize("goes", [leave_room, None])
def test_nobody_waits_for_who_has_gone_or_took_the_words_back(ana, led, goes):
    say(ana, led, "Hello, I am new.")
    if goes:
        goes(room=led, by=ana)
    else:
        delete_message(room=led.pk, seq=1, by=ana)

    tick_greetings(in_ten_minutes())

    assert on_the_desk() == []


def test_only_the_first_words_of_a_person_start_a_clock(ana, ben, led):
    say(ana, led, "Hello, I am new.")
    say(ben, led, "Welcome.")
    tick_greetings(timezone.now())
    say(ana, led, "Thank you.")

    tick_greetings(in_ten_minutes())

    assert Greeting.objects.count() == 1
    assert on_the_desk() == []


def test_words_that_waited_start_it_when_the_room_can_read_them(ana, emil, room):
    waiting = wait(ana, room, "Is anybody awake?")
    before = Greeting.objects.count()
    on_duty(emil, room)
    held.open_held(room=room.pk, message=waiting.pk, by=emil)
    held.offer_held(room=room.pk, message=waiting.pk, by=emil)
    held.let_in(room=room.pk, cid=waiting.cid, by=ana)

    assert (before, Greeting.objects.count()) == (0, 1)


def test_neither_the_team_nor_a_wall_starts_it(ana, emil, led, wall):
    say(emil, led, "Good evening.")
    say(ana, wall, "For whenever somebody reads it.")

    assert not Greeting.objects.exists()


def test_newcomers_are_marked_for_those_who_greet_and_for_the_host_alone(
    ana, ben, emil, led, greeter, monkeypatch
):
    ids = frozenset(Seat.objects.filter(room=led).values_list("wire_id", flat=True))
    monkeypatch.setattr(presence, "_asked", [lambda _room: ids])
    Seat.objects.exclude(person=ana).update(entered_at=timezone.now() - timedelta(days=3))
    for one in (ana, ben):
        say(one, led, "Good evening.")

    pages = [browser_of(one).get(f"/rooms/{led.pk}/").text for one in (ana, ben, emil, greeter)]

    named = ["New in this room: <bdi>ana-lark</bdi>." in page for page in pages]
    marks = [page.count('message-newcomer">new here') for page in pages]
    assert (named, marks) == ([False, False, True, True], [0, 0, 1, 1])
