"""Threads in which people remember somebody: for the desk, and on a wall."""

from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.safety.incident import Place
from community.safety.models import Passing
from groups import rules_memorials
from groups.models import Memorial, Room


def places_of(passing: Passing, person: Person) -> list[Place]:
    """Registered with the desk: one a group."""
    found = Memorial.objects.filter(passing=passing).select_related("room__group", "passing")
    return [_place(one, person) for one in found]


def _place(one: Memorial, person: Person) -> Place:
    may = rules_memorials.may_open(person, one, one.room) is None
    wall = one.room.get_absolute_url()
    return Place(
        where=one.room.group.title if one.room.group else one.room.title,
        opens=reverse("groups:open-memorial", args=[one.pk]) if may and one.seq is None else "",
        path=f"{wall}#t-{one.seq}" if one.seq is not None else "",
        until=one.ended_at or one.until,
        is_over=rules_memorials.is_over(one, now=timezone.now()),
    )


def on_wall(room: Room) -> dict[int, Memorial]:
    """Those that were opened on this wall, by the number of their post. One query."""
    opened = Memorial.objects.filter(room=room, seq__isnull=False)
    return {one.seq or 0: one for one in opened}
