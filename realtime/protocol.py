"""What the server says in `peer.v1`: every function answers the text of one frame.

Events are encoded one by one, so that the same text can go to every screen, alone or beside
others.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from groups.append import Verdict
from groups.enums import EventKind
from groups.events import SPOKEN, Event
from groups.near import Near
from realtime.inbound import LARGEST_IN, MOST_EVENTS, VERSION, Close

SUBPROTOCOL = "peer.v1"
LARGEST_OUT = 65_536
BEAT, DEAD = 25, 60

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

# Only these name somebody; every other event says what happened, not who did it.
_ABOUT_SOMEBODY = SPOKEN | {EventKind.GONE, EventKind.ERASED, EventKind.TAKE}
# A nack that a client follows by sending the same again by itself. `slow` has a time as well, but
# its words go back into the box: nothing heavier written meanwhile may stand behind them.
_AGAIN = frozenset({"rate"})
_CHANGES = frozenset(
    {EventKind.EDIT, EventKind.HIDE, EventKind.DELETE, EventKind.ERASED, EventKind.RESTORE}
    | {EventKind.NOTE, EventKind.COVER, EventKind.FOLD, EventKind.EXPIRED}
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
    is_spoken: bool = False  # it carries somebody's words
    is_round: bool = False  # a round began, went on or ended
    first: int | None = None  # what was numbered below is kept no longer: screens start over


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
        is_spoken=event.kind in SPOKEN,
        is_round=event.kind == EventKind.ROUND,
        first=(event.data or {}).get("first") if event.kind == EventKind.EXPIRED else None,
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


def shut(why: str) -> str:
    """The answer where the room is there and its reader may not go in: why, in one word."""
    return _dump({"why": why})


def frames(
    room: str, batch: Sequence[Encoded], *, more: bool = False, anew: str = ""
) -> Iterator[str]:
    """The batch in as few frames as fit: one event as `ev`, more as `evs`. `anew`: why a screen
    starts over with it."""
    if anew:
        yield reset(room, batch[-1].seq, anew)
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
        author["role"] = event.role
    return author


def _content(event: Event) -> dict[str, Any]:
    if event.kind not in SPOKEN:
        return dict(event.data or {})
    if event.state != "shown":
        place = {} if event.reply_to is None else {"reply_to": event.reply_to}
        return {"state": event.state or "expired", **place}
    content: dict[str, Any] = {"body": event.body}
    for name in ("note", "note_kind", "intent"):
        if said := getattr(event, name):
            content[name] = said
    if event.reply_to is not None:
        content["reply_to"] = event.reply_to
    if event.edited:
        content["edited"] = True
    if event.covered:
        content["covered"] = True
    if event.folded:
        content["folded"] = moment(event.back_at) if event.back_at else ""
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
    if told.marked:
        answer["marked"] = True
    answer.update(_near(told))
    return _dump(answer)


def _near(told: Verdict) -> dict[str, bool]:
    """`help` stands at the box; with `again` as one line. `quiet`: one quiet line alone."""
    return {
        Near.NOTHING: {},
        Near.LINE: {"quiet": True},
        Near.AGAIN: {"help": True, "again": True},
        Near.OPEN: {"help": True},
    }[told.near]


def _nack(told: Verdict) -> str:
    assert told.refusal is not None
    answer: dict[str, Any] = {
        "t": "nack",
        "r": told.room,
        "cid": str(told.cid),
        "err": told.refusal.code,
        "words": str(told.refusal.words),
        "final": told.wait <= 0 or told.refusal.code not in _AGAIN,
    }
    answer.update(_near(told))
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
