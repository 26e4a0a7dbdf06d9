"""Calls that are under way, in one piece of memory.

Python 3.11 keeps them in pieces of 16 kB. When one is full it asks the system for the next, and gives
that back with the call it began with. Where a loop happens to stand at the end of a piece, each of
its calls does both: hundreds of times in one page, a tenth of its time. A call that wants much room
is given a piece of its own size, and what it calls finds place in the rest of that.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

ROOM = 70_000  # words of memory: its piece is a megabyte, and nearly half of that is left


def in_one_piece(act: Callable[P, R], *given: P.args, **named: P.kwargs) -> R:
    """What `act` answers, with room for everything it calls."""
    return act(*given, **named)


in_one_piece.__code__ = in_one_piece.__code__.replace(co_stacksize=ROOM)
