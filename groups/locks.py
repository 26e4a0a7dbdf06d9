"""The one order in which rows are locked: groups, rooms by their id, then what hangs on them (plans
before their meetings, seats, items of the desk, a person's leases), and last of all the row
that everybody shares: the clock of open screens."""

from collections.abc import Iterable

from groups.models import Membership, Room, SupportGroup


def lock_rooms(ids: Iterable[str]) -> list[Room]:
    """These rooms, locked until the transaction ends. Acts on several call it before the first."""
    return list(Room.objects.select_for_update().filter(pk__in=set(ids)).order_by("pk"))


def lock_places(ids: Iterable[str]) -> None:
    """These rooms, after the groups they belong to: for acts that may give somebody a seat."""
    wanted = set(ids)
    groups = Room.objects.filter(pk__in=wanted, group__isnull=False).values("group")
    list(SupportGroup.objects.select_for_update().filter(pk__in=groups).order_by("pk"))
    lock_rooms(wanted)


def lock_group_of(membership: str) -> None:
    """The group somebody asks to join."""
    asked = Membership.objects.filter(pk=int(membership)).values("group")
    list(SupportGroup.objects.select_for_update().filter(pk__in=asked).order_by("pk"))
