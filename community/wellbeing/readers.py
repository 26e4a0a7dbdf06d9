"""Somebody who treats a person and whom that person may let know how an appointment went. A feature
above says who; here they are a number and a name."""

from collections.abc import Callable
from dataclasses import dataclass

from community.accounts.models import Person


@dataclass(frozen=True, slots=True)
class Reader:
    """One of them, as the feature above numbers them."""

    key: int
    name: str


Find = Callable[[Person], list[Reader]]
_finds: list[Find] = []


def register(find: Find) -> None:
    """Called by a feature in `ready`: whom this person brought and still has."""
    _finds.append(find)


def of(person: Person) -> list[Reader]:
    """Everybody who may be let know."""
    return [one for find in _finds for one in find(person)]
