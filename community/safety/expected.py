"""How much reaches a desk: what an operator can expect before the doors open. Pure.

The shares are those measured for the screening (`community/screening/MODEL_CARD.md`): of short
everyday lines, and of long questions to a counsellor. A night here lies between the two.
"""

from dataclasses import dataclass
from math import ceil

EVERYDAY = {"soon": 0.004, "today": 0.005}
HARD = {"soon": 0.014, "today": 0.037}
A_LOOK, A_TALK = 4, 20  # minutes: reading and closing; staying with somebody


@dataclass(frozen=True, slots=True)
class Expected:
    """A day at the desk, from a calm one to a hard one."""

    messages: int
    soon: tuple[int, int]
    today: tuple[int, int]
    minutes: tuple[int, int]


def a_day(messages: int) -> Expected:
    """What so many messages a day bring. Several about one person are one item, so it is at most
    this much of what a program finds; what people tell comes on top."""
    soon = (ceil(messages * EVERYDAY["soon"]), ceil(messages * HARD["soon"]))
    today = (ceil(messages * EVERYDAY["today"]), ceil(messages * HARD["today"]))
    minutes = (
        soon[0] * A_TALK + today[0] * A_LOOK,
        soon[1] * A_TALK + today[1] * A_LOOK,
    )
    return Expected(messages, soon, today, minutes)
