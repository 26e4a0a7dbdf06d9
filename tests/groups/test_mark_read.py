"""The unread mark moves forward only."""

from groups.actions.reading import mark_read, note_reminded
from tests.people import on_duty, seat
from tests.words import say


def spoken(ana, emil, room, count):
    on_duty(emil, room)
    for number in range(count):
        say(ana, room, f"Line {number}")


def test_it_moves_forward_and_never_back(ana, ben, emil, room):
    spoken(ana, emil, room, 3)

    mark_read(room=room.pk, seq=2, by=ben)
    mark_read(room=room.pk, seq=1, by=ben)

    assert seat(ben, room).read_seq == 2


def test_it_never_passes_the_last_word(ana, ben, emil, room):
    spoken(ana, emil, room, 3)

    mark_read(room=room.pk, seq=99, by=ben)

    assert seat(ben, room).read_seq == 3


def test_nobody_moves_anothers_mark(ana, ben, cleo, emil, room):
    spoken(ana, emil, room, 3)

    mark_read(room=room.pk, seq=3, by=cleo)

    assert (seat(ana, room).read_seq, seat(ben, room).read_seq) == (0, 0)


def test_the_rules_are_shown_once(ana, room):
    note_reminded(room=room.pk, by=ana)
    first = seat(ana, room).reminded_at
    note_reminded(room=room.pk, by=ana)

    assert first is not None
    assert seat(ana, room).reminded_at == first
