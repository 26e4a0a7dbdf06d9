"""Tells open screens that something changed: hints without content, sent after commit.

Losing a hint costs half a second (the poller finds it) and nothing else, so every error here is
logged by its class and swallowed. Takes ids, never models. `realtime.hub` listens.
"""

import atexit
import json
import logging
import os
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

import redis
from django.conf import settings
from django.db import transaction
from django.db.models import F

from community.models import AccessClock

log = logging.getLogger(__name__)

CHANNEL = "kindred:hints"
PROCESS = uuid.uuid4().hex  # hints of one's own come back through Redis and are skipped


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint. kind: nudge (room has events up to head), kick (look at these people again, now),
    me (a personal notice's kind and id), eph (an unnumbered frame for a room)."""

    kind: str
    room: str = ""
    head: int = 0
    people: tuple[int, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)


Listener = Callable[[Hint], None]
_listeners: list[Listener] = []
_own_ears = 0  # how many of those whom Redis tells are this process itself


def listen(listener: Listener) -> None:
    """Every later hint, of this process or another, is given to `listener`, in any thread."""
    _listeners.append(listener)


@contextmanager
def hearing_through_redis() -> Iterator[None]:
    """While this process is told through Redis too, where its own hints come back to it."""
    global _own_ears
    _own_ears += 1
    try:
        yield
    finally:
        _own_ears -= 1


def stop_listening(listener: Listener) -> None:
    """Undoes `listen`."""
    _listeners.remove(listener)


def nudge(room: str, head: int) -> None:
    """The room has events up to `head`. Call it after commit."""
    tell(Hint(kind="nudge", room=room, head=head))


def kick(people: Iterable[int], *, room: str = "") -> None:
    """These people's right to listen changed (in `room`, or anywhere): raises the access clock in
    the transaction of the act, and after commit asks every process to look at them at once."""
    hint = Hint(kind="kick", room=room, people=tuple(people))
    if not AccessClock.objects.filter(pk=1).update(value=F("value") + 1):
        AccessClock.objects.get_or_create(pk=1, defaults={"value": 1})
    transaction.on_commit(lambda: tell(hint))


def me(person: int, *, kind: str, id: str) -> None:
    """A personal notice waits for this person: its kind and id, never its text. After commit."""
    hint = Hint(kind="me", people=(person,), data={"k": kind, "id": id})
    transaction.on_commit(lambda: tell(hint))


def eph(room: str, *, kind: str, data: dict[str, Any]) -> None:
    """An unnumbered frame for everyone in the room (duty, presence, typing). May be lost."""
    transaction.on_commit(lambda: tell(Hint(kind="eph", room=room, data={"k": kind, **data})))


def tell(hint: Hint) -> None:
    """Gives the hint to this process's listeners, and leaves it for the other processes. Never
    raises, never waits: Redis is spoken to by a thread of its own."""
    hear(hint)
    if settings.REDIS_URL:
        _messenger(settings.REDIS_URL, os.getpid()).take(hint)


def hear(hint: Hint) -> None:
    """Gives the hint to this process's listeners. Never raises."""
    for listener in list(_listeners):
        try:
            listener(hint)
        except Exception as error:  # a hint may be lost; the act it speaks of is done
            log.warning("a listener failed: %s", type(error).__name__)


def parse(line: bytes | str) -> Hint | None:
    """A hint from another process, or None for one of our own or a broken one."""
    try:
        words = line.decode() if isinstance(line, bytes) else line
        if PROCESS in words:  # nearly every one: not even parsed
            return None
        raw = json.loads(words)
        del raw["from"]
        return Hint(**{**raw, "people": tuple(raw["people"])})
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


class _Messenger:
    """Carries hints to other processes. What Redis does not take at once is lost: the poller of
    the other process finds it within half a second."""

    rests = 1.0  # seconds for which Redis is left alone after it failed
    most_waiting = 1000
    alone_for = 0.2  # seconds for which nudges stay here when the last one reached nobody else

    def __init__(self, url: str) -> None:
        self._redis = redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)
        self._waiting: deque[Hint] = deque(maxlen=self.most_waiting)
        self._some = threading.Event()
        self._idle = threading.Event()
        self._idle.set()
        self._alone_until = 0.0
        threading.Thread(target=self._run, name="hints", daemon=True).start()

    def take(self, hint: Hint) -> None:
        """Leaves one hint to be carried. A nudge that would reach nobody is left out: who begins to
        listen meanwhile finds the room's head by looking."""
        if hint.kind == "nudge" and time.monotonic() < self._alone_until:
            return
        self._waiting.append(hint)
        self._idle.clear()
        self._some.set()

    def finish(self, within: float) -> None:
        """Waits a moment for what was left: a command ends right after its act."""
        self._idle.wait(within)

    def _run(self) -> None:
        while True:
            self._some.wait()
            self._some.clear()
            while self._waiting:
                self._carry()
            self._idle.set()

    def _carry(self) -> None:
        """Everything that waits, in one go."""
        pipe = self._redis.pipeline(transaction=False)
        try:
            while self._waiting:
                hint = self._waiting.popleft()
                pipe.publish(CHANNEL, json.dumps({"from": PROCESS, **asdict(hint)}))
            reached = max(pipe.execute(), default=0)
            if reached <= _own_ears:
                self._alone_until = time.monotonic() + self.alone_for
        except redis.RedisError as error:
            log.warning("hints not sent to other processes: %s", type(error).__name__)
            time.sleep(self.rests)
            self._waiting.clear()


@lru_cache(maxsize=2)
def _messenger(url: str, process: int) -> _Messenger:  # a forked process has no such thread
    messenger = _Messenger(url)
    atexit.register(messenger.finish, 0.5)
    return messenger
