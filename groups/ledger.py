"""The statements of the one write path, written by hand.

The ORM said the same in five times the time (docs/decisions/0014): composing and reading back
queries of thirty columns costs more than the database does. What is read becomes the same rows,
what is written is taken from the same fields, and the tests of `groups.append` prove both. On
PostgreSQL all that is read is one way there and back, and all that is written another; rows go there
as one list in JSON, so that a statement stays the same however many there are.
"""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models
from django.db.models.base import ModelState

from community.accounts.enums import Standing
from community.safety.duty import LEASES
from community.safety.models import Duty
from community.sealed import SealedTextField
from groups.models import Message, Room, RoomEvent, Seat
from groups.prepared import Answer, Asked, Said, Told, is_postgres, make_known, say

_ROOMS = """
SELECT {columns}, EXISTS (
    SELECT 1 FROM groups_supportgroup g WHERE g.id = r.group_id AND g.holds_first
) AS holds_first, EXISTS (
    SELECT 1 FROM groups_meeting t
     WHERE t.room_id = r.id AND t.cancelled_at IS NULL AND t.ends_at > CURRENT_TIMESTAMP
       AND t.begins_at <= CURRENT_TIMESTAMP AND t.places IS NOT NULL
) AS counts_places
  FROM groups_room r WHERE r.id = ANY({{ids}}) ORDER BY r.id {lock}
"""
_SEATS = """
SELECT {columns}, EXISTS ({sent}) AS repeats,
       CASE WHEN s.person_id = ANY({{along}}) THEN ({said}) END AS said_before
  FROM groups_seat s JOIN accounts_person p ON p.id = s.person_id
 WHERE s.room_id = ANY({{ids}}) AND s.person_id = ANY({{people}}) AND p.standing = '{active}'
"""
_SENT = """
    SELECT 1 FROM groups_message m
     WHERE m.room_id = s.room_id AND m.author_id = s.id AND m.cid = ANY({cids})
"""
# Name by name: given a list, PostgreSQL would read all that somebody, or everybody, ever said.
_SENT_UNDER_ONE = """
    SELECT 1 FROM unnest(CAST({people} AS bigint[]), CAST({cids} AS uuid[])) AS w (person, cid)
     CROSS JOIN LATERAL (
        SELECT 1 FROM groups_message m
         WHERE m.room_id = s.room_id AND m.author_id = s.id AND m.cid = w.cid OFFSET 0
     ) AS found WHERE w.person = s.person_id
"""
# What the author said last here, where it may be the beginning of what they say now.
_SAID = """
    SELECT m.body FROM groups_message m
     WHERE m.author_id = s.id AND m.state IN ('shown', 'held') AND m.written_at > {lately}
     ORDER BY m.written_at DESC LIMIT 1
"""
_LATELY = {
    "postgresql": "CURRENT_TIMESTAMP - INTERVAL '3 minutes'",
    "sqlite": "datetime('now', '-3 minutes')",
}
_INTO = 'INSERT INTO "{table}" ({columns}) '
_FROM_LIST = """
SELECT {columns} FROM json_populate_recordset(NULL::"{table}", %s) WITH ORDINALITY ORDER BY ordinality
"""
_HEAD = Told("append_head", "UPDATE groups_room SET last_seq = %s WHERE id = %s")

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Found:
    """What was read under the rooms' locks."""

    rooms: list[Room]  # each with `holds_first`: what its group wants of first words, and
    # `counts_places`: a meeting with only so many is on
    seats: list[Seat]  # each with `repeats`: something was sent from it under one of the names, and
    # `said_before`: what its person said there in the last minutes, where that was asked for
    leases: list[tuple[str, datetime]]  # place, until


def read_locked(
    rooms: Collection[str], names: Collection[tuple[int, UUID]], *, along: Collection[int] = ()
) -> Found:
    """Locks these rooms in the order of their ids until the transaction ends; then, and not before,
    reads who is on duty, and of those who want to say something (who, and under which cid) the
    seats there, of active accounts in whatever state. `along`: whose last words are read along."""
    ids, people = sorted(rooms), [person for person, _ in names]
    cids = [_kept_cid(cid) for _, cid in names]
    asked = _questions()
    make_known(asked)
    told = [
        asked[0].about(ids=ids),
        asked[1].about(ids=ids, people=people, cids=cids, along=along),
        asked[2].about(places=[Room.place_of(room) for room in ids]),
    ]
    found: list[Any] = []
    reads = [
        _read(Room, "holds_first", "counts_places"),
        _read(Seat, "repeats", "said_before"),
        _leases,
    ]
    say(told, lambda n, answer: found.append(reads[n](answer)))
    return Found(*found)


@cache
def _questions() -> tuple[Asked, Asked, Asked]:
    lock = "FOR UPDATE OF r" if is_postgres() else ""
    sent = _SENT_UNDER_ONE if is_postgres() else _SENT
    said = _SAID.format(lately=_LATELY[connection.vendor])
    seats = _SEATS.format(columns=_columns(Seat, "s"), active=Standing.ACTIVE, sent=sent, said=said)
    return (
        Asked("append_rooms", _ROOMS.format(columns=_columns(Room, "r"), lock=lock)),
        Asked("append_seats", seats),
        Asked("append_leases", LEASES),
    )


def write(messages: Sequence[Message], events: Sequence[RoomEvent], heads: Iterable[Room]) -> None:
    """Stores new messages, which learn their numbers as rows, new events, and the last number of
    each of these rooms."""
    told: list[Said] = []
    make_known(_inserts())
    if messages:
        told.append(_insert(Message, messages))
    if events:
        told.append(_insert(RoomEvent, events))
    told += [_HEAD.given(room.last_seq, room.pk) for room in heads]

    def learn(n: int, answer: Answer) -> None:
        if n == 0 and messages:
            for message, (pk,) in zip(messages, answer.fetchall(), strict=True):
                message.pk = pk

    say(told, learn)


def new(model: type[Row], **values: Any) -> Row:
    """A row that is not stored yet, as the ORM's constructor makes it of these values, rows of
    others among them. That would take longer than the database does to store it."""
    plain, made, links = _blank(model)
    row = model.__new__(model)
    row._state = ModelState()
    row.__dict__.update(plain)
    for name, default in made:
        if name not in values:
            row.__dict__[name] = default()
    for name, value in values.items():
        if link := links.get(name):
            row._state.fields_cache[name] = value
            row.__dict__[link] = None if value is None else value.pk
        else:
            row.__dict__[name] = value
    return row


@cache
def _blank(
    model: type[models.Model],
) -> tuple[dict[str, Any], list[tuple[str, Callable[[], Any]]], dict[str, str]]:
    """What stands in a row about which nothing was said, what is made for each anew, and the
    columns of its links to other rows."""
    fields = model._meta.concrete_fields
    anew = [field for field in fields if field.has_default() and callable(field.default)]
    made = [(field.attname, field.get_default) for field in anew]
    plain = {field.attname: field.get_default() for field in fields if field not in anew}
    links = {field.name: field.attname for field in fields if field.remote_field}
    return plain, made, links


def _read(model: type[Row], *more: str) -> Callable[[Answer], list[Row]]:
    """Reads rows of the model, as the ORM would; what was selected after them becomes `more`.

    `from_db` would set each value by itself and send signals that nobody hears: for eight seats that
    takes longer than the database does."""

    def rows(answer: Answer) -> list[Row]:
        names, convert = _fields(model)
        found = []
        for raw in answer.fetchall():
            row = model.__new__(model)
            row._state = ModelState()
            row._state.adding, row._state.db = False, "default"
            row.__dict__.update(zip((*names, *more), raw, strict=True))
            for name, change in convert:
                row.__dict__[name] = change(row.__dict__[name])
            found.append(row)
        return found

    return rows


@cache
def _columns(model: type[models.Model], name: str) -> str:
    """The columns of a model, in the order in which a row is made of them."""
    return ", ".join(f'{name}."{field.column}"' for field in model._meta.concrete_fields)


@cache
def _fields(
    model: type[models.Model],
) -> tuple[list[str], list[tuple[str, Callable[[Any], Any]]]]:
    """The attributes of these columns, and what is done to some of their values."""
    fields = model._meta.concrete_fields
    convert = [(field.attname, change) for field in fields if (change := _change(field))]
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


def _leases(answer: Answer) -> list[tuple[str, datetime]]:
    change = _ends()
    return [(place, change(until)) for place, until in answer.fetchall()]


@cache
def _ends() -> Callable[[Any], datetime]:
    return _change(Duty._meta.get_field("until")) or (lambda value: value)


def _insert(model: type[models.Model], rows: Sequence[models.Model]) -> Said:
    if is_postgres():
        return _known_insert(model).given(_listed(model, rows))
    fields = _inserted(model)
    given = [
        field.get_db_prep_save(getattr(row, field.attname), connection)
        for row in rows
        for field in fields
    ]
    marks = ", ".join([f"({_places(fields)})"] * len(rows))
    return _into(model) + "VALUES " + marks + _learned(model), given


@cache
def _inserts() -> tuple[Told, ...]:
    return _known_insert(Message), _known_insert(RoomEvent), _HEAD


@cache
def _known_insert(model: type[models.Model]) -> Told:
    """The insert as PostgreSQL knows it: it takes a list of rows in JSON."""
    table = model._meta.db_table
    rows = _FROM_LIST.format(table=table, columns=_names(model))
    return Told(f"append_{model._meta.model_name}", _into(model) + rows + _learned(model))


def _listed(model: type[models.Model], rows: Sequence[models.Model]) -> str:
    """Rows as one list in JSON, by the names of their columns."""
    columns, sealing = _written(model)
    listed = []
    for row in rows:
        one = {column: row.__dict__[name] for column, name in columns}
        for column, seal in sealing:
            one[column] = seal(one[column])
        listed.append(one)
    return _in_json(listed)


_in_json = json.JSONEncoder(default=str, check_circular=False).encode


@cache
def _written(
    model: type[models.Model],
) -> tuple[list[tuple[str, str]], list[tuple[str, Callable[[Any], Any]]]]:
    """The columns of a new row with its attributes, and what is done to those that are sealed."""
    fields = _inserted(model)
    return [(str(field.column), field.attname) for field in fields], [
        (str(field.column), field.get_prep_value)
        for field in fields
        if isinstance(field, SealedTextField)
    ]


@cache
def _inserted(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    return [field for field in model._meta.concrete_fields if not field.primary_key]


@cache
def _names(model: type[models.Model]) -> str:
    return ", ".join(f'"{field.column}"' for field in _inserted(model))


@cache
def _into(model: type[models.Model]) -> str:
    """The beginning of an insert."""
    return _INTO.format(table=model._meta.db_table, columns=_names(model))


def _learned(model: type[models.Model]) -> str:
    return " RETURNING id" if model is Message else ""


def _places(given: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(given))


def _kept_cid(cid: UUID) -> str:
    """A cid as the database keeps it."""
    return str(cid) if is_postgres() else cid.hex
