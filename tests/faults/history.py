"""What happened, as the people at the screens saw it: one list, one clock."""

import threading
import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Entry:
    """One observation. `screen` is one tab of `person`, `conn` one line of it.

    kinds: invoke ack nack received ignored open welcomed asleep close; hidden restoring edited
    removed ended; fault healed beat commit.
    """

    at: float
    kind: str
    person: str = ""
    conn: int = 0
    screen: str = ""
    fields: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name):
        try:
            return self.fields[name]
        except KeyError:
            raise AttributeError(name) from None


class History:
    """Grows from several threads. `entries` is in the order of its clock."""

    def __init__(self):
        self._lock = threading.Lock()
        self._conns = 0
        self.entries = []

    def note(self, kind, person="", conn=0, screen="", **fields):
        with self._lock:
            entry = Entry(time.monotonic(), kind, person, conn, screen or person, fields)
            self.entries.append(entry)
            return entry

    def new_conn(self):
        with self._lock:
            self._conns += 1
            return self._conns

    def of(self, *kinds):
        with self._lock:
            return [entry for entry in self.entries if entry.kind in kinds]

    def counts(self):
        """How often each kind was seen, for the printed report."""
        counted = {}
        for entry in self.entries:
            if entry.kind not in ("beat", "commit"):
                counted[entry.kind] = counted.get(entry.kind, 0) + 1
        return counted


@dataclass(frozen=True)
class Stored:
    """One message as the database holds it when all is over."""

    seq: int | None
    person: str
    cid: str
    body: str
    state: str


@dataclass(frozen=True)
class Store:
    """The closing read of the database, and what every other way out shows: (where, whose, text)."""

    last_seq: int
    numbers: list[int]
    messages: list[Stored]
    elsewhere: list[tuple[str, str, str]] = field(default_factory=list)
