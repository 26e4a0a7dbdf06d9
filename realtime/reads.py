"""What the hub and `/since/` ask the database: small reads, run in the hub's threads."""

from collections.abc import Collection, Iterable, Sequence

from django.db import connection

from community.accounts.models import Person
from groups.actions.reading import mark_read as mark_one_read
from groups.events import events_after, events_after_each
from groups.prepared import Asked, make_known
from realtime import access, protocol
from realtime.protocol import Encoded

FURTHEST_BACK = 2_000
AFTER_RESET = 50
FORGOTTEN = "forgotten"


def page(room: str, after: int, limit: int) -> list[Encoded]:
    """The events after a number, encoded once."""
    return [protocol.encode(e) for e in events_after(room, after, limit=limit)]


def page_anew(room: str, after: int, limit: int) -> tuple[list[Encoded], str]:
    """The same; where old words were forgotten among these events, the last fifty instead, and why:
    whoever is handed them starts over, so that no screen keeps what the room does not."""
    return _kept(room, page(room, after, limit))


def pages_anew(positions: Sequence[tuple[str, int]], limit: int) -> list[tuple[list[Encoded], str]]:
    """The same of several rooms, in one go."""
    found = events_after_each(positions, limit=limit)
    pages = ([protocol.encode(event) for event in events] for events in found)
    return [_kept(room, page) for (room, _), page in zip(positions, pages, strict=True)]


def _kept(room: str, found: list[Encoded]) -> tuple[list[Encoded], str]:
    first = first_kept(found)
    if first is None:
        return found, ""
    head = found[-1].seq
    start = start_over(first=first, head=head)
    return page(room, start, head - start), FORGOTTEN


def first_kept(batch: Iterable[Encoded]) -> int | None:
    """The number before which nothing is kept any more, where one of these events says so."""
    return max((e.first for e in batch if e.first is not None), default=None)


def page_for(person: int, room: str, after: int, limit: int) -> tuple[list[Encoded], str, bool]:
    """A page, why the screen starts over with it, and whether the person still sits in the room
    after it was read."""
    found, why = page_anew(room, after, limit)
    return found, why, access.is_seated(person, room)


def for_reader(
    batch: Sequence[Encoded], blocked: frozenset[int], *, shut: bool = False
) -> list[Encoded]:
    """The same batch for somebody who blocked these people. `shut`: without any words, for who has
    not come into the round that runs."""
    if shut:
        return [protocol.void(e) if e.is_spoken else e for e in batch]
    if not blocked:
        return list(batch)
    return [protocol.void(e) if e.author in blocked else e for e in batch]


def why_reset(after: int, *, first: int, head: int) -> str:
    """Why a screen at `after` cannot simply go on from there; empty where it can."""
    if after > head:
        return "ahead"
    if head - after > FURTHEST_BACK:
        return "far_behind"
    return FORGOTTEN if after < first - 1 else ""


def start_over(*, first: int, head: int) -> int:
    """The number after which a screen begins again: the last fifty, or what is kept of them."""
    return max(first - 1, head - AFTER_RESET, 0)


_HEADS_AND_CLOCK = Asked(
    "heads_and_clock",
    """
SELECT '' AS room, value FROM community_accessclock WHERE id = 1
 UNION ALL
SELECT id, last_seq FROM groups_room WHERE id = ANY({rooms})
""",
)


def heads_and_clock(rooms: Collection[str]) -> tuple[int, dict[str, int]]:
    """The last number of each room and the access clock, as one snapshot."""
    make_known([_HEADS_AND_CLOCK])
    with connection.cursor() as cursor:
        cursor.execute(*_HEADS_AND_CLOCK.about(rooms=rooms))
        found = dict(cursor.fetchall())
    return found.pop("", 0), found


def mark_read(positions: dict[tuple[int, str], int]) -> None:
    """Writes how far people have read."""
    for (person, room), seq in positions.items():
        mark_one_read(room=room, seq=seq, by=Person(pk=person))
