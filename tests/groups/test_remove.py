"""Removing a person from a room, with words and a way back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community import live
from community.notifications.models import Notification
from community.record.models import Entry
from community.refusal import Refused
from community.safety.models import Measure
from groups.actions.belonging import enter_room, leave_group, let_back, remove_from_room
from groups.models import RoomEvent, Seat
from tests.people import on_duty, seat

WORDS = "What you wrote hurt somebody. Let us talk about it."


def remove(room, person, by, **more):
    return remove_from_room(
        room=room, person=person, by=by, **{"reason": "unkind", "words": WORDS, **more}
    )


def refused(code):
    return pytest.raises(Refused, match=f"^{code}$")


@pytest.fixture
def emil_is_there(emil, room):
    on_duty(emil, room)
    return emil


def test_the_seat_ends_and_screens_are_told(ben, room, emil_is_there, commits):
    hints = []
    live.listen(hints.append)

    with commits():
        remove(room, ben, emil_is_there)

    event = RoomEvent.objects.get(room=room)
    assert (seat(ben, room).state, event.kind, event.actor) == ("removed", "gone", seat(ben, room))
    assert event.data == {}
    assert (room.pk, (ben.pk,)) in {(h.room, h.people) for h in hints if h.kind == "kick"}


def test_the_person_can_read_why_and_until_when(ben, room, emil_is_there):
    until = timezone.now() + timedelta(days=7)

    measure = remove(room, ben, emil_is_there, until=until)

    notice = Notification.objects.get(person=ben)
    assert (measure.words, measure.until, measure.decided_by) == (WORDS, until, emil_is_there)
    assert (measure.kind, measure.subject, measure.area) == ("removal", room.place, room.area)
    assert notice.path == f"/me/record/{measure.pk}/"


def test_the_record_names_who_and_whom_and_no_words(ben, room, emil_is_there):
    remove(room, ben, emil_is_there)

    entry = Entry.objects.get(act="remove_from_room")
    assert (entry.act, entry.by, entry.about) == ("remove_from_room", emil_is_there.pk, ben.pk)
    assert (entry.subject, entry.area, entry.reason) == (room.place, room.area, "unkind")
    assert "hurt" not in str(entry.data)


def test_the_other_room_of_the_group_stays_open(ben, room, wall, emil_is_there):
    remove(room, ben, emil_is_there)

    assert seat(ben, wall).state == "active"


def test_a_removed_person_cannot_sit_down_again(ben, room, emil_is_there):
    remove(room, ben, emil_is_there)

    with refused("not_member") as caught:
        enter_room(room=room, by=ben)

    assert caught.value.refusal.hides
    assert seat(ben, room).state == "removed"


def test_after_the_end_the_lobby_is_open_again(ben, room, emil_is_there):
    remove(room, ben, emil_is_there, until=timezone.now() + timedelta(hours=1))
    Seat.objects.filter(person=ben).update(removed_until=timezone.now() - timedelta(seconds=1))

    back = enter_room(room=room, by=ben)

    assert (back.state, back.removed_until) == ("active", None)


def test_leaving_the_group_does_not_wash_a_removal_off(ben, evenings, room, emil_is_there):
    remove(room, ben, emil_is_there)

    leave_group(group=evenings, by=ben)

    assert seat(ben, room).state == "removed"


def test_off_duty_nobody_is_removed(ben, room, emil):
    with refused("off_duty"):
        remove(room, ben, emil)

    assert seat(ben, room).state == "active"
    assert not Measure.objects.exists()


def test_a_coordinator_removes_without_duty(ben, room, hana):
    remove(room, ben, hana)

    assert seat(ben, room).state == "removed"


def test_a_member_removes_nobody(ben, room, ana):
    with refused("not_yours"):
        remove(room, ben, ana)


def test_who_looks_after_the_room_is_not_removed(noor, room, hana):
    with refused("a_moderator"):
        remove(room, noor, hana)


def test_nobody_removes_themself(emil_is_there, room):
    with refused("not_oneself"):
        remove(room, emil_is_there, emil_is_there)


def test_nobody_is_removed_twice(ben, room, emil_is_there):
    remove(room, ben, emil_is_there)

    with refused("not_there"):
        remove(room, ben, emil_is_there)

    assert Measure.objects.count() == 1


def test_without_words_nobody_is_removed(ben, room, emil_is_there):
    with refused("empty"):
        remove(room, ben, emil_is_there, words=" ")


def test_an_end_in_the_past_is_no_end(ben, room, emil_is_there):
    with refused("no_way_back"):
        remove(room, ben, emil_is_there, until=timezone.now() - timedelta(minutes=1))


def test_letting_back_gives_the_seat_and_ends_the_measure(ben, room, emil_is_there, noor):
    measure = remove(room, ben, emil_is_there)

    let_back(room=room, person=ben, by=noor)

    measure.refresh_from_db()
    assert seat(ben, room).state == "active"
    assert measure.ended_at is not None
    assert Entry.objects.order_by("pk").last().act == "let_back"
    assert Notification.objects.filter(person=ben).first().kind == "let_back"


def test_who_left_the_group_meanwhile_gets_no_seat(ben, evenings, room, emil_is_there):
    remove(room, ben, emil_is_there)
    leave_group(group=evenings, by=ben)

    let_back(room=room, person=ben, by=emil_is_there)

    assert seat(ben, room).state == "left"


def test_a_member_lets_nobody_back(ben, ana, room, emil_is_there):
    remove(room, ben, emil_is_there)

    with refused("not_yours"):
        let_back(room=room, person=ben, by=ana)

    assert seat(ben, room).state == "removed"


def test_who_was_not_removed_is_not_let_back(ben, room, emil):
    with refused("not_removed"):
        let_back(room=room, person=ben, by=emil)
