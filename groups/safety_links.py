"""What the desk has to ask of groups and rooms."""

from collections.abc import Collection, Iterable
from itertools import chain

from django.db.models import Q, QuerySet

from community.safety.models import Appointment
from community.safety.places import Place
from groups.enums import GroupState, RoomKind, RoomState, SeatState
from groups.models import Host, Hosting, Room, Seat


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


def around(people: Collection[int]) -> set[int]:
    """By number: who moderates, hosts or sits in a room where one of these people sits now, and who
    sits in one that they moderate or host."""
    sit = Seat.objects.filter(state=SeatState.ACTIVE)
    theirs = Room.objects.filter(pk__in=sit.filter(person__in=people).values("room"))
    rooms = list(theirs)
    appointed = Appointment.objects.filter(ended_at=None)
    hosts = Host.objects.filter(ended_at=None)
    found = (
        sit.filter(room__in=rooms),
        sit.filter(room__in=_looked_after_by(people)),
        appointed.filter(area__in={room.area for room in rooms}),
        hosts.filter(group__in={room.group_id for room in rooms}),
        Hosting.objects.filter(meeting__room__in=rooms),
    )
    numbers = (rows.values_list("person_id", flat=True) for rows in found)
    return set(chain.from_iterable(numbers)) - set(people)


def _looked_after_by(people: Collection[int]) -> QuerySet[Room]:
    """The rooms that one of them moderates or hosts."""
    appointed = Appointment.objects.filter(person__in=people, ended_at=None)
    areas = [area.partition(":") for area in appointed.values_list("area", flat=True)]
    return Room.objects.filter(
        Q(group__in=[int(of) for kind, _colon, of in areas if kind == "group"])
        | Q(pk__in=[of for kind, _colon, of in areas if kind == "room"])
        | Q(group__hosts__person__in=people, group__hosts__ended_at=None)
        | Q(meetings__hostings__person__in=people)
    )


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
