"""What a feature above puts into a room for two: a sentence that is true now, links, what stands
before the words, what stands at the box. In the feature's `AppConfig.ready`:

    for_two.register(ask)   # (room, person, now) -> ForTwo | None

A room's page asks it for whoever sits there, and draws the templates it names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from community.accounts.models import Person
from groups.enums import RoomKind
from groups.models import Room


@dataclass(frozen=True, slots=True)
class ForTwo:
    """`now` is said under the strip. `head`, `top` and `box` name templates; each reads `said`."""

    said: Any
    head: str
    top: str
    box: str
    now: str = ""


Ask = Callable[[Room, Person, datetime], ForTwo | None]
_asks: list[Ask] = []


def register(ask: Ask) -> None:
    """Called once by a feature in `ready`."""
    if ask not in _asks:
        _asks.append(ask)


Heard = Callable[[Room, int, datetime], None]
_heard: list[Heard] = []


def register_heavy(heard: Heard) -> None:
    """Called once by a feature in `ready`: what it does when words of one of the two brought the
    desk, inside that transaction; (room, person, now), the person by number."""
    if heard not in _heard:
        _heard.append(heard)


def say_heavy(room: Room, person: int, now: datetime) -> None:
    """Words of this person in this room brought the desk."""
    for heard in _heard:
        heard(room, person, now)


def of(room: Room, person: Person, *, now: datetime) -> ForTwo | None:
    """What a feature puts into this room; None for rooms of groups."""
    if room.kind != RoomKind.PAIR:
        return None
    return next((found for ask in _asks if (found := ask(room, person, now)) is not None), None)
