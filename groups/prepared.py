"""Statements said at every message, which PostgreSQL reads and plans once a connection and not each
time: planning the read of events cost twice what reading them does, and reading and planning what
`append` asks more than half of it (docs/decisions/0014)."""

import re
from collections.abc import Collection, Iterable, Sized
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection

_VALUE = re.compile(r"%s")
_LIST = re.compile(r"\{(\w+)\}")
_ANY = re.compile(r"= ANY\(\{(\w+)\}\)")
_known: "WeakKeyDictionary[Any, set[str]]" = WeakKeyDictionary()  # by connection: names it knows

Key = str | int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with lists of keys in it, each by a name: `= ANY({ids})`."""

    name: str
    text: str

    def about(self, **lists: Collection[Key]) -> tuple[str, list[Key]]:
        """How it is said about these keys: numbers and names of our own, which hold nothing that a
        list would have to quote. A list that is not in the text is left out."""
        if connection.vendor != "postgresql":
            return _ANY.sub(lambda one: f"IN ({_places(lists[one[1]])})", self.text), [
                key for name in _ANY.findall(self.text) for key in lists[name]
            ]
        names = self._names()
        return _execute(self.name, names), [_listed(lists[name]) for name in names]

    def prepared(self) -> str:
        """The text with a place for each list."""
        numbers = {name: n for n, name in enumerate(self._names(), 1)}
        return _LIST.sub(lambda one: f"${numbers[one[1]]}", self.text)

    def _names(self) -> list[str]:
        return list(dict.fromkeys(_LIST.findall(self.text)))


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that takes values, `%s` each."""

    name: str
    text: str

    def given(self, *values: str | int | None) -> tuple[str, list[str | int | None]]:
        """How it is said with these values."""
        if connection.vendor != "postgresql":
            return self.text, list(values)
        return _execute(self.name, values), list(values)

    def prepared(self) -> str:
        """The text with a place for each value."""
        places = iter(range(1, 100))
        return _VALUE.sub(lambda _: f"${next(places)}", self.text)


def make_known(statements: Iterable[Asked | Told]) -> None:
    """Tells the open connection, where it is one to PostgreSQL, of these, once."""
    if connection.vendor != "postgresql":
        return
    connection.ensure_connection()
    known = _known.setdefault(connection.connection, set())
    if new := [one for one in statements if one.name not in known]:
        with connection.cursor() as raw:
            raw.execute(";".join(f"PREPARE {one.name} AS {one.prepared()}" for one in new))
        known.update(one.name for one in new)


def _execute(name: str, given: Sized) -> str:
    return f"EXECUTE {name}({_places(given)})"


def _places(given: Sized) -> str:
    return ", ".join(["%s"] * len(given))


def _listed(keys: Collection[Key]) -> Key:
    return f"{{{','.join(map(str, keys))}}}"
