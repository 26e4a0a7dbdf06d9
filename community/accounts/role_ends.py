"""What else ends with a role, or when an account leaves or is suspended: every feature says it for
itself, in the same transaction."""

from collections.abc import Callable

from community.accounts.enums import Role
from community.accounts.models import Person

# (person, by): `by` None is the operator's own command line.
Ending = Callable[[Person, Person | None], None]

_endings: dict[Role, list[Ending]] = {}
_stops: list[Ending] = []


def register(role: Role, ending: Ending) -> None:
    """Called by a feature in `ready`. `ending` changes nothing where there is nothing to end."""
    _endings.setdefault(role, []).append(ending)


def end_all(role: Role, *, person: Person, by: Person | None) -> None:
    """Ends whatever hangs on this role of this person."""
    for ending in _endings.get(role, []):
        ending(person, by)


def register_stop(stop: Ending) -> None:
    """Called by a feature in `ready`. `stop` ends what nobody may do who leaves or is suspended; it
    changes nothing where there is nothing to end."""
    _stops.append(stop)


def stop_all(*, person: Person, by: Person | None) -> None:
    """Ends whatever this person was doing for others."""
    for stop in _stops:
        stop(person, by)
