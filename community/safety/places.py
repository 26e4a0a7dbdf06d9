"""Places where somebody can be on duty. Features register each kind in `AppConfig.ready`:

    places.register("room", of_areas=rooms_of_areas)

    def rooms_of_areas(areas: Iterable[str] | None) -> list[Place]:
        \"\"\"The places of these areas that are open now and need somebody on duty, in the order in
        which they are shown. None asks for every area there is. One query.\"\"\"

A place is named by a plain key, `room:3f9a`; its kind is what stands before the colon.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a moderator can be on duty: its key, whose area it is, its name, where it is seen."""

    key: str
    area: str
    title: str
    path: str = ""


OfAreas = Callable[[Iterable[str] | None], list[Place]]
_kinds: dict[str, OfAreas] = {}


def register(kind: str, *, of_areas: OfAreas) -> None:
    """Says how the places of this kind are found. The last word wins."""
    _kinds[kind] = of_areas


def of_areas(areas: Iterable[str]) -> list[Place]:
    """Every place of these areas that somebody can open by going on duty."""
    wanted = list(areas)
    return [place for kind in _kinds.values() for place in kind(wanted)] if wanted else []


def everywhere() -> list[Place]:
    """Every place there is: for the clocks, which look after all of them."""
    return [place for kind in _kinds.values() for place in kind(None)]


def room_of(place: str) -> str:
    """The room's id where the place is a room, else nothing."""
    kind, _, id = place.partition(":")
    return id if kind == "room" else ""
