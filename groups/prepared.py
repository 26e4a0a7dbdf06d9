"""Statements said at every message, which PostgreSQL reads and plans once a connection and not each
time: planning the read of events cost twice what reading them does, and reading and planning what
`append` asks more than half of it (docs/decisions/0014)."""

import re
from collections.abc import Callable, Collection, Sized
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from django.db import connection

_VALUE = re.compile(r"%s")
_LIST = re.compile(r"\{(\w+)\}")
_ANY = re.compile(r"= ANY\(\{(\w+)\}\)")
_known: "WeakKeyDictionary[Any, set[str]]" = WeakKeyDictionary()  # by connection: names it knows

Key = str | int
Said = tuple[str, list[Any]]  # a statement, and what is given with it


class Answer(Protocol):
    """What a statement answered."""

    def fetchall(self) -> list[tuple[Any, ...]]: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with lists of keys in it, each by a name: `= ANY({ids})`."""

    name: str
    text: str

    def about(self, **lists: Collection[Key]) -> tuple[str, list[Key]]:
        """How it is said about these keys: numbers and names of our own, which hold nothing that a
        list would have to quote. A list that is not in the text is left out."""
        if not is_postgres():
            return _ANY.sub(lambda one: f"IN ({_places(lists[one[1]])})", self.text), [
                key for name in _ANY.findall(self.text) for key in lists[name]
            ]
        names = _names_in(self.text)
        return _execute(self.name, len(names)), [_listed(lists[name]) for name in names]

    def prepared(self) -> str:
        """The text with a place for each list."""
        numbers = {name: n for n, name in enumerate(_names_in(self.text), 1)}
        return _LIST.sub(lambda one: f"${numbers[one[1]]}", self.text)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that takes values, `%s` each."""

    name: str
    text: str

    def given(self, *values: str | int | None) -> tuple[str, list[str | int | None]]:
        """How it is said with these values."""
        if not is_postgres():
            return self.text, list(values)
        return _execute(self.name, len(values)), list(values)

    def prepared(self) -> str:
        """The text with a place for each value."""
        places = iter(range(1, 100))
        return _VALUE.sub(lambda _: f"${next(places)}", self.text)


@cache
def is_postgres() -> bool:
    """Whether this process works on PostgreSQL: asked at every message."""
    return connection.vendor == "postgresql"


def make_known(statements: Collection[Asked | Told]) -> None:
    """Tells the open connection, where it is one to PostgreSQL, of these, once."""
    if not is_postgres():
        return
    raw = connection.connection
    known = _known.get(raw) if raw is not None else None
    if known is not None and all(one.name in known for one in statements):
        return
    connection.ensure_connection()
    known = _known.setdefault(connection.connection, set())
    new = [one for one in statements if one.name not in known]
    with connection.cursor() as cursor:
        cursor.execute(";".join(f"PREPARE {one.name} AS {one.prepared()}" for one in new))
    known.update(one.name for one in new)


def say(told: list[Said], heard: Callable[[int, Answer], object]) -> None:
    """Says one statement after the other, each seeing what was committed before it, and hands over
    what each of them found: on PostgreSQL in one go."""
    if not told:
        return
    if is_postgres():
        from groups import straight  # its library is of no use to a place on SQLite

        if (answers := straight.ask(told)) is not None:
            for n, answer in enumerate(answers):
                heard(n, answer)
            return
    with connection.cursor() as cursor:
        if not is_postgres():
            for n, (statement, given) in enumerate(told):
                cursor.execute(statement, given)
                heard(n, cursor)
            return
        cursor.execute(";".join(s for s, _ in told), [x for _, given in told for x in given])
        for n in range(len(told)):
            heard(n, cursor)
            cursor.nextset()


@cache
def _names_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_LIST.findall(text)))


@cache
def _execute(name: str, places: int) -> str:
    return f"EXECUTE {name}({', '.join(['%s'] * places)})"


def _places(given: Sized) -> str:
    return ", ".join(["%s"] * len(given))


def _listed(keys: Collection[Key]) -> Key:
    return f"{{{','.join(map(str, keys))}}}"
