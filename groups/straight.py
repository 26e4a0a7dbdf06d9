"""Statements said to PostgreSQL by its own library, past what Django and psycopg put around each: that
takes a third off what a commit of one message costs us (docs/decisions/0014).

Only for what every message passes. The connection is Django's own, its transaction too; whoever counts
or wraps statements is served by Django's cursor as before, and the tests compare the two.
"""

from select import POLLIN, POLLOUT, poll
from typing import Any
from weakref import WeakKeyDictionary

import psycopg
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import pq
from psycopg.adapt import AdaptersMap, Transformer
from psycopg.types.datetime import TimestamptzLoader

_FAILED = {pq.ExecStatus.FATAL_ERROR, pq.ExecStatus.BAD_RESPONSE}
_lines: "WeakKeyDictionary[Any, Line]" = WeakKeyDictionary()  # by connection

Given = str | int | None


class Answer:
    """What one statement answered."""

    __slots__ = ("_adapters", "_result")

    def __init__(self, result: pq.abc.PGresult, adapters: AdaptersMap) -> None:
        self._result, self._adapters = result, adapters

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows, each value as Django's cursor gives it."""
        change = Transformer(self._adapters)
        change.set_pgresult(self._result)
        return change.load_rows(0, self._result.ntuples, tuple)


def ask(told: "list[tuple[str, list[Given]]]") -> list[Answer] | None:
    """Says these statements in one go and answers what each of them found, in the open transaction
    or the one that Django wants begun; None where they have to go by a cursor. Raises
    django.db.Error as a cursor does."""
    django = connections["default"]  # looked up once: to find it takes longer than what is asked
    if not _is_open(django):
        return None
    raw = django.connection
    line = _lines.get(raw)
    if line is None:
        line = _lines[raw] = Line(raw)
    with django.wrap_database_errors:
        return line.ask(told, begins=not django.autocommit)


def _is_open(django: BaseDatabaseWrapper) -> bool:
    """Nobody counts or wraps statements, and transactions begin in the usual way."""
    django.ensure_connection()
    counted = django.execute_wrappers or django.queries_logged
    return not counted and django.connection.isolation_level is None


class Line:
    """One connection, seen from the library below."""

    def __init__(self, raw: Any) -> None:
        self._pg: pq.abc.PGconn = raw.pgconn
        self._quote = pq.Escaping(self._pg).escape_literal
        # Django's way for these is written in Python; the connection speaks UTC as it wants it.
        self._adapters = AdaptersMap(raw.adapters)
        self._adapters.register_loader("timestamptz", TimestamptzLoader)
        self._socket = self._pg.socket
        self._poll = poll()
        self._poll.register(self._socket, POLLIN)

    def ask(self, told: "list[tuple[str, list[Given]]]", *, begins: bool) -> list[Answer]:
        """Raises psycopg.Error."""
        said = [text % tuple(map(self._written, given)) for text, given in told]
        is_idle = self._pg.transaction_status == pq.TransactionStatus.IDLE
        first = ["BEGIN"] if begins and is_idle else []
        self._pg.send_query(";".join(first + said).encode())
        self._send()
        found = self._hear()
        for result in found:
            if result.status in _FAILED:
                raise self._error(result)
        return [Answer(result, self._adapters) for result in found[len(first) :]]

    def _written(self, value: Given) -> str:
        if value is None:
            return "NULL"
        return self._quote(value.encode()).decode() if isinstance(value, str) else str(value)

    def _send(self) -> None:
        """Until all of it has left. What comes meanwhile is taken in, or both sides would wait."""
        while self._pg.flush():
            self._poll.modify(self._socket, POLLIN | POLLOUT)
            self._poll.poll()
            self._poll.modify(self._socket, POLLIN)
            self._pg.consume_input()

    def _hear(self) -> list[pq.abc.PGresult]:
        """All results, waiting for each without keeping other threads from running."""
        found: list[pq.abc.PGresult] = []
        while True:
            while self._pg.is_busy():
                self._poll.poll()
                self._pg.consume_input()
            if (result := self._pg.get_result()) is None:
                return found
            found.append(result)

    def _error(self, result: pq.abc.PGresult) -> psycopg.Error:
        state = result.error_field(pq.DiagnosticField.SQLSTATE)
        words = result.get_error_message()
        if state is None or self._pg.status == pq.ConnStatus.BAD:
            return psycopg.OperationalError(words)
        return psycopg.errors.lookup(state.decode())(words)
