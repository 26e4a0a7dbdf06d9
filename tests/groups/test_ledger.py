"""Statements written by hand read and write what the ORM would."""

import uuid

import pytest
from django.db import transaction
from django.forms.models import model_to_dict
from django.utils import timezone

from groups import ledger
from groups.append import Append, append
from groups.enums import RoomKind
from groups.models import Message, Room, RoomEvent, Seat
from tests import people


def whole(row):
    """Every column of a row."""
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.fixture
def staffed(room, emil):
    people.on_duty(emil, room)
    return room


def read(rooms, persons, cids=()):
    with transaction.atomic():
        names = [(one.pk, cid) for one in persons for cid in cids or [uuid.uuid4()]]
        return ledger.read_locked({room.pk for room in rooms}, names)


def test_rooms_and_seats_are_read_as_they_are(ana, ben, cleo, staffed, evenings):
    Seat.objects.filter(person=ana).update(paused_until=timezone.now(), moderates=True)
    Room.objects.filter(pk=staffed.pk).update(locked_at=timezone.now(), pace=30)
    rooms = [staffed, evenings.rooms.get(kind=RoomKind.SLOW)]
    found = read(rooms, [ana, ben, cleo])

    theirs = Seat.objects.filter(person__in=[ana, ben], room__in=rooms)
    assert [whole(one) for one in found.rooms] == [
        whole(one) for one in Room.objects.filter(pk__in=[r.pk for r in rooms]).order_by("pk")
    ]
    assert sorted(map(str, map(whole, found.seats))) == sorted(map(str, map(whole, theirs)))
    assert [one.holds_first for one in found.rooms] == [False, False]


def test_who_is_on_duty_is_read_with_the_end_of_the_lease(ana, staffed):
    (lease,) = read([staffed], [ana]).leases

    assert lease[0] == staffed.place
    assert lease[1] > timezone.now()


def test_a_seat_knows_whether_a_name_was_used(ana, staffed):
    cid = uuid.uuid4()
    append([Append(room=staffed.pk, person=ana.pk, cid=cid, body="Good evening")])

    assert [bool(s.repeats) for s in read([staffed], [ana], [cid]).seats] == [True]
    assert [bool(s.repeats) for s in read([staffed], [ana]).seats] == [False]


def test_a_message_is_stored_as_the_orm_stores_it(ana, ben, staffed):
    def made(n, person):
        return Message(
            room=staffed,
            author=people.seat(person, staffed),
            cid=uuid.uuid4(),
            body="It's 100 % fine; %s \\ 'quoted' \U0001f30a",
            first_mac="0" * 64,
            seq=n,
            reply_to=None,
        )

    by_hand, by_orm = [made(1, ana), made(2, ben)], made(3, ana)
    ledger.write(by_hand, [], [])
    by_orm.save()

    kept = [Message.objects.get(pk=one.pk) for one in (*by_hand, by_orm)]
    own = {"id", "seq", "cid", "author_id", "written_at"}
    shared = [{k: v for k, v in whole(one).items() if k not in own} for one in kept]
    assert shared[0] == shared[1] == shared[2]
    assert [one.seq for one in kept] == [1, 2, 3]
    assert model_to_dict(kept[0]) == model_to_dict(by_hand[0])


def test_a_new_row_is_what_the_constructor_makes(ana, staffed):
    seat, now = people.seat(ana, staffed), timezone.now()
    values = {
        Message: {"room": staffed, "author": seat, "cid": uuid.uuid4(), "written_at": now},
        RoomEvent: {"room": staffed, "actor": None, "seq": 1, "kind": "msg", "at": now},
    }
    for model, given in values.items():
        made = ledger.new(model, **given)

        assert whole(made) == whole(model(**given))
        assert (made.room, made._state.adding, made._state.db) == (staffed, True, None)
    assert ledger.new(Message).covered is not ledger.new(Message).covered
