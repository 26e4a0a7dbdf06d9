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


def page(room: str, after: int, limit: int) -> list[Encoded]:
    """The events after a number, encoded once."""
    return [protocol.encode(e) for e in events_after(room, after, limit=limit)]


def page_for(person: int, room: str, after: int, limit: int) -> tuple[list[Encoded], bool]:
    """A page, and whether the person still sits in the room after it was read."""
    found = page(room, after, limit)
    return found, access.is_seated(person, room)


def for_reader(batch: Sequence[Encoded], blocked: frozenset[int]) -> list[Encoded]:
    """The same batch for somebody who blocked these people."""
    if not blocked:
        return list(batch)
    return [protocol.void(e) if e.author in blocked else e for e in batch]


def why_reset(after: int, *, first: int, head: int) -> str:
    """Why a screen at `after` cannot simply go on from there; empty where it can."""
    if after > head:
        return "ahead"
    if head - after > FURTHEST_BACK:
        return "far_behind"
    return "forgotten" if after < first - 1 else ""


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
