"""Two people talk: in order, once, and only they."""

import uuid

from tests.screens import opened


def test_two_people_talk_in_one_order(server, house):
    with opened(server, house.ana, house.room) as ana, opened(server, house.ben, house.room) as ben:
        ana.post("Is anyone here?")
        ben.sees("Is anyone here?")
        ben.post("I am.")
        ana.sees("I am.")
        ben.sees("I am.")

        assert [(e["s"], e["d"]["body"]) for e in ana.events[house.room.pk]] == [
            (1, "Is anyone here?"),
            (2, "I am."),
        ]
        assert ana.events == ben.events


def test_the_same_words_under_the_same_name_are_said_once(server, house):
    cid = str(uuid.uuid4())
    with opened(server, house.ana, house.room) as ana:
        first = ana.post("Only once", cid=cid)
        ana.frames.clear()
        again = ana.post("Only once", cid=cid)

    assert (again["s"], again["dup"], first["dup"]) == (first["s"], True, False)


def test_other_words_under_the_same_name_are_refused(server, house):
    cid = str(uuid.uuid4())
    with opened(server, house.ana, house.room) as ana:
        ana.post("What I meant", cid=cid)
        ana.frames.clear()
        answer = ana.post("Something else", cid=cid)

    assert (answer["t"], answer["err"], answer["final"]) == ("nack", "cid_conflict", True)
