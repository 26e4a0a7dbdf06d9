"""The one read of a room: what happened after a number, with words only where they are shown.

`events_after` is one statement outside any transaction, so that it is one snapshot on both
databases and never waits for a writer. Events are joined to the state their message has now: what
was hidden, deleted or expired since can be in no answer, however old the event.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from groups.enums import EventKind, MessageState
from groups.models import Room, RoomEvent

_READ = """
SELECT e.id, e.room_id, e.seq, e.kind, e.subject_seq, e.at, e.data,
       s.wire_id AS wire_id, s.moderates AS moderates, p.handle AS handle, p.id AS person_id,
       m.id AS message_id, m.cid AS cid, m.state AS message_state, m.reply_to AS answers,
       m.edited_at IS NOT NULL AS was_edited,
       CASE WHEN m.state = 'shown' THEN m.body ELSE '' END AS body,
       CASE WHEN m.state = 'shown' THEN m.note ELSE '' END AS note
  FROM groups_roomevent e
  LEFT JOIN groups_message m
         ON m.room_id = e.room_id AND m.seq = COALESCE(e.subject_seq, e.seq)
        AND e.kind IN ('msg', 'edit', 'restore')
  LEFT JOIN groups_seat s ON s.id = COALESCE(m.author_id, e.actor_id)
  LEFT JOIN accounts_person p ON p.id = s.person_id
 WHERE e.room_id = %s AND {where}
 ORDER BY e.seq {order} LIMIT %s
"""
_AFTER = _READ.format(where="e.seq > %s", order="ASC")
_SPOKEN_BEFORE = _READ.format(where="e.seq < %s AND e.kind IN ('msg', 'notice')", order="DESC")


@dataclass(frozen=True, slots=True)
class Event:
    """One event as it may be told. `person` and `message` are for the server alone."""

    room: str
    seq: int
    kind: str
    at: datetime
    ref: int | None = None
    wire_id: str = ""
    name: str = ""
    moderates: bool = False
    cid: str = ""
    state: str = ""
    body: str = ""
    note: str = ""
    reply_to: int | None = None
    edited: bool = False
    data: dict[str, Any] | None = None
    person: int | None = None
    message: int | None = None


def events_after(room: str, seq: int, *, limit: int = 200) -> list[Event]:
    """The events numbered above `seq`, in order, at most `limit`."""
    return [_event(row) for row in RoomEvent.objects.raw(_AFTER, [room, seq, limit])]


def spoken_before(room: str, seq: int, *, limit: int = 50) -> list[Event]:
    """The newest messages numbered below `seq`, oldest first: a page of history."""
    rows = RoomEvent.objects.raw(_SPOKEN_BEFORE, [room, seq, limit])
    return [_event(row) for row in rows][::-1]


def heads(rooms: Iterable[str]) -> dict[str, int]:
    """The last number of each room, in one query."""
    return dict(Room.objects.filter(pk__in=list(rooms)).values_list("pk", "last_seq"))


def seen_by(events: Iterable[Event], *, blocked: frozenset[int]) -> list[Event]:
    """The same events for somebody who blocked these people: theirs become `void`, numbers stay."""
    return [_void(e) if e.person in blocked else e for e in events]


def _void(event: Event) -> Event:
    return replace(
        Event(room=event.room, seq=event.seq, kind=EventKind.VOID, at=event.at),
        person=event.person,
    )


def _event(row: Any) -> Event:
    """Leaving, being removed and being suspended are all `gone`: no actor's name, no reason."""
    shows_author = row.kind in (EventKind.MSG, EventKind.EDIT, EventKind.RESTORE)
    names_author = shows_author and row.message_state != MessageState.EXPIRED
    return Event(
        room=row.room_id,
        seq=row.seq,
        kind=row.kind,
        at=row.at,
        ref=row.subject_seq,
        wire_id=row.wire_id or "",
        name=(row.handle or "") if names_author else "",
        moderates=bool(row.moderates) if names_author else False,
        cid=str(UUID(str(row.cid))) if row.cid and row.kind == EventKind.MSG else "",
        state=row.message_state or "",
        body=row.body or "",
        note=row.note or "",
        reply_to=row.answers if row.body else None,
        edited=bool(row.was_edited),
        data=row.data or None,
        person=row.person_id,
        message=row.message_id,
    )
