"""The open screens of this process by person: who is there, and whose oldest tab gives way."""

from collections import Counter
from collections.abc import Iterable

from django.conf import settings

from realtime.inbound import Close
from realtime.line import Line

# Sockets in each process: two processes allow twice as many. They protect memory, not a rule.
MOST_OF_A_PERSON = 6
MOST_IN_A_ROOM = 3

Here = tuple[str, str]  # a room, and the wire id of a seat in it


class Tabs:
    """Lines by person, oldest first, and how many of them show each seat."""

    def __init__(self) -> None:
        self._of: dict[int, dict[Line, None]] = {}
        self._here: Counter[Here] = Counter()

    def add(self, line: Line) -> list[Here]:
        """One more screen of a person. Answers where it is."""
        self._of.setdefault(line.person, {})[line] = None
        here = [(place.room, place.wire_id) for place in line.places.values()]
        self._here.update(here)
        return here

    def discard(self, line: Line) -> list[Here]:
        """One screen less. Answers where nobody of the same seat is any more."""
        mine = self._of.get(line.person, {})
        mine.pop(line, None)
        if not mine:
            self._of.pop(line.person, None)
        left = [(place.room, place.wire_id) for place in line.places.values()]
        self._here.subtract(left)
        gone = [here for here in left if self._here[here] <= 0]
        for here in gone:
            del self._here[here]
        return gone

    def of(self, people: Iterable[int]) -> list[Line]:
        """Every screen of these people."""
        return [line for person in set(people) for line in self._of.get(person, ())]

    def here(self) -> list[Here]:
        """Every seat with an open screen."""
        return list(self._here)

    def make_room_for(self, line: Line) -> None:
        """A person's oldest tabs give way to the newest, which was not added yet."""
        if settings.BENCH:
            return
        mine = self._of.get(line.person, {})
        for room in line.places:
            here = [other for other in mine if room in other.places and other.ended is None]
            _end(here[: max(0, len(here) + 1 - MOST_IN_A_ROOM)])
        alive = [other for other in mine if other.ended is None]
        _end(alive[: max(0, len(alive) + 1 - MOST_OF_A_PERSON)])


def _end(lines: Iterable[Line]) -> None:
    for line in lines:
        line.end(Close.REPLACED, "replaced")
