"""Help beside one's own heavy words: how much of it stands at the box, and whether the words wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from community.safety.enums import Level
from groups.enums import LISTED, RoomKind
from groups.models import Room, Seat

# Here a way to be harmed is read by a person first. In a room for two it reaches the one who is there.
_READ_FIRST = LISTED | {RoomKind.SIDE}
_NOT_ABOUT_THE_AUTHOR = frozenset({"attack", "language"})
_ORDER = (Level.CALM, Level.TODAY, Level.SOON, Level.NOW)


class Near(StrEnum):
    """What stands at the box of the author: nothing, one quiet line, one line that opens, or all."""

    NOTHING = ""
    LINE = "line"
    AGAIN = "again"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Signal:
    """What screening found in the words: opens a desk item in the same transaction."""

    level: Level
    codes: tuple[str, ...]

    def hurries_more(self, other: "Signal | None") -> bool:
        """Whether somebody should look sooner because of this than because of the other."""
        return other is None or _ORDER.index(self.level) > _ORDER.index(other.level)

    @property
    def is_about_the_author(self) -> bool:
        """An attack is about somebody else, and another language says nothing yet."""
        return not _NOT_ABOUT_THE_AUTHOR.issuperset(self.codes)

    @property
    def needs_help(self) -> bool:
        """Whether the author sees lines and hours at once."""
        return self.is_about_the_author and self.level in (Level.SOON, Level.NOW)


def near(signal: Signal | None, *, before: Level | None = None) -> Near:
    """Open at red and crisis; one line where it stood open lately, unless the level rose; one quiet
    line at amber. `before`: the highest level that brought help in the last hours."""
    if signal is None or not signal.is_about_the_author:
        return Near.NOTHING
    if not signal.needs_help:
        return Near.LINE if signal.level == Level.TODAY else Near.NOTHING
    if before is not None and _ORDER.index(before) >= _ORDER.index(signal.level):
        return Near.AGAIN
    return Near.OPEN


def is_read_first(seat: Seat, room: Room, *, names_a_way: bool) -> bool:
    """Whether words that name a way with an amount, a place or means at hand wait for a person."""
    return names_a_way and room.kind in _READ_FIRST and not seat.moderates


def those_in_need(wishes: Iterable[tuple[int, Signal | None]]) -> set[int]:
    """By number: whose words bring help."""
    return {person for person, signal in wishes if signal is not None and signal.needs_help}
