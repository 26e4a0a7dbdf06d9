"""Statements said at every message, which PostgreSQL reads and plans once a connection and not each
time: planning the read of events cost twice what reading them does, and reading and planning what
`append` asks more than half of it (docs/decisions/0014)."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor

_LIST = re.compile(r"\{\w+\}")
_known: "WeakKeyDictionary[Any, set[str]]" = WeakKeyDictionary()  # by connection: names it knows


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with lists of keys in it: `{ids}` in its text is one, each stands there once."""

    name: str
    text: str

    def about(self, *lists: Collection[str | int]) -> tuple[str, list[str | int]]:
        """How it is said about these keys, in the order of the text: numbers and names of our own,
        which hold nothing that a list would have to quote."""
        if connection.vendor != "postgresql":
            marks = iter(f"IN ({', '.join(['%s'] * len(keys))})" for keys in lists)
            return _LIST.sub(lambda _: next(marks), self.text), [k for keys in lists for k in keys]
        return _execute(self.name, len(lists)), [
            f"{{{','.join(map(str, keys))}}}" for keys in lists
        ]

    def prepared(self) -> str:
        """The text with a place for each list."""
        places = iter(range(1, 100))
        return _LIST.sub(lambda _: f"= ANY(${next(places)})", self.text)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of PostgreSQL that takes values, `$1` and so on."""

    name: str
    text: str

    def given(self, *values: str | int | None) -> tuple[str, list[str | int | None]]:
        """How it is said with these values."""
        return _execute(self.name, len(values)), list(values)

    def prepared(self) -> str:
        """The text as it is."""
        return self.text


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


def _execute(name: str, places: int) -> str:
    return f"EXECUTE {name}({', '.join(['%s'] * places)})"


class _Prepared(Cursor[Any]):
    def execute(self, query: Any, params: Any = None, **_: Any) -> Any:
        return super().execute(query, params, prepare=True)


def cursor() -> CursorWrapper:
    """A cursor of the open connection, as `connection.cursor()` gives it."""
    if connection.vendor != "postgresql":
        return connection.cursor()
    connection.ensure_connection()
    raw: Any = _Prepared(connection.connection)
    return (
        connection.make_debug_cursor(raw)
        if connection.queries_logged
        else connection.make_cursor(raw)
    )
