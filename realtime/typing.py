"""Who is writing just now: told to who shows it themselves, at most every three seconds, and never
kept. Somebody who did not choose it is neither shown nor told."""

from community import live
from community.live import Hint
from realtime.line import Line, Place

KIND = "typing"
EVERY = 3.0


def tell(line: Line, room: str, *, now: float) -> None:
    """This person is writing in the room. Nothing happens where they do not show it, where the room
    is slow, or where it was told a moment ago."""
    place = line.places[room]
    if not place.typing or now - place.typed < EVERY:
        return
    place.typed = now
    data = {"k": KIND, "a": place.wire_id}
    live.tell(Hint(kind="eph", room=room, people=(line.person,), data=data))


def hears(place: Place, hint: Hint) -> bool:
    """Whether an unnumbered frame is for this screen. Everything but typing is for every one."""
    if hint.data.get("k") != KIND:
        return True
    line = place.line
    return place.typing and line.person not in hint.people and line.blocked.isdisjoint(hint.people)
