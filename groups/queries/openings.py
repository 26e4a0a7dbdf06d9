"""When somebody from the team is there: true now, or when the hours say so. Never more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from community.house import queries as house
from community.house.hours import state
from community.safety import duty
from groups.enums import RoomKind
from groups.models import Room


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether a moderator is there now; else when the team's hours begin. While the hours run and
    nobody is there, `at` is None: nothing is promised."""

    here: bool
    at: datetime | None = None


def openings(rooms: Iterable[Room], *, now: datetime) -> dict[str, Opening]:
    """For each live room, by its id. One query."""
    live = [room for room in rooms if room.kind == RoomKind.LIVE]
    staffed = duty.staffed_places([room.place for room in live], now=now) if live else set()
    away = by_hours(now=now)
    return {room.pk: Opening(here=True) if room.place in staffed else away for room in live}


def by_hours(*, now: datetime) -> Opening:
    """What may be said while nobody is there: when the team's hours begin."""
    hours = state(house.hours(), now=now)
    return Opening(here=False, at=None if hours.within else hours.until)


def opening_of(rooms: Iterable[Room], known: dict[str, Opening]) -> Opening | None:
    """What is true of a group: somebody is there for one of its rooms, or the next hours. None for
    a group without a live room."""
    found = [known[room.pk] for room in rooms if room.pk in known]
    return next((opening for opening in found if opening.here), found[0] if found else None)
