"""What clients say in `peer.v1`, read strictly.

An unknown type or field, a missing one, a wrong type, a key given twice, a number that is not one,
a frame that is too large: each is a `BadFrame` with the code the socket is closed with.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import TextChoices

from groups.enums import HeldFor, Intent, NoteKind

VERSION = 1
LARGEST_IN = 16_384
MOST_ROOMS = 20
MOST_EVENTS = 200


class Close(IntEnum):
    """Why the server ends a socket. What a client does then is in REALTIME part 2."""

    NORMAL = 1000
    BAD_FRAME = 4400
    SESSION_OVER = 4401
    NOT_A_MEMBER = 4403
    TOO_SLOW = 4408
    REPLACED = 4409
    TOO_LARGE = 4413
    TOO_FAST = 4429
    UNKNOWN_OUTCOME = 4503


class BadFrame(Exception):
    """What came in is not a frame of this protocol. `why` names the rule, never the content."""

    def __init__(self, why: str, code: Close = Close.BAD_FRAME) -> None:
        super().__init__(why)
        self.why = why
        self.code = code


@dataclass(frozen=True, slots=True)
class Hello:
    """The first frame: who this tab is, and how far it has read each room."""

    tab: UUID
    key: str
    rooms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Send:
    """A wish to say something. `held_for` is whom the words may wait for, `intent` what their
    author would like of whoever answers; `waits`: the page promised that they wait."""

    room: str
    cid: UUID
    body: str
    note: str
    held_for: HeldFor
    reply_to: int | None
    sure: bool
    waits: bool = False
    note_kind: NoteKind | None = None
    intent: Intent | None = None


@dataclass(frozen=True, slots=True)
class More:
    """A page of events after a number."""

    room: str
    after: int
    limit: int


@dataclass(frozen=True, slots=True)
class Read:
    """The person has read up to here."""

    room: str
    seq: int


@dataclass(frozen=True, slots=True)
class Typing:
    """The person is writing just now."""

    room: str


@dataclass(frozen=True, slots=True)
class Ping:
    """Still here, and what reached the screen."""

    n: int
    pos: tuple[tuple[str, int], ...]


Frame = Hello | Send | More | Read | Typing | Ping

_ROOM = re.compile(r"[0-9a-z-]{1,40}")
_KEY = re.compile(r"[0-9a-f]{64}")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HIGHEST = 2**53 - 1  # what a browser counts without error
_ABSENT: Any = object()

Choice = TypeVar("Choice", bound=TextChoices)


def parse(text: str) -> Frame:
    """The frame in `text`. Raises BadFrame."""
    if len(text) > LARGEST_IN or len(text.encode("utf-8", "replace")) > LARGEST_IN:
        raise BadFrame("too_large", Close.TOO_LARGE)
    fields = _Fields(_load(text))
    kind = fields.take("t", _text)
    reader = _READERS.get(kind)
    if reader is None:
        raise BadFrame("unknown_type")
    frame = reader(fields)
    fields.none_left()
    return frame


class _Fields:
    """The fields of one frame, each taken once; what is left over is unknown."""

    def __init__(self, raw: Any) -> None:
        if not isinstance(raw, dict):
            raise BadFrame("not_an_object")
        self._raw: dict[str, Any] = raw

    def take(self, name: str, check: Callable[[Any], Any], default: Any = _ABSENT) -> Any:
        value = self._raw.pop(name, _ABSENT)
        if value is _ABSENT:
            if default is _ABSENT:
                raise BadFrame("field_missing")
            return default
        return check(value)

    def none_left(self) -> None:
        if self._raw:
            raise BadFrame("unknown_field")


def _load(text: str) -> Any:
    try:
        return _decode(text)
    except (ValueError, RecursionError):
        raise BadFrame("not_json") from None


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadFrame("key_twice")
    return found


def _no_constant(_name: str) -> None:
    raise BadFrame("not_json")


_decode = json.JSONDecoder(object_pairs_hook=_no_key_twice, parse_constant=_no_constant).decode


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise BadFrame("not_text")
    return value


def _matching(pattern: re.Pattern[str]) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if not pattern.fullmatch(_text(value)):
            raise BadFrame("malformed")
        return str(value)

    return check


_room, _key = _matching(_ROOM), _matching(_KEY)


def _uuid(value: Any) -> UUID:
    if not _UUID.fullmatch(_text(value)):
        raise BadFrame("malformed")
    return UUID(value)


def _uuid4(value: Any) -> UUID:
    found = _uuid(value)
    if found.version != 4:
        raise BadFrame("malformed")
    return found


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _HIGHEST:
        raise BadFrame("not_a_number")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise BadFrame("not_a_flag")
    return value


def _one_of(choices: type[Choice]) -> Callable[[Any], Choice]:
    def check(value: Any) -> Choice:
        try:
            return choices(_text(value))
        except ValueError:
            raise BadFrame("malformed") from None

    return check


def _intent(value: Any) -> Intent | HeldFor:
    """Pages that were opened before `held_for` had a name of its own said it here. No word stands
    for both."""
    return _one_of(HeldFor)(value) if value in HeldFor.values else _one_of(Intent)(value)


def _limit(value: Any) -> int:
    if not 1 <= (found := _count(value)) <= MOST_EVENTS:
        raise BadFrame("out_of_range")
    return found


def _version(value: Any) -> int:
    if _count(value) != VERSION:
        raise BadFrame("version")
    return VERSION


def _rooms(value: Any) -> tuple[tuple[str, int], ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_ROOMS:
        raise BadFrame("out_of_range")
    found = []
    for entry in value:
        fields = _Fields(entry)
        found.append((fields.take("r", _room), fields.take("after", _count)))
        fields.none_left()
    if len({room for room, _ in found}) != len(found):
        raise BadFrame("room_twice")
    return tuple(found)


def _positions(value: Any) -> tuple[tuple[str, int], ...]:
    if not isinstance(value, dict) or len(value) > MOST_ROOMS:
        raise BadFrame("out_of_range")
    return tuple((_room(room), _count(seq)) for room, seq in value.items())


def _hello(fields: _Fields) -> Hello:
    fields.take("v", _version)
    return Hello(fields.take("tab", _uuid), fields.take("key", _key), fields.take("rooms", _rooms))


def _send(fields: _Fields) -> Send:
    said = fields.take("intent", _intent, None)
    waits_for = said if isinstance(said, HeldFor) else HeldFor.GROUP
    return Send(
        room=fields.take("r", _room),
        cid=fields.take("cid", _uuid4),
        body=fields.take("body", _text),
        note=fields.take("note", _text, ""),
        held_for=fields.take("held_for", _one_of(HeldFor), waits_for),
        reply_to=fields.take("reply_to", _count, None),
        sure=fields.take("sure", _flag, False),
        waits=fields.take("waits", _flag, False),
        note_kind=fields.take("note_kind", _one_of(NoteKind), None),
        intent=said if isinstance(said, Intent) else None,
    )


def _more(fields: _Fields) -> More:
    return More(fields.take("r", _room), fields.take("after", _count), fields.take("limit", _limit))


def _read(fields: _Fields) -> Read:
    return Read(fields.take("r", _room), fields.take("seq", _count))


def _typing(fields: _Fields) -> Typing:
    return Typing(fields.take("r", _room))


def _ping(fields: _Fields) -> Ping:
    return Ping(fields.take("n", _count), fields.take("pos", _positions, ()))


_READERS: dict[str, Callable[[_Fields], Frame]] = {
    "hello": _hello,
    "send": _send,
    "more": _more,
    "read": _read,
    "typing": _typing,
    "ping": _ping,
}
