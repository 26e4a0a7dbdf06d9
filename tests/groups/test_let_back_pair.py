"""A removal from a pair's room can be taken back like any other."""

from django.utils import timezone

from community.notifications.models import Notification
from groups.actions.belonging import let_back
from groups.actions.pairs import open_pair_room
from groups.actions.seats import end_seat
from groups.enums import SeatState
from tests.people import seat


def test_who_is_let_back_sits_in_the_pairs_room(ana, dora, hana):
    room = open_pair_room(people=[ana, dora], answers_for=hana, by=hana)
    end_seat(room, seat(dora, room), state=SeatState.REMOVED, now=timezone.now())

    let_back(room=room, person=dora, by=hana)

    told = Notification.objects.get(person=dora, kind="let_back")
    assert (seat(dora, room).state, told.path) == (SeatState.ACTIVE, room.get_absolute_url())
