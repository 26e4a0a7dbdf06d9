"""Coming back after a gap: nothing lost, nothing twice, nothing that was taken away meanwhile."""

from groups.append import add_event, lock_room
from groups.enums import EventKind
from tests import people
from tests.realtime.acts import hide, say
from tests.screens import opened


def test_a_screen_that_comes_back_hears_what_it_missed(server, house):
    said = [say(house.ana, house.room, f"Number {n}") for n in range(3)]

    with opened(server, house.ben, house.room, after={house.room.pk: said[0]}) as ben:
        ben.sees("Number 2")

    assert [e["s"] for e in ben.events[house.room.pk]] == said[1:]


def test_more_than_a_page_comes_whole_and_in_order(server, house):
    say_many(house, 450)

    with opened(server, house.ben, house.room, after={}) as ben:
        ben.event(lambda e: e["s"] == 450)

    assert [e["s"] for e in ben.events[house.room.pk]] == list(range(1, 451))


def test_a_screen_far_behind_starts_over_with_the_last_fifty(server, house):
    say_many(house, 2060)

    with opened(server, house.ben, house.room, after={}) as ben:
        ben.event(lambda e: e["s"] == 2060)
        reset = ben.waits_for(lambda f: f["t"] == "reset")

    assert reset == {"t": "reset", "r": house.room.pk, "head": 2060, "why": "far_behind"}
    assert [e["s"] for e in ben.events[house.room.pk]] == list(range(2011, 2061))


def test_a_screen_from_the_future_starts_over(server, house):
    say(house.ana, house.room, "One")

    with opened(server, house.ben, house.room, after={house.room.pk: 40}) as ben:
        ben.sees("One")

    assert [f["why"] for f in ben.frames if f["t"] == "reset"] == ["ahead"]


def test_what_was_hidden_meanwhile_is_in_no_replay(server, house):
    seq = say(house.ana, house.room, "Words that are taken away")
    hide(house.emil, house.room, seq)

    with opened(server, house.ben, house.room, after={}) as ben:
        ben.event(lambda e: e["k"] == "hide")

    first = ben.events[house.room.pk][0]
    assert (first["s"], first["k"], first["d"]) == (seq, "msg", {"state": "hidden"})
    assert "Words that are taken away" not in str(ben.frames)


def test_a_page_of_more_is_answered(server, house):
    say_many(house, 30)

    with opened(server, house.ben, house.room, after={house.room.pk: 30}) as ben:
        ben.say(t="more", r=house.room.pk, after=10, limit=5)
        page = ben.waits_for(lambda f: f["t"] == "evs")
        ben.say(t="more", r=house.room.pk, after=30, limit=5)
        nothing = ben.waits_for(lambda f: f["t"] == "evs" and not f["ev"])

    assert (page["from"], page["to"], page["more"]) == (11, 15, True)
    assert [e["s"] for e in page["ev"]] == [11, 12, 13, 14, 15]
    assert (nothing["from"], nothing["to"], nothing["more"]) == (30, 30, False)


def say_many(house, count):
    """Numbers without words: events enough for a gap."""
    from django.db import transaction

    with transaction.atomic():
        room = lock_room(house.room.pk)
        for _ in range(count):
            add_event(room, kind=EventKind.VOID)
    assert people.seat(house.ben, house.room).room.last_seq == count
