"""One room in this process: how far it was read, and who here reads along."""

import asyncio

from realtime.line import Place


class Cursor:
    """Read up to `seq`, known to go up to `head`."""

    __slots__ = (
        "changes", "head", "inside", "joining", "knows_round", "live", "reading", "room", "seq",
        "task",
    )  # fmt: skip

    def __init__(self, room: str, seq: int) -> None:
        self.room = room
        self.seq = seq
        self.head = seq
        self.live: dict[Place, None] = {}
        self.joining = 0
        self.reading = False
        self.changes = 0  # how often words that were shown were changed or taken away
        self.task: asyncio.Task[None] | None = None
        self.knows_round = False
        self.inside: frozenset[str] | None = None  # who is in the round that runs, by wire id

    def in_round(self, inside: frozenset[str] | None) -> None:
        """A round runs among these, or none does (None)."""
        self.inside, self.knows_round = inside, True

    def is_shut_to(self, place: Place) -> bool:
        """Whether a round runs that this member has not come into: nothing of it is said to them."""
        return self.inside is not None and place.role == "member" and not self._has(place)

    def _has(self, place: Place) -> bool:
        return self.inside is not None and place.wire_id in self.inside
