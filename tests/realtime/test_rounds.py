"""A round over real sockets: told in the room's order, in every process, and kept over a restart."""

import pytest

from groups.actions import rounds
from tests import people
from tests.people import browser_of
from tests.screens import opened


@pytest.fixture
def running(house):
    """Ben has the turn, Ana is next."""
    rounds.open_round(room=house.room.pk, seconds=60, by=house.emil)
    for one in (house.ben, house.ana):
        rounds.ask_for_turn(room=house.room.pk, by=one)
    rounds.next_turn(room=house.room.pk, by=house.emil)
    house.room.refresh_from_db()
    return house


def wire_id(somebody, room):
    return people.seat(somebody, room).wire_id


def test_who_listens_is_told_so_and_the_turn_goes_on_in_every_process(
    server, other_server, running
):
    room = running.room
    with (
        opened(server, running.ana, room) as ana,
        opened(other_server, running.ben, room) as ben,
    ):
        told = ana.post("Not yet.")
        heard = ben.post("It was a long week.")
        rounds.pass_turn(room=room.pk, by=running.ben)
        turn = ana.event(lambda e: e["k"] == "round")
        mine = ana.post("Then it is me.")
        for screen in (ana, ben):
            screen.sees("Then it is me.")

        assert (told["t"], told["err"], told["final"]) == ("nack", "listening", True)
        assert told["words"].startswith("ben-moss has the turn.")
        assert (heard["t"], mine["t"]) == ("ack", "ack")
        assert (turn["d"]["state"], turn["d"]["now"]) == ("turn", wire_id(running.ana, room))
        assert "a" not in turn
        assert ana.events == ben.events


def test_who_comes_later_reads_how_the_round_stands(server, running):
    room = running.room
    with opened(server, running.ana, room, after={room.pk: 0}) as ana:
        last = ana.event(lambda e: e["s"] == room.last_seq)

    assert (last["k"], last["d"]["now"]) == ("round", wire_id(running.ben, room))


def test_what_is_left_for_the_team_is_taken(server, running):
    with opened(server, running.ana, running.room) as ana:
        answer = ana.post("Only for you.", intent="team")

    assert (answer["t"], answer["held"]) == ("ack", True)


def test_who_has_not_come_into_a_round_gets_none_of_its_words_by_any_way(
    server, other_server, house
):
    room = house.room
    rounds.open_round(room=room.pk, seconds=60, by=house.emil)
    rounds.ask_for_turn(room=room.pk, by=house.ben)
    with (
        opened(server, house.ana, room) as ana,
        opened(other_server, house.ben, room) as ben,
    ):
        rounds.next_turn(room=room.pk, by=house.emil)
        ben.event(lambda e: e["k"] == "round" and e["d"]["state"] == "turn")
        seq = ben.post("Among us.")["s"]
        live = ana.event(lambda e: e["s"] == seq)
        with opened(server, house.ana, room, after={room.pk: 0}) as later:
            read = later.event(lambda e: e["s"] == seq)
        polled = browser_of(house.ana).get(f"/rooms/{room.pk}/since/0")
        quoted = browser_of(house.ana).get(f"/rooms/{room.pk}/?answer={seq}")
        rounds.listen_in_round(room=room.pk, by=house.ana)
        ana.event(lambda e: e["k"] == "round")
        ben.post("Good that you came.")
        ana.sees("Good that you came.")

    assert [live["k"], read["k"]] == ["void", "void"]
    assert [b"Among us." in page.content for page in (polled, quoted)] == [False, False]
    assert (polled.status_code, quoted.status_code) == (200, 200)
