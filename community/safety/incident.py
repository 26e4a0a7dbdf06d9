"""What opens in places while a death is told, and ends by itself. Features say it in `AppConfig.ready`:

    incident.register(begin=..., end=..., places=...)

`begin`: both have agreed, and the extra people of the team come to where the person belonged.
`end`: its time is over, or it was a mistake, and everything that was opened for it ends. Twice does
it once. `places`: where a thread in which people remember can be opened, is open, or was.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from community.accounts.models import Person
from community.safety.models import Passing


@dataclass(frozen=True, slots=True)
class Place:
    """One of them, as this person of the team sees it. `opens`: the address that opens it, where
    they may; `path`: where it is, once it was opened; `until`: when it ends or ended."""

    where: str
    opens: str = ""
    path: str = ""
    until: datetime | None = None
    is_over: bool = False


Begin = Callable[[Passing], None]
End = Callable[[Passing, Person | None, bool], None]
Places = Callable[[Passing, Person], list[Place]]
_begins: list[Begin] = []
_ends: list[End] = []
_places: list[Places] = []


def register(*, begin: Begin, end: End, places: Places) -> None:
    """Called by a feature, once."""
    _begins.append(begin)
    _ends.append(end)
    _places.append(places)


def begin(passing: Passing) -> None:
    """In the transaction in which the second person agrees."""
    for act in _begins:
        act(passing)


def end(passing: Passing, *, by: Person | None, was_mistake: bool = False) -> None:
    """In the transaction of the act that ends it; `by` None is the clock."""
    for act in _ends:
        act(passing, by, was_mistake)


def places(passing: Passing, *, to: Person) -> list[Place]:
    """All of them."""
    return [place for find in _places for place in find(passing, to)]
