"""That somebody is writing is told to who shows it too, now and then, and kept nowhere."""

import pytest

from community.accounts.actions.blocking import block
from groups.actions.comfort import hide_typing, show_typing
from groups.enums import RoomKind
from groups.models import RoomEvent
from realtime import typing
from realtime.line import Line, Place
from tests import people
from tests.screens import opened, until


@pytest.fixture
def both(house):
    """Ana and Ben show it, Emil does not."""
    for somebody in (house.ana, house.ben):
        show_typing(by=somebody)
    return house


def typed(tab):
    return [frame for frame in tab.frames if frame["t"] == "eph" and frame["k"] == "typing"]


def test_it_is_told_to_who_shows_it_too_and_to_nobody_else(server, other_server, both):
    with (
        opened(server, both.ana, both.room) as ana,
        opened(other_server, both.ben, both.room) as ben,
        opened(server, both.emil, both.room) as emil,
    ):
        ana.say(t="typing", r=both.room.pk)
        told = ben.waits_for(lambda frame: frame["t"] == "eph")
        ben.post("I see it.")
        for tab in (ana, emil):
            tab.sees("I see it.")

    wire_id = people.seat(both.ana, both.room).wire_id
    assert told == {"t": "eph", "r": both.room.pk, "k": "typing", "a": wire_id}
    assert (typed(ana), typed(emil)) == ([], [])
    assert RoomEvent.objects.count() == 1


def test_who_does_not_show_it_is_not_shown(server, both):
    with opened(server, both.emil, both.room) as emil, opened(server, both.ben, both.room) as ben:
        emil.say(t="typing", r=both.room.pk)
        emil.post("Good evening.")
        ben.sees("Good evening.")

    assert typed(ben) == []


def test_it_is_told_once_in_three_seconds(server, both):
    with opened(server, both.ana, both.room) as ana, opened(server, both.ben, both.room) as ben:
        for _ in range(3):
            ana.say(t="typing", r=both.room.pk)
        ana.post("Here it is.")
        ben.sees("Here it is.")

    assert len(typed(ben)) == 1


def test_nobody_hears_it_of_somebody_they_blocked(server, both):
    block(by=both.ben, person=both.ana)
    with opened(server, both.ana, both.room) as ana, opened(server, both.ben, both.room) as ben:
        ana.say(t="typing", r=both.room.pk)
        ana.post("Words Ben does not hear.")
        ben.event(lambda event: event["k"] == "void")

    assert typed(ben) == []


def test_nobody_is_hurried_in_a_slow_room(server, both):
    wall = people.room(both.group, title="The wall", kind=RoomKind.SLOW)
    with opened(server, both.ana, wall) as ana, opened(server, both.ben, wall) as ben:
        ana.say(t="typing", r=wall.pk)
        ana.post("A long thought.")
        ben.sees("A long thought.")

    assert typed(ben) == []


def test_an_open_screen_follows_the_choice(server, both):
    with opened(server, both.ana, both.room) as ana, opened(server, both.ben, both.room) as ben:
        hide_typing(by=both.ben)
        until(lambda: not is_told(ana, ben, both))


def is_told(ana, ben, both):
    """Whether Ben is told that Ana writes, after a while: it is told once in three seconds, and the
    poller looks twice a second."""
    waits, before = (3.2 if typed(ben) else 1.2), len(typed(ben))
    ben.hears_nothing_for(waits)
    ana.say(t="typing", r=both.room.pk)
    seq = ana.post(f"Not seen after {before}.")["s"]
    ben.event(lambda event: event["s"] == seq)
    return len(typed(ben)) > before


class Told(list):
    """What other screens would be told."""


@pytest.fixture
def told(monkeypatch):
    hints = Told()
    monkeypatch.setattr(typing.live, "tell", hints.append)
    return hints


def line_of(person, *, shows):
    line = Line(None, stop=lambda: None)
    line.person = person
    line.places["ab"] = Place(line, "ab", wire_id=f"w{person}", role="member", pos=0)
    line.places["ab"].typing = shows
    return line


def test_three_seconds_later_it_is_told_again(told):
    line = line_of(1, shows=True)

    for now in (10.0, 12.9, 13.0):
        typing.tell(line, "ab", now=now)

    assert [hint.data for hint in told] == [{"k": "typing", "a": "w1"}] * 2


@pytest.mark.parametrize(
    ("person", "shows", "blocked", "hears"),
    [
        (2, True, frozenset(), True),
        (2, False, frozenset(), False),
        (2, True, frozenset({1}), False),
        (1, True, frozenset(), False),
    ],
)
def test_who_hears_it(told, person, shows, blocked, hears):
    typing.tell(line_of(1, shows=True), "ab", now=0.0)
    other = line_of(person, shows=shows)
    other.blocked = blocked

    assert typing.hears(other.places["ab"], told[0]) is hears
