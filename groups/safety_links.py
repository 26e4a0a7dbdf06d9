"""What the desk has to ask of groups and rooms."""

from collections.abc import Collection, Iterable

from community.safety.places import Place
from groups.enums import GroupState, RoomKind, RoomState
from groups.models import Room, Seat


def live_rooms_of(areas: Iterable[str] | None) -> list[Place]:
    """The open live rooms of these areas, each a place where somebody can be on duty; of every
    area where None is asked for. Slow and pair rooms need nobody."""
    rooms = Room.objects.filter(
        kind=RoomKind.LIVE, state=RoomState.OPEN, group__state=GroupState.OPEN
    ).select_related("group")
    if areas is not None:
        numbers = [area.removeprefix("group:") for area in areas if area.startswith("group:")]
        rooms = rooms.filter(group__in=[int(number) for number in numbers if number.isdigit()])
    return [Place(room.place, room.area, room.title, room.get_absolute_url()) for room in rooms]


def shared_a_room(some: Collection[int], others: Collection[int]) -> bool:
    """Whether one of the others sits or sat in a room with one of these people."""
    return Seat.objects.filter(person__in=others, room__seats__person__in=some).exists()


def places_beside(rooms: Iterable[Room]) -> dict[str, tuple[str, ...]]:
    """Where a moderator with these rooms on the screen stays on duty, by the id of each: in the
    room itself; beside a side room, in the room that goes on; in the back room, wherever they are
    on duty in their group. A query where there is a back room."""
    known = list(rooms)
    of_groups: dict[int | None, list[str]] = {}
    behind = [room.group_id for room in known if room.kind == RoomKind.BACK]
    if behind:
        for room in Room.objects.filter(group__in=behind, kind=RoomKind.LIVE):
            of_groups.setdefault(room.group_id, []).append(room.place)
    return {room.pk: tuple(_places(room, of_groups)) for room in known}


def _places(room: Room, of_groups: dict[int | None, list[str]]) -> list[str]:
    if room.kind == RoomKind.BACK:
        return of_groups.get(room.group_id, [])
    return [f"room:{room.beside_id}" if room.beside_id else room.place]
