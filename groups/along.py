"""What screening is told beside the words (docs/decisions/0023).

A sentence may be cut in two: few words are read together with what their author said just before.
That is read under the room's lock beside the author's seat, in the same statement, so that it is what
stands there now, whichever process it came through: nothing is kept in memory, and what was hidden or
taken back in between is not read.

An attack may call somebody by their name alone: who sits in the room is asked only where words of an
attack stand in a message, which is seldom.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import Error

from community import screening
from community.safety.reading import concern
from groups.enums import SeatState
from groups.models import Seat
from groups.near import Signal

if TYPE_CHECKING:
    from groups.append import Append

log = logging.getLogger(__name__)
_MOST_NAMES = 2_000
_ENOUGH = 200  # letters of what was said before


def read_along(
    wishes: Sequence["Append"], before: Mapping[tuple[str, int], str | None]
) -> Sequence["Append"]:
    """The wishes, each with what it says together with what came before: in the list, or else
    `before`, by room and person. It can only raise."""
    if not any(wish.goes_on for wish in wishes):
        return wishes
    said = dict(before)
    read = []
    for wish in wishes:
        place = (wish.room, wish.person)
        if wish.goes_on and (begun := said.get(place)):
            wish = replace(wish, signal=_signal(wish.signal, begun, wish.body))
        said[place] = wish.body
        read.append(wish)
    return read


def _signal(alone: Signal | None, begun: str, body: str) -> Signal | None:
    found = concern(screening.screen(body, screening.Context(previous=(begun[-_ENOUGH:],))))
    if found is None:
        return alone
    together = Signal(found.level, found.codes)
    return together if together.hurries_more(alone) else alone


def people_named(reading: screening.Reading, *, room: str, by: int) -> screening.Context | None:
    """Who else sits there, where these words may be aimed at one of them. While the database is away
    nobody: no message waits for this."""
    if not screening.may_be_aimed(reading):
        return None
    others = Seat.objects.filter(room=room, state=SeatState.ACTIVE).exclude(person=by)
    try:
        names = frozenset(others.values_list("person__handle", flat=True)[:_MOST_NAMES])
    except Error as error:
        log.warning("names in a room were not read: %s", type(error).__name__)
        return None
    return screening.Context(peer_handles=names)
