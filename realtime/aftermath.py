"""What a commit of this process said is read by the thread that made it, right after it, and handed
to the loop together with the answers: one wake-up where asking another thread took four.

It is the same read as any other, outside the commit. It counts only where nothing has happened to
the room's cursor since it began: else the cursor reads for itself, as it does when a hint comes from
elsewhere.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import Error as DatabaseTrouble
from django.db import connection

from realtime import reads
from realtime.cursor import PAGE, Cursor
from realtime.protocol import Encoded

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """The events of a room after a number, read when so many screens had begun to read along; of a
    room that was not read, only the `head` it was raised to."""

    room: str
    head: int
    after: int = 0
    joined: int = 0
    batch: Sequence[Encoded] = ()
    why: str = ""

    def counts_for(self, cursor: Cursor) -> bool:
        """Whether it is what the cursor would read now. A screen that has begun to read along since
        then may have been opened after words in it were hidden."""
        return (
            bool(self.batch)
            and cursor.task is None
            and (cursor.seq, cursor.joined) == (self.after, self.joined)
            and not any(event.is_round for event in self.batch)
        )


class Aftermath:
    """What one thread commits. Everything here runs in that thread."""

    def __init__(self, cursors: Mapping[str, Cursor]) -> None:
        self._cursors = cursors
        self._heads: dict[str, int] = {}

    def note(self, room: str, head: int) -> None:
        """A commit has just raised the room's head."""
        self._heads[room] = head

    def read(self) -> list[Reading]:
        """The rooms that were raised since the last time, read where somebody here reads along."""
        heads, self._heads = self._heads, {}
        begun = [
            Reading(room, head, after=cursor.seq, joined=cursor.joined)
            for room, head in heads.items()
            if (cursor := self._cursors.get(room)) is not None and cursor.may_hand_out()
        ]
        rest = heads.keys() - {one.room for one in begun}
        return [*_read(begun), *(Reading(room, heads[room]) for room in rest)]


def _read(begun: list[Reading]) -> list[Reading]:
    """Never raises: the answers that go with it are true whatever becomes of it. Asks nothing for
    nothing, as a database that is away keeps whoever asks waiting."""
    if not begun:
        return []
    try:
        pages = reads.pages_anew([(one.room, one.after) for one in begun], PAGE)
    except Exception as error:
        log.warning("what was said could not be read: %s", type(error).__name__)
        if isinstance(error, DatabaseTrouble) and not connection.is_usable():
            connection.close()
        return begun
    return [
        replace(one, batch=batch, why=why) for one, (batch, why) in zip(begun, pages, strict=True)
    ]
