"""Statements asked at every message, which PostgreSQL plans once a connection and not each time:
planning the read of events cost twice what reading them does (docs/decisions/0014)."""

from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor


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
