"""A round over real sockets: told in the room's order, in every process, and kept over a restart."""

import pytest

from groups.actions import rounds
from tests import people
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
