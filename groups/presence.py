"""Who has a room open just now. Rooms do not know it: whoever keeps the screens registers an answer
in `AppConfig.ready`. It is a hint, it may be empty, and it is never stored. A page that was read
counts for a minute, as a screen does: nobody reads along uncounted for want of a script."""

from collections.abc import Callable

# The wire ids of the seats with an open screen in the room of this id.
Here = Callable[[str], frozenset[str]]

# Says that the seat of this wire id has the room of this id open.
Arrive = Callable[[str, str], None]

_asked: list[Here] = []
_told: list[Arrive] = []


def register(here: Here, arrive: Arrive) -> None:
    """Called once by whoever keeps the screens. The last word wins."""
    _asked[:], _told[:] = [here], [arrive]


def arrive(room: str, wire_id: str) -> None:
    """Somebody reads this room's page. Never raises."""
    for tell in _told:
        tell(room, wire_id)


def here(room: str) -> frozenset[str]:
    """The wire ids of the seats with an open screen in this room, as far as is known."""
    return _asked[0](room) if _asked else frozenset()
