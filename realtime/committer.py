"""Shares commits: what queued while the last one ran goes into the next, whatever the room.

What a commit costs hardly depends on how much is in it, so one begins 15 ms after the last at the
earliest: where many write, what comes meanwhile shares it; where few do, nobody is kept waiting. Those
who were answered together mostly write again together: as soon as they are there again they go, and
a moment is given to as many as last time, which makes a busy room twice as quick.

One thread a process, which also makes wishes of what people typed: what was cleaned and screened
together is stored together. An answer is given only after its commit; where a commit failed, every wish
of it is tried alone once, so that one bad wish punishes nobody else, and what fails again is
answered with "unknown": its socket closes and the client repeats the same cid.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from django.db import InterfaceError, OperationalError, connection

from groups.append import Append, Verdict, append

log = logging.getLogger(__name__)

MOST_AT_ONCE = 64
APART = 0.015  # seconds from the beginning of a commit to that of the next
A_MOMENT = 0.008  # seconds for those who were answered together

Ticket = TypeVar("Ticket")
Prepare = Callable[[], Append | Verdict]  # asks no database


class Committer(Generic[Ticket]):
    """Takes wishes in any thread; gives answers from its own, None for "unknown"."""

    def __init__(self, answer: Callable[[list[tuple[Ticket, Verdict | None]]], None]) -> None:
        self._answer = answer
        self._wishes: deque[tuple[Ticket, Prepare]] = deque()
        self._some = threading.Condition()
        self._thread: threading.Thread | None = None
        self._enough = 1  # so many wishes wake the thread
        self._began = float("-inf")

    def submit(self, ticket: Ticket, wish: Append) -> None:
        """Puts a wish into the next commit."""
        self.prepare(ticket, lambda: wish)

    def prepare(self, ticket: Ticket, prepare: Prepare) -> None:
        """Puts what this comes to into the next commit, or answers with its verdict."""
        with self._some:
            self._wishes.append((ticket, prepare))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="committer", daemon=True)
                self._thread.start()
            if len(self._wishes) >= self._enough:
                self._some.notify()

    def is_here(self) -> bool:
        """Whether it is asked by the thread that commits."""
        return threading.current_thread() is self._thread

    def _run(self) -> None:
        together = 1
        while True:
            batch = self._gather(together)
            together = len(batch)
            prepared = [(ticket, _prepared(prepare)) for ticket, prepare in batch]
            wishes = [(ticket, wish) for ticket, wish in prepared if isinstance(wish, Append)]
            told = [(ticket, said) for ticket, said in prepared if not isinstance(said, Append)]
            if told:
                self._answer(told)
            if wishes:
                self._answer(self._decide(wishes))

    def _gather(self, together: int) -> list[tuple[Ticket, Prepare]]:
        """What the next commit is for. `together`: so many were answered with the last one."""
        with self._some:
            self._wait_for(1)
            until = self._began + APART
            if together > 1:
                until = max(until, time.monotonic() + A_MOMENT)
            self._wait_for(together if together > 1 else MOST_AT_ONCE, until=until)
            self._began = time.monotonic()
            count = min(len(self._wishes), MOST_AT_ONCE)
            return [self._wishes.popleft() for _ in range(count)]

    def _wait_for(self, enough: int, *, until: float | None = None) -> None:
        """Until so many wishes are there, or it is that late."""
        self._enough = enough
        while len(self._wishes) < enough:
            left = None if until is None else until - time.monotonic()
            if left is not None and left <= 0:
                return
            self._some.wait(left)

    def _decide(self, batch: list[tuple[Ticket, Append]]) -> list[tuple[Ticket, Verdict | None]]:
        wishes = [wish for _, wish in batch]
        try:
            verdicts: Sequence[Verdict | None] = _commit(wishes)
        except Exception:  # whichever it was, `_one_by_one` finds out and says so
            verdicts = _one_by_one(wishes) if len(wishes) > 1 else [None]
        return [(ticket, verdict) for (ticket, _), verdict in zip(batch, verdicts, strict=True)]


def _prepared(prepare: Prepare) -> Append | Verdict | None:
    try:
        return prepare()
    except Exception as error:  # one frame nobody foresaw; the others are not to blame
        log.error("words could not be prepared: %s", type(error).__name__)
        return None


class _Away(Exception):
    """The database or a lock did not answer: nothing is wrong with the wishes."""


def _one_by_one(wishes: list[Append]) -> list[Verdict | None]:
    """Each wish in a commit of its own. A room whose lock was not given is not asked again for
    the same batch, nor is a database that is away: those wishes stay unknown."""
    verdicts: list[Verdict | None] = []
    lost: set[str] = set()
    for wish in wishes:
        verdict: Verdict | None = None
        if wish.room not in lost and connection.is_usable():
            try:
                verdict = _commit([wish])[0]
            except _Away:
                lost.add(wish.room)
            except Exception as error:  # a wish nobody foresaw; the others are not to blame
                log.error("a wish could not be decided: %s", type(error).__name__)
        verdicts.append(verdict)
    return verdicts


def _commit(wishes: list[Append]) -> list[Verdict]:
    """One commit. Raises _Away, or whatever is wrong with one of the wishes."""
    try:
        connection.ensure_connection()
        return append(wishes)
    except (OperationalError, InterfaceError) as error:
        log.warning("a commit of %d failed: %s", len(wishes), type(error).__name__)
        if not connection.is_usable():
            connection.close()
        raise _Away from error
