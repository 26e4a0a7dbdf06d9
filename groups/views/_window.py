"""Which words an address asks for: `before`, `from`, `around` a number, or a `day`."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.dateparse import parse_date

from groups.models import Seat
from groups.queries import history, wall
from groups.queries.history import Stretch
from groups.views._doors import number


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for. `day` is one that was asked for; `found` the day of the first words
    said on it or after it."""

    before: int | None = None
    start: int | None = None
    around: int | None = None
    day: date | None = None
    found: date | None = None

    @property
    def is_another_day(self) -> bool:
        """Nothing was said on that very day: the next one that has words is shown."""
        return self.found is not None and self.found != self.day


def wanted(request: HttpRequest, seat: Seat) -> Wanted:
    """What this address asks for; anything that is no number and no day asks for the newest."""
    given = request.GET
    day = _day(given.get("day", ""))
    if day is not None:
        start, found = history.first_since(seat.room, day) or (None, None)
        return Wanted(start=start, day=day, found=found)
    return Wanted(
        before=number(given.get("before", "")),
        start=number(given.get("from", "")),
        around=number(given.get("around", "")),
    )


def stretch(seat: Seat, want: Wanted) -> Stretch:
    """The words of a room in their order."""
    if want.around is not None:
        return history.around(seat.room, want.around)
    if want.start is not None:
        return history.starting(seat.room, want.start)
    if want.before is not None:
        return history.before(seat.room, want.before)
    return history.newest(seat.room)


def threads(reader: wall.Reader, want: Wanted) -> wall.WallPage:
    """The threads of a wall."""
    if want.around is not None:
        return wall.one(reader, want.around)
    if want.found is not None:
        return wall.of_day(reader, want.found)
    return wall.recent(reader, before=want.before)


def _day(given: str) -> date | None:
    try:
        return parse_date(given)
    except ValueError:  # the 31st of a month that has none
        return None
