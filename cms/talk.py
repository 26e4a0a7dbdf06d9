"""Where a page could be talked about. Groups are strangers here: the roof says which ones fit."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A group that speaks of the same."""

    title: str
    href: str


Find = Callable[[str], list[Place]]
_finders: list[Find] = []


def register(find: Find) -> None:
    """`find` answers with the places that fit these words of a page."""
    _finders.append(find)


def places(words: str) -> list[Place]:
    """Those that fit, the best first."""
    return [place for find in _finders for place in find(words)]
