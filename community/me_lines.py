"""The lines on top of everybody's own page. A feature adds one; the page shows four at most: those
that answer "what now?", then the first of the others.

The page's own lines have these places: 10 the desk, 20 running groups, 22 the library, 24 the house,
30 who answered me, 40 what is on tonight, 60 one small thing. A feature takes a place between them:
50 is for one's mentor, 52 for being one, 55 for the plan that somebody wants at hand, 56 for how
something went, 57 for the next small act, 58 the way to one's room when nothing is on there, 59 a
goal to look at again. Behind the small thing come offers that can wait for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

AT_MOST = 4
# Who answered me, what is on tonight, my mentor, my next small act: no other line takes their place.
ALWAYS = frozenset({30, 40, 50, 57})

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it leads, what it is, whether something is new there. `side` stands small
    beside it, `about` below it, `opening` says when the team is there. With `not_now`, the
    address that puts it away, it is an offer: `words` is its title and `label` its button. With
    `opens` it is a button that posts there and ends up at `href`: a notice is read on the way."""

    href: str
    words: Words
    is_new: bool = False
    side: Words = ""
    about: Words = ""
    opening: Any = None
    label: Words = ""
    not_now: str = ""
    opens: str = ""


# Asked with the person and the time; None where there is nothing to say.
Ask = Callable[[Any, datetime], Line | None]
_asks: dict[int, Ask] = {}


def register(order: int, line: Ask) -> None:
    """Called once by a feature in `ready`. Lower places stand higher and are dropped last. Raises
    ValueError where somebody has the place."""
    if _asks.setdefault(order, line) is not line:
        raise ValueError(f"The place {order} is taken.")


def lines(person: Any, *, own: dict[int, Ask], now: datetime) -> list[Line]:
    """At most four lines that have something to say, each in its place and nothing said twice; `own`
    are the page's. Asks no further than it has to."""
    found: dict[int, Line] = {}
    for order, ask in sorted({**_asks, **own}.items(), key=_what_now_first):
        if len(found) == AT_MOST:
            break
        line, others = ask(person, now), list(found.values())
        if line is not None and not _is_said(line, others) and not _is_second_offer(line, others):
            found[order] = line
    return [line for _, line in sorted(found.items(), key=_place)]


def _what_now_first(asked: tuple[int, Ask]) -> tuple[bool, int]:
    return asked[0] not in ALWAYS, asked[0]


def _place(said: tuple[int, Line]) -> int:
    return said[0]


def _is_second_offer(line: Line, found: list[Line]) -> bool:
    """Offers come one at a time: the next when this one was taken or put away."""
    return bool(line.not_now) and any(other.not_now for other in found)


def _is_said(line: Line, found: list[Line]) -> bool:
    """Whether a line before leads to the same place. A notice says only that something is new."""
    return any(other.href == line.href and (line.is_new or not other.opens) for other in found)
