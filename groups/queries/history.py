"""Which stretch of a room's words a page shows: the newest, those before or from a number, those
around one that somebody looked for, or a day's."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from groups.enums import EventKind
from groups.events import Event, spoken_at, spoken_before, spoken_from
from groups.models import Room, RoomEvent

PAGE = 50  # messages on one page of history
HALF = PAGE // 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words in their order. Earlier ones end below `earlier`, later ones begin at `later`."""

    spoken: tuple[Event, ...] = ()
    earlier: int | None = None
    later: int | None = None


def newest(room: Room) -> Stretch:
    """The last words said in a room."""
    return before(room, room.last_seq + 1)


def before(room: Room, seq: int) -> Stretch:
    """The last words below a number. Later ones are those of the newest page."""
    limit = min(seq, room.last_seq + 1)
    spoken = spoken_before(room.pk, limit, limit=PAGE + 1)
    more, spoken = len(spoken) > PAGE, spoken[-PAGE:]
    return Stretch(
        spoken=tuple(spoken),
        earlier=spoken[0].seq if more else None,
        later=limit if limit <= room.last_seq else None,
    )


def starting(room: Room, seq: int) -> Stretch:
    """The first words from a number on."""
    spoken = spoken_from(room.pk, seq, limit=PAGE + 1)
    more, spoken = len(spoken) > PAGE, spoken[:PAGE]
    return Stretch(
        spoken=tuple(spoken),
        earlier=spoken[0].seq if spoken and spoken_before(room.pk, seq, limit=1) else None,
        later=spoken[-1].seq + 1 if more else None,
    )


def around(room: Room, seq: int) -> Stretch:
    """A message with what stands before and after it."""
    above = spoken_before(room.pk, seq + 1, limit=HALF + 1)
    below = spoken_from(room.pk, seq + 1, limit=HALF + 1)
    above_more, above = len(above) > HALF, above[-HALF:]
    below_more, below = len(below) > HALF, below[:HALF]
    return Stretch(
        spoken=(*above, *below),
        earlier=above[0].seq if above_more else None,
        later=below[-1].seq + 1 if below_more else None,
    )


def only(room: Room, seq: int) -> Stretch:
    """One message by itself."""
    return Stretch(spoken=tuple(spoken_at(room.pk, [seq])))


def first_since(room: Room, day: date) -> tuple[int, date] | None:
    """The first message said on this day or later, and its own day, by the house's
    clock. One query."""
    begins = timezone.make_aware(datetime.combine(day, time()))
    said = RoomEvent.objects.filter(room=room, kind=EventKind.MSG, at__gte=begins)
    found = said.order_by("seq").values_list("seq", "at").first()
    return (found[0], timezone.localtime(found[1]).date()) if found else None
