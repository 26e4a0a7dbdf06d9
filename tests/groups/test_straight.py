"""What every message passes says the same to the database, whichever way it goes there: by Django's
cursor, or straight (on PostgreSQL)."""

import threading
import uuid
from datetime import timedelta

import psycopg
import pytest
from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from groups import events, ledger
from groups.append import Append, append
from groups.models import Message, Room, Seat
from groups.prepared import Told, make_known, say
from tests import people


@pytest.fixture
def staffed(room, emil):
    people.on_duty(emil, room)
    return room


def by_the_cursor(question):
    """The answer where somebody wraps every statement, as whoever counts them does."""
    seen = []

    def wrap(execute, *told):
        seen.append(told[0])
        return execute(*told)

    with connection.execute_wrapper(wrap):
        answer = question()
    assert seen
    return answer


def columns(rows):
    """Every column of each row, and of what kind its value is."""
    return [
        {f.attname: (type(v := getattr(row, f.attname)), v) for f in row._meta.concrete_fields}
        for row in rows
    ]


def message(room, person, *, seq, body="Good evening"):
    return ledger.new(
        Message,
        room=room,
        author=people.seat(person, room),
        cid=uuid.uuid4(),
        body=body,
        first_mac="0" * 64,
        seq=seq,
        written_at=timezone.now(),
    )


def test_rows_are_the_same_either_way(ana, ben, staffed):
    until = timezone.now() + timedelta(minutes=10)
    Seat.objects.filter(person=ana).update(paused_until=until, moderates=True)
    Room.objects.filter(pk=staffed.pk).update(locked_at=timezone.now(), pace=30)

    def read():
        with transaction.atomic():
            names = [(person.pk, uuid.uuid4()) for person in (ana, ben)]
            return ledger.read_locked({staffed.pk}, names)

    straight, wrapped = read(), by_the_cursor(read)

    assert columns(straight.rooms) == columns(wrapped.rooms)
    assert columns(straight.seats) == columns(wrapped.seats)
    assert straight.leases == wrapped.leases
    assert [seat.paused_until for seat in straight.seats if seat.person_id == ana.pk] == [until]


def test_events_are_the_same_either_way(ana, staffed):
    words = "It's 100 % fine; %s \\ 'quoted' \U0001f30a"
    append([Append(room=staffed.pk, person=ana.pk, cid=uuid.uuid4(), body=words)])

    def read():
        return events.events_after_each([(staffed.pk, 0), ("nowhere", 0)])

    straight = read()

    assert straight == by_the_cursor(read)
    assert [[event.body for event in room] for room in straight] == [[words], []]


def test_as_much_as_goes_into_one_commit_goes_at_once(ana, staffed):
    """More than a line takes in one piece."""
    long = ["".join(chr(0x4E00 + (n + k) % 20_000) for k in range(4_000)) for n in range(64)]

    ledger.write([message(staffed, ana, seq=n, body=b) for n, b in enumerate(long, 1)], [], [])

    kept = Message.objects.filter(room=staffed, seq__isnull=False).order_by("seq")
    assert [one.body for one in kept] == long


def test_what_a_transaction_takes_back_is_gone(ana, staffed):
    before = Room.objects.get(pk=staffed.pk).last_seq

    with transaction.atomic():
        staffed.last_seq = before + 1
        ledger.write([message(staffed, ana, seq=before + 1)], [], [staffed])
        transaction.set_rollback(True)

    assert Room.objects.get(pk=staffed.pk).last_seq == before
    assert not Message.objects.filter(room=staffed, seq=before + 1).exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_said_first_in_a_transaction_is_a_part_of_it(room, ana):
    """With real commits: nothing was asked before that could have begun one."""
    connection.close()

    with transaction.atomic():
        room.last_seq = 7
        ledger.write([], [], [room])
        transaction.set_rollback(True)

    assert Room.objects.get(pk=room.pk).last_seq == 0


def test_what_the_database_refuses_has_its_own_name(ana, staffed):
    twice = [message(staffed, ana, seq=1), message(staffed, ana, seq=1)]

    with pytest.raises(IntegrityError), transaction.atomic():
        ledger.write(twice, [], [])

    assert connection.is_usable()
    assert not Message.objects.filter(room=staffed, seq=1).exists()


@pytest.fixture
def cut(transactional_db):
    """Ends this connection from the other side, as a restart of the database does."""
    if connection.vendor != "postgresql":
        pytest.skip("there is a line to lose on PostgreSQL alone")
    connection.ensure_connection()
    told, here = connection.connection.info.dsn, connection.connection.info.backend_pid

    def end():
        with psycopg.connect(told) as other:
            other.execute("SELECT pg_terminate_backend(%s)", [here])

    yield end

    connection.close()


def test_a_line_that_was_lost_is_said_to_be_and_a_new_one_works(cut, room):
    cut()

    with pytest.raises(OperationalError):
        events.events_after_each([(room.pk, 0)])

    assert not connection.is_usable()
    connection.close()  # as whoever asks again does
    assert events.events_after_each([(room.pk, 0)]) == [[]]


def test_a_line_that_is_lost_while_it_is_waited_for_keeps_nobody_waiting(cut):
    slow = Told("slow", "SELECT pg_sleep(%s)")
    make_known([slow])
    later = threading.Timer(0.2, cut)
    later.start()

    with pytest.raises(OperationalError):
        say([slow.given(600)], lambda *_: None)

    later.join()
    assert not connection.is_usable()
