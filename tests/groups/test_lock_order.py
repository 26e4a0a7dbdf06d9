"""Two acts that meet: each does its own, and neither waits for the other for ever.

On SQLite there is one writer at a time, so these prove themselves on PostgreSQL alone.
"""

import threading
import time
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection, transaction

from community.again import DEADLOCK, again_after_deadlock
from community.safety.actions import deciding, desk
from community.safety.choices import Decision
from community.safety.enums import Level, Why
from community.safety.models import Item
from groups.actions import belonging, messages, running, seats
from groups.models import Message
from groups.near import Signal
from tests.people import on_duty, seat
from tests.safety.together import together
from tests.words import say

pytestmark = pytest.mark.django_db(transaction=True)
FOUND = Signal(Level.SOON, ("plan",))


@pytest.fixture
def postgresql():
    if connection.vendor != "postgresql":
        pytest.skip("rows are locked one by one on PostgreSQL alone")


def let_the_other_run_into_a_lock():
    """Holds what this thread has locked until another waits for a lock; not for long, since in the
    right order none ever does here."""
    until = time.monotonic() + 0.3
    with connection.cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.01)


def test_closing_a_group_meets_somebody_leaving(
    postgresql, ben, hana, evenings, room, wall, monkeypatch
):
    first, second = sorted([room, wall], key=lambda r: r.pk)
    half_closed, half_left = threading.Event(), threading.Event()
    close, end = running._close, seats.end_seat

    def slow_close(one, *, by):
        close(one, by=by)
        if one.pk == first.pk:
            half_closed.set()
            half_left.wait(1)

    def slow_end(*args, **named):
        half_left.set()
        let_the_other_run_into_a_lock()
        return end(*args, **named)

    monkeypatch.setattr(running, "_close", slow_close)
    monkeypatch.setattr(seats, "end_seat", slow_end)

    def leaving():
        half_closed.wait(5)
        belonging.leave_room(room=second, by=ben)

    answers = together(lambda: running.close_group(group=evenings, by=hana), leaving)

    assert not [a for a in answers if isinstance(a, Exception)]
    assert {one.state for one in evenings.rooms.all()} == {"closed"}
    assert seat(ben, second).ended_at is not None


def test_covering_words_meets_their_author_editing(postgresql, ana, emil, room, monkeypatch):
    on_duty(emil, room)
    say(ana, room, "x", signal=FOUND)
    item = desk.take(item=Item.objects.get().pk, by=emil)
    editing, hiding = threading.Event(), threading.Event()
    put, do = messages.put_signal_on_desk, deciding._do

    def slow_put(*args, **named):
        editing.set()
        hiding.wait(1)
        let_the_other_run_into_a_lock()
        return put(*args, **named)

    def slow_do(*args, **named):
        hiding.set()
        editing.wait(1)
        return do(*args, **named)

    monkeypatch.setattr(messages, "put_signal_on_desk", slow_put)
    monkeypatch.setattr(deciding, "_do", slow_do)
    hide = Decision(choice="hide", why=Why.METHOD, words="It names a way.")

    answers = together(
        lambda: deciding.decide(item=item.pk, by=emil, decision=hide),
        lambda: messages.edit_message(room=room.pk, seq=1, body="y", signal=FOUND, by=ana),
    )

    errors = [a for a in answers if isinstance(a, Exception)]
    assert not [e for e in errors if isinstance(e, OperationalError)]
    assert Message.objects.get().state == "hidden"


def deadlocked(times, *, code=DEADLOCK):
    """An act that the database refuses so many times, and how often it ran."""
    runs = SimpleNamespace(count=0)

    @again_after_deadlock
    @transaction.atomic
    def act():
        runs.count += 1
        if runs.count <= times:
            cause = Exception()
            cause.sqlstate = code
            raise OperationalError from cause
        return "done"

    return act, runs


def test_an_act_runs_once_more_after_a_deadlock():
    act, runs = deadlocked(1)

    assert (act(), runs.count) == ("done", 2)


@pytest.mark.parametrize(("times", "code", "runs_then"), [(2, DEADLOCK, 2), (1, "55P03", 1)])
def test_an_act_is_not_repeated_for_ever(times, code, runs_then):
    act, runs = deadlocked(times, code=code)

    with pytest.raises(OperationalError):
        act()

    assert runs.count == runs_then


def test_nothing_is_repeated_inside_anothers_transaction():
    act, runs = deadlocked(1)

    with pytest.raises(OperationalError), transaction.atomic():
        act()

    assert runs.count == 1
