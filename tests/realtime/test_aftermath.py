"""What a commit said is read by the thread that made it: handed over only where nothing else has
happened to the room's cursor since, and never at the cost of the answers."""

from uuid import uuid4

import pytest
from django.db import OperationalError

from groups.append import Append, append
from realtime import aftermath, reads
from realtime.aftermath import Aftermath, Reading
from realtime.cursor import Cursor
from realtime.protocol import Encoded
from tests import people

SAID = Encoded(seq=8, text="", size=0)
READ = {"room": "evening", "head": 8, "after": 7, "joined": 0, "batch": (SAID,)}


def cursor(**state):
    held = Cursor("evening", 7)
    for name, value in state.items():
        setattr(held, name, value)
    return held


@pytest.mark.parametrize(
    ("since", "read", "counts"),
    [
        ({}, {}, True),
        ({"seq": 8}, {}, False),  # somebody else's read was quicker
        ({"joined": 1}, {}, False),  # a screen opened, perhaps after words in it were hidden
        ({"task": object()}, {}, False),  # the cursor reads for itself
        ({}, {"batch": ()}, False),  # nothing was read
        ({}, {"batch": (Encoded(8, "", 0, is_round=True),)}, False),  # who is in it is asked first
    ],
)
def test_a_reading_counts_where_the_cursor_would_read_the_same(since, read, counts):
    assert Reading(**{**READ, **read}).counts_for(cursor(**since)) is counts


def test_a_screen_that_joins_makes_older_readings_void():
    held = cursor()

    held.join(object())

    assert not Reading(**READ).counts_for(held)


def test_rooms_that_are_held_here_and_do_not_rest_are_read_from_where_they_are(
    ana, emil, room, wall
):
    people.on_duty(emil, room)
    for place in (room, wall):
        append([Append(room=place.pk, person=ana.pk, cid=uuid4(), body="Good evening")])
    held, resting = Cursor(room.pk, 0), Cursor(wall.pk, 0)
    resting.rest(1)
    held.rest(8)  # so much at once is worth a frame at any time
    thread = Aftermath({room.pk: held, wall.pk: resting})
    for place in (room.pk, wall.pk, "elsewhere"):
        thread.note(place, 1)

    first, *others = thread.read()

    assert (first.room, first.head, first.counts_for(held)) == (room.pk, 1, True)
    assert list(first.batch) == reads.page(room.pk, 0, 200)
    assert set(others) == {Reading(wall.pk, 1), Reading("elsewhere", 1)}
    assert thread.read() == []


def test_a_reading_that_fails_leaves_the_heads(ana, room, monkeypatch):
    def away(*_):
        raise OperationalError

    monkeypatch.setattr(aftermath.reads, "pages_anew", away)
    thread = Aftermath({room.pk: (held := Cursor(room.pk, 0))})
    thread.note(room.pk, 3)

    (only,) = thread.read()

    assert (only.room, only.head, only.counts_for(held)) == (room.pk, 3, False)


def test_no_database_is_asked_about_nothing(monkeypatch):
    monkeypatch.setattr(aftermath.reads, "pages_anew", pytest.fail)
    thread = Aftermath({})
    thread.note("elsewhere", 3)

    assert thread.read() == [Reading("elsewhere", 3)]
    assert thread.read() == []
