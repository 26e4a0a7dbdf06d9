"""Who has a room open just now. Rooms do not know it: whoever keeps the screens registers an answer
in `AppConfig.ready`. It is a hint, it may be empty, and it is never stored."""

from collections.abc import Callable

# The wire ids of the seats with an open screen in the room of this id.
Here = Callable[[str], frozenset[str]]

_asked: list[Here] = []


def register(here: Here) -> None:
    """Called once by whoever keeps the screens. The last word wins."""
    _asked[:] = [here]


def here(room: str) -> frozenset[str]:
    """The wire ids of the seats with an open screen in this room, as far as is known."""
    return _asked[0](room) if _asked else frozenset()
