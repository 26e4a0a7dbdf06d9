"""When somebody from the team is there: true now, or when the rota or the hours say so. Never more. And when the
group meets next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from community.house import queries as house
from community.house.hours import state
from community.safety import duty, rota
from groups.enums import RoomKind
from groups.models import Room
from groups.queries.meetings import next_meetings


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether a moderator is there now; else when somebody is down for the room, or the team's hours
    begin. While somebody is down, or the hours run, and nobody is there, `at` is None: nothing is promised. `meeting`: when the next one begins, or the
    one that `is_on` began."""

    here: bool
    at: datetime | None = None
    meeting: datetime | None = None
    is_on: bool = False
    names: tuple[str, ...] = ()  # of who is there, first come first


def openings(rooms: Iterable[Room], *, now: datetime) -> dict[str, Opening]:
    """For each live room, by its id. Two queries, none where there is no live room."""
    live = [room for room in rooms if room.kind == RoomKind.LIVE]
    if not live:
        return {}
    staffed = duty.names_at([room.place for room in live], now=now)
    meets = next_meetings([room.pk for room in live], now=now)
    hours = by_hours(now=now).at
    return {
        room.pk: _opening(
            staffed.get(room.place, ()),
            back=_back(room, hours=hours, now=now),
            meets=meets.get(room.pk),
            now=now,
        )
        for room in live
    }


def _back(room: Room, *, hours: datetime | None, now: datetime) -> datetime | None:
    """When somebody is down for the room; for a room nobody has planned, the published hours."""
    by_rota = rota.back([room.place], now=now)
    return hours if by_rota is None else by_rota.at


def by_hours(*, now: datetime) -> Opening:
    """What may be said while nobody is there: when the team's hours begin, where they have anybody's
    name."""
    hours = state(house.hours(), now=now)
    if not rota.hours_have_a_name():
        return Opening(here=False)
    return Opening(here=False, at=None if hours.within else hours.until)


def opening_of(rooms: Iterable[Room], known: dict[str, Opening]) -> Opening | None:
    """What is true of a group: somebody is there for one of its rooms, or the next hours; and its
    soonest meeting. None for a group without a live room."""
    found = [known[room.pk] for room in rooms if room.pk in known]
    if not found:
        return None
    first = next((opening for opening in found if opening.here), found[0])
    meets = min((o for o in found if o.meeting), key=_meets_at, default=first)
    return replace(first, meeting=meets.meeting, is_on=meets.is_on)


def _opening(
    names: tuple[str, ...], *, back: datetime | None, meets: datetime | None, now: datetime
) -> Opening:
    return Opening(
        here=bool(names),
        at=None if names else back,
        meeting=meets,
        is_on=meets is not None and meets <= now,
        names=names,
    )


def _meets_at(opening: Opening) -> datetime:
    assert opening.meeting is not None
    return opening.meeting
