"""Places a notice can come from, such as a room: their feature knows them, and registers here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from community.accounts.models import Person


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its key, and how the person knows it."""

    key: str
    title: str | Promise


Of = Callable[[Person], list[Place]]
KeyAt = Callable[[str], str]
_known: list[tuple[Of, KeyAt]] = []


def register(*, of: Of, key_at: KeyAt) -> None:
    """Called once by a feature in `ready`. `of`: the places of this person; `key_at`: the key of the
    place that an address belongs to, "" where it is none of theirs. One question at most."""
    _known.append((of, key_at))


def of(person: Person) -> list[Place]:
    """Every place from which notices come to this person."""
    return [place for find, _key_at in _known for place in find(person)]


def key_at(path: str) -> str:
    """The place an address belongs to, or nothing."""
    return next((key for _of, find in _known if (key := find(path))), "")
