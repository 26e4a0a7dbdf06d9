"""The words on the wire, `peer.v1`: frames read strictly and written once.

Reading: an unknown type or field, a missing one, a wrong type, a key given twice, a number that is
not one, a frame that is too large: each is a `BadFrame` with the code the socket is closed with.
Writing: every function answers the text of one frame. Events are encoded one by one, so that the
same text can go to every screen, alone or beside others.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from groups.append import Verdict
from groups.enums import EventKind, HeldFor
from groups.events import SPOKEN, Event

VERSION = 1
SUBPROTOCOL = "peer.v1"
LARGEST_IN = 16_384
LARGEST_OUT = 65_536
MOST_ROOMS = 20
MOST_EVENTS = 200
BEAT, DEAD = 25, 60


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


# What clients say --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hello:
    """The first frame: who this tab is, and how far it has read each room."""

    tab: UUID
    key: str
    rooms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Send:
    """A wish to say something. `intent` is whom the words may wait for."""

    room: str
    cid: UUID
    body: str
    note: str
    intent: HeldFor
    reply_to: int | None
    sure: bool


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
class Ping:
    """Still here, and what reached the screen."""

    n: int
    pos: tuple[tuple[str, int], ...]


Frame = Hello | Send | More | Read | Ping

_ROOM = re.compile(r"[0-9a-z-]{1,40}")
_KEY = re.compile(r"[0-9a-f]{64}")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HIGHEST = 2**53 - 1  # what a browser counts without error
_ABSENT: Any = object()


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
        return json.loads(text, object_pairs_hook=_no_key_twice, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadFrame("not_json") from None


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadFrame("key_twice")
    return found


def _no_constant(_name: str) -> None:
    raise BadFrame("not_json")


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


def _intent(value: Any) -> HeldFor:
    try:
        return HeldFor(_text(value))
    except ValueError:
        raise BadFrame("malformed") from None


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
    return Send(
        room=fields.take("r", _room),
        cid=fields.take("cid", _uuid4),
        body=fields.take("body", _text),
        note=fields.take("note", _text, ""),
        intent=fields.take("intent", _intent, HeldFor.GROUP),
        reply_to=fields.take("reply_to", _count, None),
        sure=fields.take("sure", _flag, False),
    )


def _more(fields: _Fields) -> More:
    return More(fields.take("r", _room), fields.take("after", _count), fields.take("limit", _limit))


def _read(fields: _Fields) -> Read:
    return Read(fields.take("r", _room), fields.take("seq", _count))


def _ping(fields: _Fields) -> Ping:
    return Ping(fields.take("n", _count), fields.take("pos", _positions, ()))


_READERS: dict[str, Callable[[_Fields], Frame]] = {
    "hello": _hello,
    "send": _send,
    "more": _more,
    "read": _read,
    "ping": _ping,
}


# What the server says ----------------------------------------------------------------------------

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

# Only these name somebody; every other event says what happened, not who did it.
_ABOUT_SOMEBODY = SPOKEN | {EventKind.GONE, EventKind.ERASED}
_CHANGES = frozenset(
    {EventKind.EDIT, EventKind.HIDE, EventKind.DELETE, EventKind.ERASED, EventKind.RESTORE}
)


@dataclass(frozen=True, slots=True)
class Encoded:
    """One event as it goes out, without the braces and the room."""

    seq: int
    text: str
    size: int
    author: int | None = None  # for blocking: whose words these are
    gone: int | None = None  # who left here
    changes: bool = False  # words that were shown before are changed or taken away


def encode(event: Event) -> Encoded:
    """The event once and for all screens."""
    fields: dict[str, Any] = {"s": event.seq, "k": event.kind}
    if event.kind in _ABOUT_SOMEBODY:
        fields["a"] = _author(event)
    if event.cid:
        fields["cid"] = event.cid
    if event.ref is not None:
        fields["ref"] = event.ref
    fields["at"] = moment(event.at)
    fields["d"] = _content(event)
    text = _dump(fields)[1:-1]
    return Encoded(
        seq=event.seq,
        text=text,
        size=len(text) if text.isascii() else len(text.encode()),
        author=event.person if event.kind in SPOKEN else None,
        gone=event.person if event.kind == EventKind.GONE else None,
        changes=event.kind in _CHANGES,
    )


def void(encoded: Encoded) -> Encoded:
    """The same number with nothing in it, for who does not want to hear its author."""
    text = f'"s":{encoded.seq},"k":"void","d":{{}}'
    return Encoded(encoded.seq, text, len(text), changes=encoded.changes)


def since(head: int, page: Sequence[Encoded], *, why: str) -> str:
    """The answer for a screen without a socket."""
    more = bool(page) and page[-1].seq < head
    inner = ",".join("{" + e.text + "}" for e in page)
    reset = f'"reset":{_dump(why)},' if why else ""
    return f'{{"head":{head},{reset}"more":{_dump(more)},"ev":[{inner}]}}'


def frames(room: str, batch: Sequence[Encoded], *, more: bool = False) -> Iterator[str]:
    """The batch in as few frames as fit: one event as `ev`, more as `evs`."""
    for part, is_last in _parts(batch):
        if len(part) == 1 and not more:
            yield f'{{"t":"ev","r":"{room}",{part[0].text}}}'
            continue
        rest = "true" if more or not is_last else "false"
        inner = "},{".join(e.text for e in part)
        yield (
            f'{{"t":"evs","r":"{room}","from":{part[0].seq},"to":{part[-1].seq},'
            f'"more":{rest},"ev":[{{{inner}}}]}}'
        )


def _parts(batch: Sequence[Encoded]) -> Iterator[tuple[list[Encoded], bool]]:
    part: list[Encoded] = []
    size = 0
    for encoded in batch:
        if part and (len(part) == MOST_EVENTS or size + encoded.size > LARGEST_OUT - 512):
            yield part, False
            part, size = [], 0
        part.append(encoded)
        size += encoded.size + 3
    if part:
        yield part, True


def nothing_more(room: str, after: int) -> str:
    """An answer to `more` where nothing came after."""
    return _dump({"t": "evs", "r": room, "from": after, "to": after, "more": False, "ev": []})


def _author(event: Event) -> dict[str, Any]:
    author: dict[str, Any] = {"id": event.wire_id}
    if event.name:
        author["name"] = event.name
        author["role"] = "moderator" if event.moderates else "member"
    return author


def _content(event: Event) -> dict[str, Any]:
    if event.kind not in SPOKEN:
        return dict(event.data or {})
    if event.state != "shown":
        return {"state": event.state or "expired"}
    content: dict[str, Any] = {"body": event.body}
    if event.note:
        content["note"] = event.note
    if event.reply_to is not None:
        content["reply_to"] = event.reply_to
    if event.edited:
        content["edited"] = True
    return content


def moment(at: datetime) -> str:
    """A time as everyone reads it: UTC, to the millisecond."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def welcome(*, conn: str, rooms: Iterable[tuple[str, int, str]]) -> str:
    return _dump(
        {
            "t": "welcome",
            "conn": conn,
            "v": VERSION,
            "hb": BEAT,
            "dead": DEAD,
            "max": LARGEST_IN,
            "rooms": [{"r": r, "head": head, "role": role} for r, head, role in rooms],
        }
    )


def verdict(told: Verdict) -> str:
    """`ack` or `nack`."""
    if told.refusal is not None:
        return _nack(told)
    answer: dict[str, Any] = {"t": "ack", "r": told.room, "cid": str(told.cid)}
    if told.seq is not None:
        answer["s"] = told.seq
    if told.at is not None:
        answer["at"] = moment(told.at)
    answer["dup"] = told.dup
    if told.held:
        answer["held"] = True
    if told.help:
        answer["help"] = True
    return _dump(answer)


def _nack(told: Verdict) -> str:
    assert told.refusal is not None
    answer: dict[str, Any] = {
        "t": "nack",
        "r": told.room,
        "cid": str(told.cid),
        "err": told.refusal.code,
        "words": str(told.refusal.words),
        "final": told.wait <= 0,
    }
    if told.help:
        answer["help"] = True
    if told.wait > 0:
        answer["retry_ms"] = int(told.wait * 1000) + 1
    if told.found:
        answer["found"] = [{"kind": f.kind, "start": f.start, "end": f.end} for f in told.found]
    return _dump(answer)


def eph(room: str, data: dict[str, Any]) -> str:
    return _dump({"t": "eph", "r": room, **data})


def me(data: dict[str, Any]) -> str:
    return _dump({"t": "me", **data})


def pong(n: int, heads: dict[str, int]) -> str:
    return _dump({"t": "pong", "n": n, "head": heads})


def reset(room: str, head: int, why: str) -> str:
    return _dump({"t": "reset", "r": room, "head": head, "why": why})


def bye(code: Close, why: str, retry_ms: int = 0) -> str:
    return _dump({"t": "bye", "code": int(code), "why": why, "retry_ms": retry_ms})
