"""People somebody has at their side here, such as a mentor. Features above say who they are.

In `community/wiring.py`:

    companions.register(find=..., bring=..., beside=...)
        # find(person) -> list[Companion]: whom this person has at their side now
        # bring(person=…, to=…, words=…) -> str: lays the words ready where the two talk, unsent, and
        #   answers the address at which the person reads them once more and sends them themselves
        # beside(person) -> list[Companion]: at whose side this person is now
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise

from community.accounts.models import Person


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody at one's side: their number, the name that is shown, what they are to one, and where
    the two talk."""

    person: int
    name: str
    role: str | Promise
    at: str = ""


class Bring(Protocol):
    def __call__(self, *, person: Person, to: int, words: str) -> str: ...


Find = Callable[[Person], list[Companion]]
_found: list[tuple[Find, Bring | None, Find | None]] = []


def register(*, find: Find, bring: Bring | None = None, beside: Find | None = None) -> None:
    """Makes a kind of companion known."""
    _found.append((find, bring, beside))


def of(person: Person) -> list[Companion]:
    """Everybody this person has at their side now."""
    return [one for find, _bring, _beside in _found for one in find(person)]


def beside_whom(person: Person) -> list[Companion]:
    """Everybody at whose side this person is now."""
    return [one for _f, _b, beside in _found if beside is not None for one in beside(person)]


def who_read_words(person: Person) -> list[Companion]:
    """Those to whom words can be brought."""
    return [one for find, bring, _beside in _found if bring is not None for one in find(person)]


def bring(*, person: Person, to: int, words: str) -> str:
    """Lays words ready for this companion. Raises LookupError where they are none."""
    for find, how, _beside in _found:
        if how is not None and any(one.person == to for one in find(person)):
            return how(person=person, to=to, words=words)
    raise LookupError(to)
