"""When somebody is there: true now, else the hours, and nothing that is not known."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone

from community.house import queries as house
from community.house.models import House
from groups.models import Room
from groups.queries.openings import Opening, opening_of, openings
from tests.people import on_duty

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NIGHT = datetime(2026, 11, 23, 23, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def hours(db):
    House.objects.create(staffed_from=time(8), staffed_until=time(22), rota="Every day Emil")
    house.forget()


def opening(room, now):
    return openings([room], now=now)[room.pk]


def test_somebody_on_duty_is_somebody_there(emil, room):
    now = timezone.now()
    on_duty(emil, room)

    assert opening(room, now) == Opening(here=True, names=("emil-ash",))


def test_a_lapsed_lease_is_nobody_there(emil, room):
    on_duty(emil, room, until=NIGHT - timedelta(seconds=1))

    assert opening(room, NIGHT) == Opening(here=False, at=MORNING)


def test_outside_the_hours_the_next_one_is_named(room):
    assert opening(room, NIGHT) == Opening(here=False, at=MORNING)


def test_hours_with_nobodys_name_behind_them_are_not_named(room):
    House.objects.update(rota=" ")
    house.forget()

    assert opening(room, NIGHT) == Opening(here=False, at=None)


def test_within_the_hours_nothing_is_promised(room):
    assert opening(room, NOON) == Opening(here=False, at=None)


def test_a_wall_needs_nobody(room, wall):
    assert set(openings([room, wall], now=NIGHT)) == {room.pk}


def test_duty_in_one_room_is_not_duty_in_another(emil, room, evenings):
    other = Room.objects.create(group=evenings, title="Tea")
    on_duty(emil, other)

    known = openings([room, other], now=timezone.now())

    assert (known[room.pk].here, known[other.pk].here) == (False, True)
    assert opening_of([room, other], known) == Opening(here=True, names=("emil-ash",))


def test_a_group_without_a_live_room_has_no_opening(wall):
    assert opening_of([wall], openings([wall], now=NIGHT)) is None


def test_two_questions_are_asked_for_any_number_of_rooms(room, evenings, django_assert_num_queries):
    rooms = [room, *(Room(group=evenings, title=name) for name in ("a", "b"))]
    openings(rooms, now=NOON)

    with django_assert_num_queries(2):
        openings(rooms, now=NOON)
