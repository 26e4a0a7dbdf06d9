"""The one read of a room: what happened after a number, with words only where they are shown.

`events_after` is one statement outside any transaction, so that it is one snapshot on both
databases and never waits for a writer. Events are joined to the state their message has now: what
was hidden, deleted or expired since can be in no answer, however old the event.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from community.sealed import ring
from groups.enums import EventKind, MessageState
from groups.models import Room
from groups.prepared import Told, make_known, say
from groups.spans import COVER

# Rows are read as they are: model instances would cost more than the statement.
_READ = """
SELECT e.room_id, e.seq, e.kind, e.subject_seq, e.at, e.data,
       COALESCE(n.wire_id, s.wire_id), s.moderates, s.part, p.handle, p.id, s.id, n.name,
       m.id, m.cid, m.state, m.reply_to, m.edited_at IS NOT NULL,
       CASE WHEN m.state = 'shown' THEN m.body ELSE '' END,
       CASE WHEN m.state = 'shown' THEN m.note ELSE '' END,
       CASE WHEN m.state = 'shown' THEN m.note_kind ELSE '' END,
       CASE WHEN m.state = 'shown' THEN m.intent ELSE '' END,
       f.id IS NOT NULL, f.back_at
  FROM groups_roomevent e
  LEFT JOIN groups_message m
         ON m.room_id = e.room_id AND m.seq = COALESCE(e.subject_seq, e.seq)
        AND e.kind IN ('msg', 'edit', 'restore', 'note', 'cover', 'fold')
  LEFT JOIN groups_membersfold f ON f.message_id = m.id AND f.ended_at IS NULL
  LEFT JOIN groups_seat s ON s.id = COALESCE(m.author_id, e.actor_id)
  LEFT JOIN groups_earliername n ON n.id = m.said_as_id
  LEFT JOIN accounts_person p ON p.id = s.person_id
 WHERE e.room_id = %s AND {where}
 ORDER BY e.seq {order} LIMIT %s
"""
_SPOKEN_AT = _READ.format(where="e.kind = 'msg' AND e.seq IN ({places})", order="ASC")
_AFTER = Told("events_after", _READ.format(where="e.seq > %s", order="ASC"))
_SPOKEN_FROM = Told(
    "spoken_from",
    _READ.format(where="e.seq >= %s AND e.kind IN ('msg', 'notice')", order="ASC"),
)
_SPOKEN_BEFORE = Told(
    "spoken_before",
    _READ.format(where="e.seq < %s AND e.kind IN ('msg', 'notice')", order="DESC"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """One event as it may be told. `person`, `seat` and `message` are for the server alone."""

    room: str
    seq: int
    kind: str
    at: datetime
    ref: int | None = None
    wire_id: str = ""
    name: str = ""
    moderates: bool = False
    part: str = ""  # a host's or a visitor's; said under an earlier name it would lead to this one
    cid: str = ""
    state: str = ""
    body: str = ""
    note: str = ""
    note_kind: str = ""
    intent: str = ""
    reply_to: int | None = None
    edited: bool = False
    covered: bool = False  # the team covers a part: one sign in the body for each
    folded: bool = False  # three members asked to look at it, and nobody has yet
    back_at: datetime | None = None  # when the team is back to look at it
    data: dict[str, Any] | None = None
    person: int | None = None
    seat: int | None = None
    message: int | None = None

    @property
    def role(self) -> str:
        """As what whoever spoke sits in the room."""
        return "moderator" if self.moderates else self.part or "member"


def events_after(room: str, seq: int, *, limit: int = 200) -> list[Event]:
    """The events numbered above `seq`, in order, at most `limit`."""
    return _ask(_AFTER, room, seq, limit)


def events_after_each(
    positions: Sequence[tuple[str, int]], *, limit: int = 200
) -> list[list[Event]]:
    """The same for several rooms, each by a statement and a snapshot of its own."""
    make_known([_AFTER])
    found: list[list[Event]] = []
    told = [_AFTER.given(room, seq, limit) for room, seq in positions]
    say(told, lambda _, answer: found.append([_event(*row) for row in answer.fetchall()]))
    return found


def spoken_before(room: str, seq: int, *, limit: int = 50) -> list[Event]:
    """The newest messages numbered below `seq`, oldest first: a page of history."""
    return _ask(_SPOKEN_BEFORE, room, seq, limit)[::-1]


def spoken_at(room: str, seqs: Iterable[int]) -> list[Event]:
    """The messages of these numbers in order, as they may be told now."""
    wanted = sorted(set(seqs))
    if not wanted:
        return []
    places = ", ".join(["%s"] * len(wanted))
    return _read(_SPOKEN_AT.format(places=places), [room, *wanted, len(wanted)])


def spoken_from(room: str, seq: int, *, limit: int = 50) -> list[Event]:
    """The oldest messages numbered from `seq` on, in order: a page of history."""
    return _ask(_SPOKEN_FROM, room, seq, limit)


def heads(rooms: Iterable[str]) -> dict[str, int]:
    """The last number of each room, in one query."""
    return dict(Room.objects.filter(pk__in=list(rooms)).values_list("pk", "last_seq"))


# Events that speak in somebody's name. Only these can be blocked: what a person who was blocked
# takes back or hides has to leave every screen.
SPOKEN = frozenset(
    {EventKind.MSG, EventKind.EDIT, EventKind.RESTORE, EventKind.NOTE, EventKind.COVER}
    | {EventKind.FOLD}
)
_NAMED = SPOKEN | {EventKind.TAKE}


def seen_by(events: Iterable[Event], *, blocked: frozenset[int]) -> list[Event]:
    """The same events for somebody who blocked these people: theirs become `void`, numbers stay."""
    return [_void(e) if e.person in blocked and e.kind in SPOKEN else e for e in events]


def _void(event: Event) -> Event:
    return replace(
        Event(room=event.room, seq=event.seq, kind=EventKind.VOID, at=event.at),
        person=event.person,
    )


def _ask(question: Told, *given: str | int) -> list[Event]:
    """Planned once a connection: that costs ten times what reading one event does."""
    make_known([question])
    return _read(*question.given(*given))


def _read(statement: str, given: Sequence[str | int | None]) -> list[Event]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return [_event(*row) for row in cursor.fetchall()]


def _event(
    room: str,
    seq: int,
    kind: str,
    ref: int | None,
    at: datetime | str,
    data: Any,
    wire_id: str | None,
    moderates: bool | None,
    part: str | None,
    handle: str | None,
    person: int | None,
    seat: int | None,
    then: str | None,
    message: int | None,
    cid: UUID | str | None,
    state: str | None,
    answers: int | None,
    was_edited: bool,
    body: str | None,
    note: str | None,
    note_kind: str | None,
    intent: str | None,
    is_folded: bool,
    back_at: datetime | str | None,
) -> Event:
    """Leaving, being removed and being suspended are all `gone`: no actor's name, no reason."""
    names_author = kind in _NAMED and state != MessageState.EXPIRED
    name = ring().decrypt(then.encode()).decode() if then else handle
    return Event(
        room=room,
        seq=seq,
        kind=kind,
        at=_moment(at),
        ref=ref,
        wire_id=wire_id or "",
        name=(name or "") if names_author else "",
        moderates=bool(moderates) if names_author else False,
        part=part if part and names_author and not then else "",
        cid=str(UUID(str(cid))) if cid and kind == EventKind.MSG else "",
        state=state or "",
        body=body or "",
        note=note or "",
        note_kind=note_kind or "",
        intent=intent or "",
        reply_to=answers if state != MessageState.EXPIRED else None,
        edited=bool(was_edited),
        covered=COVER in (body or ""),
        folded=bool(is_folded) and state == MessageState.SHOWN,
        back_at=_moment(back_at) if back_at else None,
        data=(json.loads(data) if isinstance(data, str) else data) or None,
        person=person,
        seat=seat,
        message=message,
    )


def _moment(at: datetime | str) -> datetime:
    """SQLite keeps the hour in UTC and answers without saying so."""
    moment = at if isinstance(at, datetime) else datetime.fromisoformat(at)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
