"""When somebody from the team is there for a room, and by when they have read what is on its wall."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from community.house import queries as house
from community.house.enums import Wall
from community.house.hours import state
from community.safety import duty
from community.safety.clocks import decided_within
from community.safety.enums import Level
from groups.enums import RoomKind
from groups.models import Room

ARRIVING = timedelta(hours=1)  # after the team is back: nobody reads a night's words in a minute


def open_places(rooms: Iterable[Room], *, now: datetime) -> set[str]:
    """The places of those rooms in which words go out at once: a live room while somebody is on
    duty; a slow room within the team's hours, or always where the operator chose so. One query
    where there is a live room."""
    rooms = list(rooms)
    live = [room.place for room in rooms if room.kind == RoomKind.LIVE]
    return open_among(rooms, staffed=duty.staffed_places(live, now=now) if live else (), now=now)


def open_among(rooms: Iterable[Room], *, staffed: Collection[str], now: datetime) -> set[str]:
    """The same for who knows already in which places somebody is on duty."""
    rooms = list(rooms)
    live = {room.place for room in rooms if room.kind == RoomKind.LIVE and room.place in staffed}
    slow = {room.place for room in rooms if room.kind == RoomKind.SLOW}
    return live | slow if slow and wall_is_open(now=now) else live


def is_open(room: Room, *, now: datetime) -> bool:
    """Whether words written in this room go out at once."""
    return room.place in open_places([room], now=now)


def wall_is_open(*, now: datetime) -> bool:
    """Whether words go straight onto a wall at this hour."""
    if house.current().wall_at_night == Wall.APPEAR:
        return True
    return state(house.hours(), now=now).within


def read_within(room: Room) -> int:
    """The hours within which the team has read what is written in this slow room."""
    return room.read_within or house.current().read_within


def promised_time(room: Room, *, now: datetime) -> datetime:
    """By when words written now are read: within the promised hours, and where that would be a time
    when nobody is there, soon after the team is back."""
    return when_somebody_is_here(now + timedelta(hours=read_within(room)))


def looked_at_by(*, now: datetime) -> datetime:
    """By when the team has looked at what it hears of now and what does not hurry."""
    return when_somebody_is_here(now + decided_within(Level.TODAY))


def when_somebody_is_here(at: datetime) -> datetime:
    """This moment within the team's hours, else soon after they begin again."""
    then = state(house.hours(), now=at)
    return at if then.within or then.until is None else then.until + ARRIVING
