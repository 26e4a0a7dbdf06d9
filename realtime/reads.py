"""What the hub and `/since/` ask the database: small reads, run in the hub's threads."""

from collections.abc import Iterable, Sequence

from django.db.models import BigIntegerField, CharField, F, Value
from django.db.models.functions import Cast

from community.accounts.models import Person
from community.models import AccessClock
from groups.actions.reading import mark_read as mark_one_read
from groups.events import events_after
from groups.models import Room
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
    found = page(room, after, limit)
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


def heads_and_clock(rooms: Iterable[str]) -> tuple[int, dict[str, int]]:
    """The last number of each room and the access clock, as one snapshot."""
    clock = AccessClock.objects.filter(pk=1).values_list(Value("", CharField()), "value")
    heads = (
        Room.objects.filter(pk__in=list(rooms))
        .order_by()  # a union cannot be sorted by what it does not select
        .values_list("pk", Cast(F("last_seq"), BigIntegerField()))
    )
    found = dict(clock.union(heads, all=True))
    return found.pop("", 0), found


def mark_read(positions: dict[tuple[int, str], int]) -> None:
    """Writes how far people have read."""
    for (person, room), seq in positions.items():
        mark_one_read(room=room, seq=seq, by=Person(pk=person))
