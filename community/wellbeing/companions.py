"""People somebody has at their side here, such as a mentor. Features above say who they are.

In `community/wiring.py`:

    companions.register(find=..., bring=...)
        # find(person) -> list[Companion]: whom this person has at their side now
        # bring(person=…, to=…, words=…) -> str: lays the words ready where the two talk, unsent, and
        #   answers the address at which the person reads them once more and sends them themselves
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise

from community.accounts.models import Person


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody at one's side: their number, the name that is shown, what they are to one."""

    person: int
    name: str
    role: str | Promise


class Bring(Protocol):
    def __call__(self, *, person: Person, to: int, words: str) -> str: ...


_found: list[tuple[Callable[[Person], list[Companion]], Bring | None]] = []


def register(*, find: Callable[[Person], list[Companion]], bring: Bring | None = None) -> None:
    """Makes a kind of companion known."""
    _found.append((find, bring))


def of(person: Person) -> list[Companion]:
    """Everybody this person has at their side now."""
    return [one for find, _bring in _found for one in find(person)]


def who_read_words(person: Person) -> list[Companion]:
    """Those to whom words can be brought."""
    return [one for find, bring in _found if bring is not None for one in find(person)]


def bring(*, person: Person, to: int, words: str) -> str:
    """Lays words ready for this companion. Raises LookupError where they are none."""
    for find, how in _found:
        if how is not None and any(one.person == to for one in find(person)):
            return how(person=person, to=to, words=words)
    raise LookupError(to)
