"""The statements of the one write path, written by hand.

The ORM said the same in five times the time (docs/decisions/0014): composing and reading back
queries of thirty columns costs more than the database does. What is read becomes the same rows,
what is written is taken from the same fields, and the tests of `groups.append` prove both. On
PostgreSQL all that is read is one way there and back, and all that is written another.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models
from django.db.backends.utils import CursorWrapper

from community.accounts.enums import Standing
from community.safety import duty
from community.safety.models import Duty
from groups.models import Message, Room, RoomEvent, Seat

_ROOMS = """
SELECT {columns}, EXISTS (
    SELECT 1 FROM groups_supportgroup g WHERE g.id = r.group_id AND g.holds_first
) AS holds_first
  FROM groups_room r WHERE r.id IN ({ids}) ORDER BY r.id
"""
_SEATS = """
SELECT {columns}, EXISTS (
    SELECT 1 FROM groups_message m
     WHERE m.room_id = s.room_id AND m.author_id = s.id AND m.cid IN ({cids})
) AS repeats
  FROM groups_seat s JOIN accounts_person p ON p.id = s.person_id
 WHERE s.room_id IN ({ids}) AND s.person_id IN ({people}) AND p.standing = %s
"""
_INTO = 'INSERT INTO "{}" ({}) VALUES '
_HEAD = "UPDATE groups_room SET last_seq = %s WHERE id = %s"

Statement = tuple[str, Sequence[Any]]
Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Found:
    """What was read under the rooms' locks."""

    rooms: list[Room]  # each with `holds_first`: what its group wants of first words
    seats: list[Seat]  # each with `repeats`: something was sent from it under one of the names
    leases: list[tuple[str, datetime]]  # place, until


def read_locked(rooms: Collection[str], people: Collection[int], cids: Collection[UUID]) -> Found:
    """Locks these rooms in the order of their ids until the transaction ends; then, and not before,
    reads the seats of these people there, of active accounts in whatever state, and who is on duty.
    """
    ids, who, names = sorted(rooms), list(people), [_kept_cid(cid) for cid in cids]
    lock = "FOR UPDATE OF r" if connection.features.has_select_for_update else ""
    places = {"ids": _places(ids), "people": _places(who), "cids": _places(names)}
    told: list[Statement] = [
        (_ROOMS.format(columns=_columns(Room, "r"), **places) + lock, ids),
        (
            _SEATS.format(columns=_columns(Seat, "s"), **places),
            [*names, *ids, *who, Standing.ACTIVE],
        ),
        duty.leases_of([Room(pk=room).place for room in ids]),
    ]
    found: list[Any] = []
    reads = [_read(Room), _read(Seat), _leases]
    _say(told, lambda n, cursor: found.append(reads[n](cursor)))
    return Found(*found)


def write(messages: Sequence[Message], events: Sequence[RoomEvent], heads: Iterable[Room]) -> None:
    """Stores new messages, which learn their numbers as rows, new events, and the last number of
    each of these rooms."""
    told: list[Statement] = []
    if messages:
        told.append(_insert(Message, messages))
    if events:
        told.append(_insert(RoomEvent, events))
    told += [(_HEAD, [room.last_seq, room.pk]) for room in heads]

    def learn(n: int, cursor: CursorWrapper) -> None:
        if n == 0 and messages:
            for message, (pk,) in zip(messages, cursor.fetchall(), strict=True):
                message.pk = pk

    _say(told, learn)


def _say(told: Sequence[Statement], heard: Callable[[int, CursorWrapper], object]) -> None:
    """Says one statement after the other, each seeing what was committed before it, and hands the
    cursor over after each: on PostgreSQL in one go."""
    if not told:
        return
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            for n, (statement, given) in enumerate(told):
                cursor.execute(statement, given)
                heard(n, cursor)
            return
        cursor.execute(";".join(s for s, _ in told), [x for _, given in told for x in given])
        for n in range(len(told)):
            heard(n, cursor)
            cursor.nextset()


def _read(model: type[Row]) -> Callable[[CursorWrapper], list[Row]]:
    """Reads rows of the model, as the ORM would; what else was selected becomes an attribute."""

    def rows(cursor: CursorWrapper) -> list[Row]:
        names, convert = _fields(model, connection.vendor)
        more = [column[0] for column in cursor.description[len(names) :]]
        found = []
        for raw in cursor.fetchall():
            values = list(raw[: len(names)])
            for n, change in convert:
                values[n] = change(values[n])
            row = model.from_db("default", names, values)
            for name, value in zip(more, raw[len(names) :], strict=True):
                setattr(row, name, value)
            found.append(row)
        return found

    return rows


@cache
def _columns(model: type[models.Model], name: str) -> str:
    """The columns of a model, in the order in which a row is made of them."""
    return ", ".join(f'{name}."{field.column}"' for field in model._meta.concrete_fields)


@cache
def _fields(
    model: type[models.Model], _vendor: str
) -> tuple[list[str], list[tuple[int, Callable[[Any], Any]]]]:
    """The attributes of these columns, and what is done to some of their values, by their place."""
    fields = model._meta.concrete_fields
    convert = [(n, change) for n, field in enumerate(fields) if (change := _change(field))]
    return [field.attname for field in fields], convert


def _change(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    column = field.get_col(field.model._meta.db_table)
    steps = [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]
    if not steps:
        return None

    def change(value: Any) -> Any:
        for step in steps:
            value = step(value, column, connection)
        return value

    return change


def _leases(cursor: CursorWrapper) -> list[tuple[str, datetime]]:
    change = _change(Duty._meta.get_field("until")) or (lambda value: value)
    return [(place, change(until)) for place, until in cursor.fetchall()]


def _insert(model: type[models.Model], rows: Sequence[models.Model]) -> Statement:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    given: list[Any] = []
    marks = [_row(one, fields, given) for one in rows]
    end = " RETURNING id" if model is Message else ""
    return _into(model) + ", ".join(marks) + end, given


def _row(one: models.Model, fields: Sequence["models.Field[Any, Any]"], given: list[Any]) -> str:
    """One row of an insert; what is nothing, as most fields are, is said and not given."""
    marks = []
    for field in fields:
        value = field.get_db_prep_save(getattr(one, field.attname), connection)
        if value is None:
            marks.append("NULL")
        elif value == "":
            marks.append("''")
        else:
            marks.append("%s")
            given.append(value)
    return f"({', '.join(marks)})"


@cache
def _into(model: type[models.Model]) -> str:
    """The beginning of an insert."""
    columns = [f'"{f.column}"' for f in model._meta.concrete_fields if not f.primary_key]
    return _INTO.format(model._meta.db_table, ", ".join(columns))


def _places(given: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(given))


def _kept_cid(cid: UUID) -> Any:
    """A cid as the database keeps it."""
    return models.UUIDField().get_db_prep_value(cid, connection)
