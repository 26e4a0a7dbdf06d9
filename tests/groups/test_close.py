"""Closing and opening groups and rooms."""

from uuid import uuid4

import pytest

from community import live
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Duty
from groups import rules
from groups.actions.belonging import join_group
from groups.actions.running import (
    close_group,
    close_room,
    open_room,
    reopen_group,
    reopen_room,
)
from groups.append import Append, append
from groups.enums import RoomKind
from groups.models import Room
from tests.people import browser_of, group, on_duty, seat
from tests.words import told


def write(room, person):
    return append([Append(room=room.pk, person=person.pk, cid=uuid4(), body="hello")])[0]


def acts():
    return [entry.act for entry in Entry.objects.order_by("pk")]


def test_a_new_room_seats_the_moderators_alone(ana, emil, evenings, hana):
    made = open_room(group=evenings, title="Tea", kind=RoomKind.LIVE, by=hana)

    assert (made.title, made.kind, made.state) == ("Tea", "live", "open")
    assert seat(emil, made).moderates
    assert not made.seats.filter(person=ana).exists()
    assert acts() == ["open_room"]


def test_a_closed_group_gets_no_new_room(evenings, hana):
    close_group(group=evenings, by=hana)

    with pytest.raises(Refused, match="group_closed"):
        open_room(group=evenings, title="Tea", kind=RoomKind.LIVE, by=hana)


def test_in_a_closed_room_words_are_read_and_none_are_written(ana, emil, room, hana):
    on_duty(emil, room)
    write(room, ana)

    close_room(room=room, by=hana)

    assert write(room, ana).refusal == rules.CLOSED
    assert rules.may_read(seat(ana, room)) is None
    assert room.messages.get().body == "hello"
    page = browser_of(ana).get(f"/rooms/{room.pk}/").content.decode()
    assert "This room is closed. You can still read what was said." in page
    said = page.split("Nobody can write here any more</h2>")[1].split("</section>")[0]
    wall = room.group.rooms.get(kind=RoomKind.SLOW)
    for way in (wall.get_absolute_url(), f"/rooms/{room.pk}/mine/", "/help-now/"):
        assert f'href="{way}"' in said


def test_closing_a_room_tells_its_screens_and_ends_its_leases(ana, ben, emil, room, hana, commits):
    hints = []
    live.listen(hints.append)
    on_duty(emil, room)

    with commits():
        close_room(room=room, by=hana)

    kicked = next(hint for hint in hints if hint.kind == "kick")
    assert kicked.room == room.pk
    assert {ana.pk, ben.pk, emil.pk} <= set(kicked.people)
    assert not Duty.objects.filter(ended_at=None).exists()


def test_closing_twice_is_once(room, hana):
    close_room(room=room, by=hana)
    close_room(room=room, by=hana)

    assert acts() == ["close_room"]


def test_an_opened_room_takes_words_again(ana, emil, room, hana):
    close_room(room=room, by=hana)

    reopen_room(room=room, by=hana)

    on_duty(emil, room)
    assert write(room, ana).seq == 3
    assert [kind for _seq, kind, _words in told(room)] == ["lock", "unlock", "msg"]


def test_a_closed_group_closes_its_rooms_and_its_door(ana, cleo, evenings, room, wall, hana):
    close_group(group=evenings, by=hana)

    assert {place.state for place in Room.objects.all()} == {"closed"}
    assert write(wall, ana).refusal == rules.CLOSED
    assert seat(ana, room).state == "active"
    with pytest.raises(Refused, match="group_closed"):
        join_group(group=evenings, by=cleo)
    assert acts() == ["close_group"]


def test_an_opened_group_leaves_its_rooms_to_be_opened_by_hand(evenings, room, hana):
    close_group(group=evenings, by=hana)

    reopened = reopen_group(group=evenings, by=hana)

    room.refresh_from_db()
    assert (reopened.state, reopened.closed_at, room.state) == ("open", None, "closed")


def test_a_room_does_not_open_in_a_closed_group(evenings, room, hana):
    close_group(group=evenings, by=hana)

    with pytest.raises(Refused, match="group_closed"):
        reopen_room(room=room, by=hana)


def test_a_pair_room_is_nobodys_to_close(hana, db):
    pair = Room.objects.create(kind=RoomKind.PAIR, title="Two")

    with pytest.raises(Refused, match="not_member") as caught:
        close_room(room=pair, by=hana)

    assert caught.value.refusal.hides


@pytest.mark.parametrize("act", [close_room, reopen_room])
def test_moderators_open_and_close_no_rooms(emil, room, act):
    with pytest.raises(Refused, match="not_yours"):
        act(room=room, by=emil)


@pytest.mark.parametrize("act", [close_group, reopen_group])
def test_moderators_open_and_close_no_groups(emil, evenings, act):
    with pytest.raises(Refused, match="not_yours"):
        act(group=evenings, by=emil)


def test_what_welcomed_everybody_stops_when_it_closes(hana, db):
    made = group("front", title="Front")
    made.is_welcome = True
    made.save()

    assert not close_group(group=made, by=hana).is_welcome
