"""One room in this process: how far it was read, and who here reads along."""

import asyncio
import time

from realtime.line import Place

FLUSH_EVERY = 0.008  # a busy room is handed few events this often at most; a quiet one at once
MANY = 4  # so many events are worth a frame of their own at any time
PAGE = 200


class Cursor:
    """Read up to `seq`, known to go up to `head`."""

    __slots__ = (
        "changes", "head", "inside", "joined", "joining", "knows_round", "live", "reading",
        "rests_until", "room", "seq", "task",
    )  # fmt: skip

    def __init__(self, room: str, seq: int) -> None:
        self.room = room
        self.seq = seq
        self.head = seq
        self.live: dict[Place, None] = {}
        self.joining = 0
        self.joined = 0  # how many screens have begun to read along
        self.reading = False
        self.changes = 0  # how often words that were shown were changed or taken away
        self.task: asyncio.Task[None] | None = None
        self.rests_until = 0.0
        self.knows_round = False
        self.inside: frozenset[str] | None = None  # who is in the round that runs, by wire id

    def join(self, place: Place) -> None:
        """From here on the screen is handed what the room is."""
        self.live[place] = None
        self.joined += 1

    def has_rest(self) -> float:
        """The seconds until something may be handed out again."""
        return self.rests_until - time.monotonic()

    def may_hand_out(self) -> bool:
        """Whether nothing is being read for it, and it does not rest."""
        return self.task is None and self.has_rest() <= 0

    def rest(self, handed_out: int) -> None:
        """So much was handed out: where it was little, what comes meanwhile waits for more."""
        if handed_out < MANY:
            self.rests_until = time.monotonic() + FLUSH_EVERY

    def in_round(self, inside: frozenset[str] | None) -> None:
        """A round runs among these, or none does (None)."""
        self.inside, self.knows_round = inside, True

    def is_shut_to(self, place: Place) -> bool:
        """Whether a round runs that this member has not come into: nothing of it is said to them."""
        return self.inside is not None and place.role == "member" and not self._has(place)

    def _has(self, place: Place) -> bool:
        return self.inside is not None and place.wire_id in self.inside
