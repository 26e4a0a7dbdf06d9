"""Who reads no answer to question 9 of somebody, reviewer or not: whoever mentors them or is mentored
by them, where one of the two does not hear the other, and whom they meet here in other ways.

Rooms stand above this floor: they say themselves who moderates, hosts or sits there. This is asked for
reviewing alone; at the desk a moderator decides about their own rooms.
"""

from collections.abc import Callable, Collection

from community.safety.nearness import near_to

Near = Callable[[Collection[int]], set[int]]
_nears: list[Near] = []


def register(near: Near) -> None:
    """Called by a feature in `ready`: the numbers of those who are around one of these people."""
    _nears.append(near)


def too_near(people: Collection[int]) -> set[int]:
    """By number, without these people themselves."""
    found = near_to(people)
    for near in _nears:
        found |= near(people)
    return found - set(people)
