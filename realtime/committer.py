"""Shares commits: what queued while the last one ran goes into the next, whatever the room.

One thread a process. An answer is given only after its commit; where a commit failed, every wish
of it is tried alone once, so that one bad wish punishes nobody else, and what fails again is
answered with "unknown": its socket closes and the client repeats the same cid.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from django.db import Error as DatabaseTrouble
from django.db import connection

from groups.append import Append, Verdict, append

log = logging.getLogger(__name__)

MOST_AT_ONCE = 64

Ticket = TypeVar("Ticket")


class Committer(Generic[Ticket]):
    """Takes wishes in any thread; gives answers from its own, None for "unknown"."""

    def __init__(self, answer: Callable[[list[tuple[Ticket, Verdict | None]]], None]) -> None:
        self._answer = answer
        self._wishes: deque[tuple[Ticket, Append]] = deque()
        self._some = threading.Condition()
        self._thread: threading.Thread | None = None

    def submit(self, ticket: Ticket, wish: Append) -> None:
        """Puts a wish into the next commit."""
        with self._some:
            self._wishes.append((ticket, wish))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="committer", daemon=True)
                self._thread.start()
            self._some.notify()

    def _run(self) -> None:
        while True:
            with self._some:
                while not self._wishes:
                    self._some.wait()
                count = min(len(self._wishes), MOST_AT_ONCE)
                batch = [self._wishes.popleft() for _ in range(count)]
            self._answer(self._decide(batch))

    def _decide(self, batch: list[tuple[Ticket, Append]]) -> list[tuple[Ticket, Verdict | None]]:
        verdicts = _try([wish for _, wish in batch])
        if verdicts is None:
            verdicts = _one_by_one([wish for _, wish in batch])
        return [(ticket, verdict) for (ticket, _), verdict in zip(batch, verdicts, strict=True)]


def _one_by_one(wishes: list[Append]) -> list[Verdict | None]:
    """Each wish in a commit of its own. A room or a database that does not answer is not asked
    again for the same batch: its wishes stay unknown."""
    if len(wishes) == 1:
        return [None]
    verdicts: list[Verdict | None] = []
    lost: set[str] = set()
    for wish in wishes:
        alone = None if wish.room in lost or not connection.is_usable() else _try([wish])
        if alone is None:
            lost.add(wish.room)
        verdicts.append(alone[0] if alone else None)
    return verdicts


def _try(wishes: list[Append]) -> list[Verdict | None] | None:
    """The verdicts of one commit, or None where its outcome is unknown. Never raises."""
    try:
        connection.ensure_connection()
        return list(append(wishes))
    except DatabaseTrouble as error:
        log.warning("a commit of %d failed: %s", len(wishes), type(error).__name__)
        if not connection.is_usable():
            connection.close()
    except Exception as error:  # a wish nobody foresaw; the thread has to outlive it
        log.error("a commit of %d failed: %s", len(wishes), type(error).__name__)
    return None
