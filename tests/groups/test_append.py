"""The one write path: numbered without a hole, once, and only by who may."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F
from django.utils import timezone

from community import live
from community.accounts.enums import Standing
from community.safety.enums import Level
from community.safety.models import Item
from groups.append import Append, append
from groups.enums import HeldFor, MessageState, RoomKind, RoomState, SeatState
from groups.models import Message, Room, RoomEvent, Seat
from groups.near import Near, Signal
from tests import people
from tests.people import on_duty
from tests.words import history, say


def wish(person, room, body="Good evening", **more):
    return Append(
        room=room.pk, person=person.pk, cid=more.pop("cid", None) or uuid.uuid4(), body=body, **more
    )


def said(person, room, **more):
    return append([wish(person, room, **more)])[0]


def code(verdict):
    return verdict.refusal.code if verdict.refusal else None


@pytest.fixture
def staffed(room, emil):
    on_duty(emil, room)
    return room


def test_words_get_the_next_number_an_event_and_a_message(ana, staffed):
    verdicts = [said(ana, staffed, body=f"Number {n}") for n in range(3)]

    assert [(v.seq, v.dup, v.held) for v in verdicts] == [(n, False, False) for n in (1, 2, 3)]
    assert list(RoomEvent.objects.values_list("seq", "kind")) == [(n, "msg") for n in (1, 2, 3)]
    assert Message.objects.get(seq=2).body == "Number 1"
    staffed.refresh_from_db()
    assert staffed.last_seq == 3


def test_a_list_shares_a_commit_and_keeps_its_order(ana, ben, staffed, wall):
    verdicts = append([wish(ana, staffed), wish(ben, wall), wish(ben, staffed), wish(ana, wall)])

    assert [(v.room, v.seq) for v in verdicts] == [
        (staffed.pk, 1),
        (wall.pk, 1),
        (staffed.pk, 2),
        (wall.pk, 2),
    ]


def test_a_refusal_in_a_list_punishes_nobody_else(ana, cleo, staffed):
    verdicts = append([wish(ana, staffed), wish(cleo, staffed), wish(ana, staffed)])

    assert [(v.seq, code(v)) for v in verdicts] == [(1, None), (None, "not_member"), (2, None)]


def test_the_same_cid_again_gets_the_same_number(ana, staffed):
    first = wish(ana, staffed)
    before = append([first])[0]
    again = append([first])[0]

    assert (again.seq, again.dup, again.at) == (before.seq, True, before.at)
    assert Message.objects.count() == RoomEvent.objects.count() == 1


def test_the_same_cid_twice_in_one_list_is_said_once(ana, staffed):
    first = wish(ana, staffed)
    verdicts = append([first, first])

    assert [(v.seq, v.dup) for v in verdicts] == [(1, False), (1, True)]


def test_other_words_under_a_cid_are_a_conflict_and_change_nothing(ana, staffed):
    cid = uuid.uuid4()
    said(ana, staffed, body="What I meant", cid=cid)

    assert code(said(ana, staffed, body="Something else", cid=cid)) == "cid_conflict"
    assert Message.objects.get().body == "What I meant"


def test_two_people_may_use_the_same_cid(ana, ben, staffed):
    cid = uuid.uuid4()

    assert [said(ana, staffed, cid=cid).seq, said(ben, staffed, cid=cid).seq] == [1, 2]


def test_a_repeat_of_hidden_words_keeps_its_number(ana, emil, staffed):
    first = wish(ana, staffed)
    append([first])
    Message.objects.update(
        state=MessageState.HIDDEN, state_at=timezone.now(), state_by=emil.pk, state_why="unkind"
    )

    assert (append([first])[0].seq, append([first])[0].dup) == (1, True)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, None),
        ({"state": SeatState.REMOVED}, "not_member"),
        ({"state": SeatState.LEFT}, "not_member"),
        ({"paused_until": timedelta(minutes=5)}, "paused"),
        ({"paused_until": timedelta(minutes=-5)}, None),
    ],
)
def test_the_seat_decides_who_may_write(ana, staffed, change, expected):
    now = timezone.now()
    values = {k: now + v if isinstance(v, timedelta) else v for k, v in change.items()}
    if "state" in values:
        values["ended_at"] = now
    Seat.objects.filter(person=ana, room=staffed).update(**values)

    assert code(said(ana, staffed)) == expected
    assert Message.objects.exists() == (expected is None)


@pytest.mark.parametrize("standing", [s for s in Standing if s != Standing.ACTIVE])
def test_only_an_active_account_writes(ana, staffed, standing):
    ana.standing = standing
    ana.save()

    assert code(said(ana, staffed)) == "not_member"


@pytest.mark.parametrize("shut", ["paused", "closed"])
def test_a_cry_for_help_reaches_the_team_where_one_may_not_write_now(ana, staffed, shut):
    if shut == "paused":
        Seat.objects.filter(person=ana).update(paused_until=timezone.now() + timedelta(minutes=9))
    else:
        Room.objects.filter(pk=staffed.pk).update(state=RoomState.CLOSED)

    cry = said(ana, staffed, signal=Signal(Level.NOW, ("crisis",)))
    sad = said(ana, staffed, signal=Signal(Level.TODAY, ("topic",)))

    words = Message.objects.get()
    assert (code(cry), cry.held, cry.near) == (None, True, Near.OPEN)
    assert (words.cid, words.state, words.held_for) == (cry.cid, "held", "team")
    assert Item.objects.filter(level=Level.NOW, about=ana.pk, kind="signal").exists()
    assert (code(sad), sad.held, sad.near) == (shut, False, Near.LINE)


def test_a_closed_room_is_only_read(ana, staffed):
    staffed.state = RoomState.CLOSED
    staffed.save()

    assert code(said(ana, staffed)) == "closed"


def test_a_room_that_never_was_is_a_room_of_others(ana, cleo, staffed):
    nowhere = Append(room="0000000000", person=ana.pk, cid=uuid.uuid4(), body="Hello")

    assert append([nowhere])[0].refusal == said(cleo, staffed).refusal


def test_a_live_room_without_duty_keeps_words_and_numbers_nothing(ana, room):
    verdict = said(ana, room)

    message = Message.objects.get()
    assert (verdict.held, verdict.seq, verdict.refusal) == (True, None, None)
    assert (message.state, message.seq, message.body) == ("held", None, "Good evening")
    assert not RoomEvent.objects.exists()


def test_a_lapsed_lease_puts_the_room_into_waiting(ana, emil, room):
    on_duty(emil, room, until=timezone.now() - timedelta(seconds=1))

    assert said(ana, room).held


def test_duty_in_another_room_does_not_count(ana, emil, evenings, room):
    on_duty(emil, people.room(evenings, title="Mornings"))

    assert said(ana, room).held


def test_a_slow_room_needs_no_duty(ana, wall):
    assert (said(ana, wall).held, said(ana, wall).seq) == (False, 2)


def test_a_pair_room_needs_no_duty(ana, ben, hana, db):
    from groups.models import Room

    pair = Room.objects.create(kind=RoomKind.PAIR, title="Two", answers_for=hana)
    people.sit(ana, pair)

    assert not said(ana, pair).held


@pytest.mark.parametrize("held_for", [HeldFor.TEAM, HeldFor.ME])
def test_the_author_may_choose_to_wait_in_a_staffed_room(ana, staffed, held_for):
    verdict = said(ana, staffed, held_for=held_for)

    assert verdict.held
    assert Message.objects.get().held_for == held_for


@pytest.mark.parametrize(
    ("held_for", "items"), [(HeldFor.GROUP, 1), (HeldFor.TEAM, 1), (HeldFor.ME, 0)]
)
def test_waiting_words_are_on_the_desk_unless_they_are_for_oneself(ana, room, held_for, items):
    said(ana, room, held_for=held_for)

    assert Item.objects.filter(kind="held", about=ana).count() == items


def test_a_signal_opens_an_item_in_the_same_commit(ana, staffed):
    verdict = said(ana, staffed, signal=Signal(Level.NOW, ("means",)))

    item = Item.objects.get()
    assert (item.kind, item.level, item.signals, item.about) == ("signal", "now", ["means"], ana)
    assert verdict.near == Near.OPEN


def test_a_signal_of_today_shows_the_author_no_alarm(ana, staffed):
    assert said(ana, staffed, signal=Signal(Level.TODAY, ("topic",))).near == Near.LINE


def test_an_answer_to_what_was_never_said_answers_nothing(ana, staffed):
    said(ana, staffed)
    said(ana, staffed, reply_to=1)
    said(ana, staffed, reply_to=99)

    assert list(Message.objects.order_by("seq").values_list("reply_to", flat=True)) == [
        None,
        1,
        None,
    ]


def test_screens_are_told_after_the_commit_with_the_head(ana, staffed, commits):
    heard = []
    live.listen(heard.append)
    with commits():
        append([wish(ana, staffed), wish(ana, staffed)])
        assert heard == []

    assert [(h.kind, h.room, h.head) for h in heard] == [("nudge", staffed.pk, 2)]


def test_held_words_tell_no_screen_in_the_room(ana, room, commits):
    heard = []
    live.listen(heard.append)
    with commits():
        said(ana, room)

    assert [h for h in heard if h.kind == "nudge"] == []


def test_the_cost_does_not_grow_with_the_list(
    ana, ben, emil, staffed, django_assert_max_num_queries
):
    append([wish(person, staffed) for person in (ana, ben, emil)])  # nobody is new any more
    with django_assert_max_num_queries(10):
        append([wish(person, staffed) for person in (ana, ben, emil) for _ in range(10)])
    staffed.refresh_from_db()
    assert staffed.last_seq == 33


def test_a_failure_stores_nothing_of_the_whole_list(ana, staffed, monkeypatch):
    from groups import append as module

    def breaks(*_):
        raise RuntimeError

    monkeypatch.setattr(module, "_put_on_desk", breaks)
    with pytest.raises(RuntimeError):
        append([wish(ana, staffed)])

    assert not Message.objects.exists()
    staffed.refresh_from_db()
    assert staffed.last_seq == 0


@pytest.mark.django_db(transaction=True)
def test_many_writers_leave_no_hole_and_no_double(ana, ben, emil, staffed):
    import threading

    people_here, failed = [ana, ben, emil], []

    def talk(somebody):
        try:
            for _ in range(10):
                said(somebody, staffed)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=talk, args=[p]) for p in people_here]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    assert list(RoomEvent.objects.order_by("seq").values_list("seq", flat=True)) == list(
        range(1, 31)
    )
    assert not RoomEvent.objects.filter(room__last_seq__lt=F("seq")).exists()


def test_words_that_were_promised_to_wait_wait_for_the_team(ana, emil, room, wall):
    on_duty(emil, room)

    promised = say(ana, room, "For the morning.", must_wait=True)
    on_the_wall = say(ana, wall, "Written at night.", must_wait=True)

    assert [(told.held, told.seq) for told in (promised, on_the_wall)] == [(True, None)] * 2
    assert history(room) == history(wall) == []
    assert [(i.kind, i.area) for i in Item.objects.all()] == [("held", room.area)] * 2
