"""Rounds under real threads: one round, one speaker, and words on one side of the turn's end."""

import threading
import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from community.refusal import Refused
from groups import order
from groups.actions import rounds, seats
from groups.actions.belonging import remove_from_room
from groups.append import Append, append
from groups.models import Message, RoomEvent, Round, Turn
from tests.people import on_duty, seat
from tests.safety.together import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def led(emil, noor, room):
    """Emil and Noor are both on duty."""
    for one in (emil, noor):
        on_duty(one, room, until=timezone.now() + timedelta(hours=1))
    return room


def wish(somebody, room, body):
    return [Append(room=room.pk, person=somebody.pk, cid=uuid4(), body=body)]


def test_two_moderators_who_open_a_round_at_once_open_one(emil, noor, led):
    answers = together(
        *(lambda by=by: rounds.open_round(room=led.pk, by=by) for by in (emil, noor) * 2)
    )

    codes = sorted(a.refusal.code if isinstance(a, Refused) else "opened" for a in answers)
    assert codes == ["opened", "round_open", "round_open", "round_open"]
    assert Round.objects.count() == 1
    assert RoomEvent.objects.count() == 1


def test_two_moderators_who_press_next_at_once_pass_over_nobody(ana, ben, emil, noor, led):
    rounds.open_round(room=led.pk, by=emil)
    for one in (ana, ben):
        rounds.ask_for_turn(room=led.pk, by=one)

    together(*(lambda by=by: rounds.next_turn(room=led.pk, after="", by=by) for by in (emil, noor)))

    assert list(Turn.objects.values_list("seat__person__handle", "state")) == [
        ("ana-lark", "speaks"),
        ("ben-moss", "waits"),
    ]


def test_a_speaker_removed_in_mid_turn_is_followed_and_says_nothing_after(
    ana, ben, emil, led, monkeypatch
):
    rounds.open_round(room=led.pk, by=emil)
    for one in (ana, ben):
        rounds.ask_for_turn(room=led.pk, by=one)
    rounds.next_turn(room=led.pk, by=emil)
    removing = threading.Event()
    end = seats.end_seat

    def slow_end(*args, **named):
        removing.set()
        time.sleep(0.3)
        return end(*args, **named)

    monkeypatch.setattr(seats, "end_seat", slow_end)

    def speaking(somebody, text):
        def speak():
            removing.wait(5)
            return append(wish(somebody, led, text))[0]

        return speak

    answers = together(
        lambda: remove_from_room(
            room=led, person=ana, by=emil, reason="rules", words="Until then."
        ),
        speaking(ana, "And another thing"),
        speaking(ben, "Then it is me"),
    )

    assert answers[1].refusal.code == "not_member"
    assert answers[2].seq is not None
    assert Message.objects.get().body == "Then it is me"
    led.refresh_from_db()
    assert order.somebody_speaks(led)
    assert Turn.objects.get(state="speaks").seat == seat(ben, led)


def test_words_sent_while_the_turn_ends_are_before_it_or_not_said(ana, ben, emil, led):
    rounds.open_round(room=led.pk, by=emil)
    for one in (ana, ben):
        rounds.ask_for_turn(room=led.pk, by=one)
    rounds.next_turn(room=led.pk, by=emil)
    anas = seat(ana, led).wire_id

    said, _ = together(
        lambda: append(wish(ana, led, "My last sentence"))[0],
        lambda: rounds.next_turn(room=led.pk, after=anas, by=emil),
    )

    ended = RoomEvent.objects.filter(kind="round").latest("seq").seq
    assert (said.seq is not None and said.seq < ended) or said.refusal.code == "listening"
    assert connection.vendor in ("sqlite", "postgresql")
