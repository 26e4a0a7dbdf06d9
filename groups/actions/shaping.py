"""What coordinators say about one room: its name, how long words live there, when a wall is read."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from community import live
from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from groups import rules
from groups.actions.memory import longer_from_now
from groups.append import lock_room
from groups.enums import Memory, RoomKind
from groups.models import Room


@dataclass(frozen=True, slots=True)
class Shape:
    """`keep_days` counts with `Memory.DAYS` alone; `read_within`, in hours, on a wall alone: None
    is the house's own time."""

    title: str
    memory: Memory = Memory.KEPT
    keep_days: int | None = None
    read_within: int | None = None


@transaction.atomic
def shape_room(*, room: Room, shape: Shape, by: Person) -> Room:
    """Says it anew. A shorter time counts for everything that is there; a longer one only for what
    is said from now on. Raises Refused for everybody but coordinators, and for rooms of two."""
    insist(rules.may_run_groups(by))
    room = lock_room(room.pk)
    insist(rules.may_be_run(room))
    insist(rules.may_forget(room, shape.memory))
    days = shape.keep_days if shape.memory == Memory.DAYS else None
    longer_from_now(room, memory=shape.memory, keep_days=days, now=timezone.now())
    new = {
        "title": shape.title,
        "memory": shape.memory.value,
        "keep_days": days,
        "read_within": shape.read_within if room.kind == RoomKind.SLOW else None,
    }
    changed = sorted(name for name, value in new.items() if getattr(room, name) != value)
    if not changed:
        return room
    for name, value in new.items():
        setattr(room, name, value)
    room.save(update_fields=[*new, "said_before", "said_days"])
    live.eph(room.pk, kind="shape", data={})  # the strip says something else now
    record.write(
        act="shape_room", by=by.pk, subject=room.place, area=room.area, data={"fields": changed}
    )
    return room
