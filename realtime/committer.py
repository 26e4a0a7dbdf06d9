"""Shares commits: what queued while the last one ran goes into the next, whatever the room. Those who
were answered together mostly write again together: a moment is given to as many as last time, which
makes a busy room twice as quick. Whoever writes alone is never kept waiting.

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
A_MOMENT = 0.008  # seconds

Ticket = TypeVar("Ticket")
Prepare = Callable[[], Append | Verdict]  # asks no database


class Committer(Generic[Ticket]):
    """Takes wishes in any thread; gives answers from its own, None for "unknown"."""

    def __init__(self, answer: Callable[[list[tuple[Ticket, Verdict | None]]], None]) -> None:
        self._answer = answer
        self._wishes: deque[tuple[Ticket, Prepare]] = deque()
        self._some = threading.Condition()
        self._thread: threading.Thread | None = None

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
        """What the next commit is for: waits for the first, and a moment for this many."""
        with self._some:
            while not self._wishes:
                self._some.wait()
            until = time.monotonic() + A_MOMENT
            while len(self._wishes) < together and (left := until - time.monotonic()) > 0:
                self._some.wait(left)
            count = min(len(self._wishes), MOST_AT_ONCE)
            return [self._wishes.popleft() for _ in range(count)]

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
