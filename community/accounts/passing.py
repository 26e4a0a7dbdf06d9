"""What stops for good when somebody has died: every feature says it for itself, in the same
transaction. Nothing is said to anybody by it: those who were close are told by a person."""

from collections.abc import Callable

from community.accounts.models import Person

Stop = Callable[[Person], None]
_stops: list[Stop] = []


def register(stop: Stop) -> None:
    """Called by a feature in `ready`: stops what goes out to or about this person, also what waits
    already. Changes nothing where there is nothing."""
    _stops.append(stop)


def stop_all(person: Person) -> None:
    """Everything that would go out stops."""
    for stop in _stops:
        stop(person)
