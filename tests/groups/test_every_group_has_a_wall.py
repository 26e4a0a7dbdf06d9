"""What the migration gives to groups that were there before walls."""

from importlib import import_module

from django.apps import apps

from groups.models import Seat
from tests.people import group

migration = import_module("groups.migrations.0011_slow_rooms_and_memory")


def test_a_group_without_a_wall_gets_one_with_its_moderators_and_others_keep_theirs(
    ana, emil, evenings
):
    older = group("dawn", title="Dawn", members=[ana], moderators=[emil])

    migration.give_each_group_a_slow_room(apps, None)
    migration.give_each_group_a_slow_room(apps, None)

    made = older.rooms.get()
    assert (made.title, made.kind, made.state) == ("The wall", "slow", "open")
    seats = Seat.objects.filter(room=made).values_list("person__handle", "moderates")
    assert list(seats) == [("emil-ash", True)]
    assert evenings.rooms.filter(kind="slow").count() == 1
