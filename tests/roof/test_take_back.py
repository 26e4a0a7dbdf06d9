"""What somebody wrote between two days is taken back in one act: in rooms, in pairs, where it was
answered, and where it waits."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.safety.enums import Why
from community.safety.models import Item
from groups.actions.messages import hide_message
from groups.actions.taking_back import take_back_between
from groups.enums import MessageState
from groups.models import Draft, Message, RoomEvent
from tests.mentoring.conftest import mentor, pair  # noqa: F401
from tests.people import browser_of, on_duty
from tests.words import history, say, wait

PAGE = "/me/take-back/"


def days(**span):
    today = timezone.localdate()
    return {name: today - timedelta(days=back) for name, back in span.items()}


def ago(number):
    return timezone.now() - timedelta(days=number)


def take_back(somebody, **span):
    return browser_of(somebody).post(PAGE, {**days(**span), "sure": "yes"})


def test_words_of_these_days_are_gone_everywhere_and_nobody_elses(
    ana, ben, emil, room, wall, pair  # noqa: F811
):  # fmt: skip
    on_duty(emil, room)
    first = say(ana, room, "The kettle is on.")
    say(ben, room, "Lovely.", reply_to=first.seq)
    say(ana, wall, "A heron.")
    say(ana, pair.room, "I slept.")
    Draft.objects.create(
        room=room, person=ana, cid="0" * 8 + "-0000-4000-8000-" + "0" * 12, body="x"
    )

    answer = take_back(ana, first=1, last=0)

    assert answer.status_code == 302
    left = Message.objects.exclude(state=MessageState.DELETED)
    assert [message.body for message in left] == ["Lovely."]
    assert "The kettle is on." not in browser_of(ben).get(f"/rooms/{room.pk}/").text
    assert "Lovely." in history(room)
    assert not Draft.objects.exists()


def test_words_that_wait_are_taken_back_too(ana, room):
    wait(ana, room, "Is anybody there?")

    take_back(ana, first=0, last=0)

    assert not Message.objects.filter(body__contains="anybody").exists()
    assert not Item.objects.exclude(state="closed").exists()


def test_it_is_one_act_of_as_many_questions_for_one_word_as_for_many(ana, ben, emil, room, wall):
    on_duty(emil, room)
    asked = []
    for count in (1, 12):
        said = [say(ana, room, f"Cup {n}.").seq for n in range(count)]
        hide_message(room=room.pk, seq=said[-1], reason=Why.RULES, by=emil)
        before = RoomEvent.objects.count()
        with CaptureQueriesContext(connection) as queries:
            take_back_between(begins=ago(1), ends=ago(-1), by=ana)
        asked.append(len(queries))
        told = list(RoomEvent.objects.filter(room=room).order_by("seq"))[-count:]
        assert [event.subject_seq for event in told] == said
        assert {(event.kind, event.actor.person) for event in told} == {("delete", ana)}
        assert RoomEvent.objects.count() == before + count

    assert asked[0] == asked[1]
    assert {m.body for m in Message.objects.filter(author__person=ana)} == {""}


def test_where_one_word_cannot_go_none_does(ana, emil, room, wall):
    on_duty(emil, room)
    for where in (room, wall):
        say(ana, where, "The kettle is on.")
    numbered = []

    def break_off(execute, sql, params, many, context):
        if sql.startswith('UPDATE "groups_room"'):
            numbered.append(sql)
            if len(numbered) == 2:
                raise OperationalError("the disk is full")
        return execute(sql, params, many, context)

    with pytest.raises(OperationalError), connection.execute_wrapper(break_off):
        take_back_between(begins=ago(1), ends=ago(-1), by=ana)

    assert [history(where) for where in (room, wall)] == [["The kettle is on."]] * 2


def test_other_days_stay(ana, emil, room):
    on_duty(emil, room)
    say(ana, room, "The kettle is on.")
    Message.objects.update(written_at=timezone.now() - timedelta(days=5))

    take_back(ana, first=4, last=0)
    kept = history(room)
    take_back(ana, first=5, last=5)

    assert kept == ["The kettle is on."]
    assert "The kettle is on." not in history(room)


def test_it_is_asked_once_and_days_that_are_turned_round_are_said(ana, emil, room):
    on_duty(emil, room)
    say(ana, room, "The kettle is on.")
    browser = browser_of(ana)

    asked = browser.post(PAGE, days(first=1, last=0))
    turned = browser.post(PAGE, days(first=0, last=1))

    assert "This cannot be undone." in asked.text
    assert turned.status_code == 422
    assert history(room) == ["The kettle is on."]
