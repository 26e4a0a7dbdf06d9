"""Telling somebody that their archive is ready. Notices stand above accounts, so they register here
how it is said."""

from collections.abc import Callable

from community.accounts.models import Person

Tell = Callable[[Person], None]
_tells: list[Tell] = []


def register(tell: Tell) -> None:
    """Called once in `ready`: tells this person, in the transaction that made the archive ready."""
    _tells.append(tell)


def tell(person: Person) -> None:
    """The archive can be taken."""
    for one in _tells:
        one(person)
