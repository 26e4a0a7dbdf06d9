"""What the desk has to ask of groups and rooms."""

from collections.abc import Iterable

from community.safety.places import Place
from groups.enums import GroupState, RoomKind, RoomState
from groups.models import Room


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
