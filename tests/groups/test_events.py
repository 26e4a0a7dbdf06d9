"""The one read: in order, from a number on, and never a word that was taken away."""

import uuid

import pytest
from django.utils import timezone

from groups.append import Append, add_event, append, lock_room
from groups.enums import EventKind, MessageState
from groups.events import events_after, heads, seen_by, spoken_before
from groups.models import Message
from tests.people import seat


def say(person, room, body, **more):
    verdict = append([Append(room=room.pk, person=person.pk, cid=uuid.uuid4(), body=body, **more)])
    return verdict[0].seq


def event(room, kind, **more):
    return add_event(lock_room(room.pk), kind=kind, **more).seq


def change(seq, state):
    message = Message.objects.get(seq=seq)
    message.state, message.state_at = state, timezone.now()
    message.state_by, message.state_why = 0, "because"
    if state in (MessageState.DELETED, MessageState.EXPIRED):
        message.body = message.note = ""
    message.save()


def test_an_event_is_told_whole(ana, wall):
    first = say(ana, wall, "First")
    seq = say(ana, wall, "A long day", note="about work", reply_to=first)

    told = events_after(wall.pk, first)[0]

    message, author = Message.objects.get(seq=seq), seat(ana, wall)
    assert (told.room, told.seq, told.kind, told.ref) == (wall.pk, seq, "msg", None)
    assert (told.wire_id, told.name, told.moderates) == (author.wire_id, "ana-lark", False)
    assert (told.cid, told.state, told.at) == (str(message.cid), "shown", message.written_at)
    assert (told.body, told.note, told.reply_to) == ("A long day", "about work", first)
    assert (told.person, told.message, told.edited, told.data) == (ana.pk, message.pk, False, None)


def test_events_come_in_order_from_a_number_on(ana, wall):
    for n in range(5):
        say(ana, wall, f"Number {n}")

    assert [e.seq for e in events_after(wall.pk, 2)] == [3, 4, 5]
    assert [e.seq for e in events_after(wall.pk, 0, limit=2)] == [1, 2]
    assert events_after(wall.pk, 5) == []


def test_a_room_tells_nothing_of_another(ana, wall, room):
    say(ana, wall, "Here")

    assert events_after(room.pk, 0) == []


@pytest.mark.parametrize("state", [s for s in MessageState if s not in ("shown", "held")])
def test_what_is_not_shown_has_no_words_in_any_answer(ana, wall, state):
    seq = say(ana, wall, "Taken away", note="a note", reply_to=None)
    event(wall, EventKind.EDIT, actor=seat(ana, wall), subject_seq=seq)
    change(seq, state)

    told = [*events_after(wall.pk, 0), *spoken_before(wall.pk, 99)]

    assert {(e.body, e.note, e.reply_to) for e in told} == {("", "", None)}
    assert "Taken away" not in str(told)
    assert told[0].state == state


def test_what_is_shown_again_has_its_words_again(ana, wall):
    seq = say(ana, wall, "Back again")
    event(wall, EventKind.RESTORE, subject_seq=seq)

    assert [(e.kind, e.ref, e.body, e.name) for e in events_after(wall.pk, seq)] == [
        ("restore", seq, "Back again", "ana-lark")
    ]


def test_a_replay_of_an_edit_tells_the_words_of_now(ana, wall):
    seq = say(ana, wall, "Old words")
    Message.objects.filter(seq=seq).update(body="New words", edited_at=timezone.now())
    event(wall, EventKind.EDIT, actor=seat(ana, wall), subject_seq=seq)

    assert [(e.kind, e.body, e.edited) for e in events_after(wall.pk, 0)] == [
        ("msg", "New words", True),
        ("edit", "New words", True),
    ]


def test_gone_names_a_seat_and_nobody(ana, wall):
    event(wall, EventKind.GONE, actor=seat(ana, wall))

    told = events_after(wall.pk, 0)[0]
    assert (told.kind, told.wire_id, told.name) == ("gone", seat(ana, wall).wire_id, "")


def test_words_of_who_left_for_good_name_nobody(ana, wall):
    say(ana, wall, "I was here")
    change(1, MessageState.EXPIRED)
    Message.objects.update(author=None)

    told = events_after(wall.pk, 0)[0]
    assert (told.name, told.body) == ("", "")


def test_moderators_are_named_as_such(emil, wall):
    say(emil, wall, "Good evening")

    assert events_after(wall.pk, 0)[0].moderates


def test_blocked_words_are_void_and_numbers_stay(ana, ben, wall):
    for person in (ana, ben, ana):
        say(person, wall, f"From {person}")

    told = seen_by(events_after(wall.pk, 0), blocked=frozenset({ana.pk}))

    assert [(e.seq, e.kind, e.body) for e in told] == [
        (1, "void", ""),
        (2, "msg", "From ben-moss"),
        (3, "void", ""),
    ]
    assert "ana" not in str(told)


def test_a_hide_by_somebody_blocked_still_hides(emil, wall):
    event(wall, EventKind.HIDE, actor=seat(emil, wall), subject_seq=1)

    told = seen_by(events_after(wall.pk, 0), blocked=frozenset({emil.pk}))
    assert [(e.kind, e.ref) for e in told] == [("hide", 1)]


def test_a_notice_carries_its_data(wall):
    event(wall, EventKind.NOTICE, data={"what": "opened"})

    assert events_after(wall.pk, 0)[0].data == {"what": "opened"}


def test_history_pages_backwards_and_reads_forwards(ana, wall):
    for n in range(5):
        say(ana, wall, f"Number {n}")
    event(wall, EventKind.VOID)

    assert [e.seq for e in spoken_before(wall.pk, 5, limit=2)] == [3, 4]
    assert [e.seq for e in spoken_before(wall.pk, 99, limit=2)] == [4, 5]


def test_heads_are_read_in_one_query(ana, wall, room, django_assert_num_queries):
    say(ana, wall, "One")

    with django_assert_num_queries(1):
        assert heads([wall.pk, room.pk, "0000000000"]) == {wall.pk: 1, room.pk: 0}


def test_a_read_is_one_statement(ana, wall, django_assert_num_queries):
    for n in range(3):
        say(ana, wall, f"Number {n}")

    with django_assert_num_queries(1):
        assert len(events_after(wall.pk, 0)) == 3
