"""Sitting down in a room, and standing up again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community.refusal import Refused
from groups.actions.belonging import come_in, enter_room, join_group, leave_room
from groups.enums import RoomKind
from groups.models import Membership, RoomEvent, Seat
from tests.people import group, seat
from tests.people import room as make_room


def refused(code):
    return pytest.raises(Refused, match=f"^{code}$")


def test_a_member_sits_down_and_nothing_is_unread(cleo, evenings, room):
    join_group(group=evenings, by=cleo)
    room.last_seq = 7
    room.save()

    taken = enter_room(room=room, by=cleo)

    assert (taken.state, taken.moderates, taken.read_seq) == ("active", False, 7)
    assert not RoomEvent.objects.filter(room=room).exists()


def test_sitting_down_twice_is_one_seat(ana, room):
    first = seat(ana, room)

    assert enter_room(room=room, by=ana) == first


def test_for_who_is_not_in_the_group_there_is_no_room(cleo, room):
    with refused("not_member") as caught:
        enter_room(room=room, by=cleo)

    assert caught.value.refusal.hides
    assert not Seat.objects.filter(person=cleo).exists()


def test_a_request_is_no_key_to_the_room(cleo, evenings, room):
    Membership.objects.create(group=evenings, person=cleo, state="asked")

    with refused("not_member"):
        enter_room(room=room, by=cleo)


def test_a_closed_room_takes_nobody_new(cleo, evenings, room):
    join_group(group=evenings, by=cleo)
    room.state = "closed"
    room.save()

    with refused("closed"):
        enter_room(room=room, by=cleo)


def test_leaving_says_gone_without_a_reason(ana, room):
    leave_room(room=room, by=ana)

    event = RoomEvent.objects.get(room=room)
    assert seat(ana, room).state == "left"
    assert (event.kind, event.actor, event.data) == ("gone", seat(ana, room), {})


def test_coming_back_keeps_the_wire_id_and_the_pause(ana, room):
    before = seat(ana, room)
    pause = timezone.now() + timedelta(days=1)
    Seat.objects.filter(pk=before.pk).update(paused_until=pause)
    leave_room(room=room, by=ana)

    after = enter_room(room=room, by=ana)

    assert (after.pk, after.wire_id, after.state) == (before.pk, before.wire_id, "active")
    assert after.paused_until == pause


def test_a_moderator_sits_down_as_one(emil, room):
    leave_room(room=room, by=emil)

    assert enter_room(room=room, by=emil).moderates


def test_coming_in_joins_and_sits_down_in_one_step(cleo, evenings, room):
    taken = come_in(group=evenings, by=cleo)

    assert (taken.room, taken.state) == (room, "active")
    assert Membership.objects.get(group=evenings, person=cleo).state == "active"


def test_coming_in_passes_the_room_one_was_removed_from(cleo, evenings, room, wall):
    come_in(group=evenings, by=cleo)
    Seat.objects.filter(person=cleo).update(state="removed", ended_at=timezone.now())

    assert come_in(group=evenings, by=cleo).room == wall


def test_coming_into_a_group_without_rooms_only_joins(cleo, db):
    empty = group("empty", title="Empty")

    assert come_in(group=empty, by=cleo) is None
    assert Membership.objects.get(group=empty, person=cleo).state == "active"


def test_coming_into_a_private_group_only_asks(cleo, evenings):
    evenings.is_private = True
    evenings.save()
    make_room(evenings, title="Another", kind=RoomKind.LIVE)

    assert come_in(group=evenings, by=cleo) is None
    assert Membership.objects.get(group=evenings, person=cleo).state == "asked"
    assert not Seat.objects.filter(person=cleo).exists()
