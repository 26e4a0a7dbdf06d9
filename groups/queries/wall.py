"""A wall as one person sees it: posts, each with its answers under it.

The post with the newest words stands first, by the highest number among it and its answers. That
order is total, and nothing moves in it but by new words: an edit, a hide, a reading or what somebody
takes out leaves everything where it was. On an open page nothing moves at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from uuid import UUID, uuid4

from django.db.models import Max, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from community.accounts.models import Person
from groups.asked import fold_of
from groups.enums import EventKind, MessageState
from groups.events import Event, seen_by, spoken_at
from groups.folding import Wishes
from groups.models import Draft, Memorial, Message, Room, RoomEvent, Seat
from groups.queries import asks
from groups.queries.asks import Ask
from groups.queries.lines import Line, with_company
from groups.queries.memorials import on_wall
from groups.rules_memorials import is_over

POSTS = 20  # on one page
ANSWERS = 20  # under one post; the rest on its own page
OF_ONE = 500  # on that page


@dataclass(frozen=True, slots=True)
class Reading:
    """Whether somebody from the team has read it. `by` and `at` are both there or both not."""

    by: str
    at: datetime | None
    promised: datetime | None
    is_late: bool
    may_say: bool  # this person may say that they have


@dataclass(frozen=True, slots=True)
class WallLine(Line):
    """One message of a thread."""

    is_new: bool = False
    reading: Reading | None = None
    ask: Ask | None = None  # own words that asked for something, without an answer


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom the wall is drawn: their seat, what and whom they would rather not meet, and the name
    of this place in links."""

    seat: Seat
    wishes: Wishes
    blocked: frozenset[int]
    now: datetime
    host: str = ""
    begun: Mapping[int, Draft] = field(default_factory=dict)  # what they left in the boxes, by post


@dataclass(frozen=True)
class Thread:
    """A post, by its number, and its answers. `has_post`: the post itself can be shown."""

    post: int
    lines: tuple[WallLine, ...]
    has_post: bool
    has_more: bool
    draft: Draft | None  # the answer this reader has begun
    memorial: Memorial | None = None  # people remember somebody here
    is_over: bool = False  # and the time for it is over

    @cached_property
    def cid(self) -> UUID:
        """The name of the answer that may be written here."""
        return self.draft.cid if self.draft else uuid4()


@dataclass(frozen=True, slots=True)
class WallPage:
    """Some threads of a wall. Older ones have their newest words below `earlier`."""

    threads: tuple[Thread, ...]
    earlier: int | None
    is_newest: bool
    has_all_new: bool  # nothing new stands on another page
    begun_elsewhere: tuple[Draft, ...] = ()  # answers the reader has begun to posts not shown here


def recent(reader: Reader, *, before: int | None = None) -> WallPage:
    """The posts with the newest words first, or those before a number."""
    seat = reader.seat
    limit = seat.room.last_seq + 1 if before is None else before
    rows = list(_by_newest(seat.room, limit)[: POSTS + 1])
    shown = [post for post, _ in rows[:POSTS]]
    earlier = rows[POSTS - 1][1] if len(rows) > POSTS else None
    threads = _threads(reader, shown, most=ANSWERS)
    here = {thread.post for thread in threads}
    return WallPage(
        threads=threads,
        earlier=earlier,
        is_newest=before is None,
        has_all_new=earlier is None or earlier <= seat.read_seq,
        begun_elsewhere=tuple(one for post, one in reader.begun.items() if post not in here),
    )


def one(reader: Reader, seq: int) -> WallPage:
    """The one thread in which the message of this number stands."""
    said = Message.objects.filter(room=reader.seat.room_id, seq=seq)
    posts = list(said.annotate(post=_POST).values_list("post", flat=True))
    return _only(_threads(reader, posts, most=OF_ONE))


def of_day(reader: Reader, day: date) -> WallPage:
    """The threads in which something was written on this day, by the house's clock."""
    begins = timezone.make_aware(datetime.combine(day, time()))
    ends = timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
    said = RoomEvent.objects.filter(
        room=reader.seat.room_id, kind=EventKind.MSG, at__gte=begins, at__lt=ends
    )
    written = Message.objects.filter(room=reader.seat.room_id, seq__in=said.values("seq"))
    posts = written.annotate(post=_POST).values_list("post", flat=True).distinct()
    newest_first = sorted(posts, reverse=True)[:POSTS]
    return _only(_threads(reader, newest_first, most=ANSWERS))


_POST = Coalesce("reply_to", "seq")


def _only(threads: tuple[Thread, ...]) -> WallPage:
    return WallPage(threads, earlier=None, is_newest=False, has_all_new=False)


def _by_newest(room: Room, limit: int) -> "QuerySet[Message, tuple[int, int]]":
    """(post, the highest number in its thread) where that is below the limit, newest first."""
    kept = Message.objects.filter(room=room, seq__gte=room.first_seq)
    grouped = kept.annotate(post=_POST).order_by().values("post").annotate(last=Max("seq"))
    below = grouped.filter(last__lt=limit)
    return below.order_by("-last").values_list("post", "last")


def _threads(reader: Reader, posts: list[int], *, most: int) -> tuple[Thread, ...]:
    seat, blocked = reader.seat, reader.blocked
    answers = _answers(seat.room, posts)
    wanted = [*posts, *(seq for post in posts for seq in answers[post][-most:])]
    said = spoken_at(seat.room_id, wanted)
    heard = [e for e in seen_by(said, blocked=blocked) if e.kind == EventKind.MSG]
    plain = list(_lines(heard, reader=reader))
    lines: dict[int, list[WallLine]] = defaultdict(list)
    for line in with_company(
        plain, seat=seat, wishes=reader.wishes, blocked=blocked, host=reader.host
    ):
        lines[line.event.reply_to or line.event.seq].append(line)
    remembering = on_wall(seat.room)
    return tuple(
        Thread(
            post=post,
            lines=tuple(lines[post]),
            has_post=lines[post][0].event.seq == post,
            has_more=len(answers[post]) > most,
            draft=reader.begun.get(post),
            memorial=remembering.get(post),
            is_over=post in remembering and is_over(remembering[post], now=reader.now),
        )
        for post in posts
        if lines[post]
    )


def _lines(heard: list[Event], *, reader: Reader) -> Iterator[WallLine]:
    seat = reader.seat
    readings = _readings(seat, heard, now=reader.now)
    has_asked = any(event.intent and event.seat == seat.pk for event in heard)
    unanswered = asks.of_author(seat) if has_asked else {}
    for event in heard:
        own = event.seat == seat.pk
        yield WallLine(
            event=event,
            own=own,
            is_new=event.seq > seat.read_seq and not own,
            reading=readings.get(event.seq),
            ask=unanswered.get(event.seq) if own else None,
            fold=fold_of(event, own=own, wishes=reader.wishes),
        )


def _answers(room: Room, posts: Iterable[int]) -> dict[int, list[int]]:
    """The numbers of the answers to each post, in order."""
    found: dict[int, list[int]] = defaultdict(list)
    rows = Message.objects.filter(room=room, reply_to__in=list(posts), seq__gte=room.first_seq)
    for post, seq in rows.order_by("seq").values_list("reply_to", "seq"):
        found[post or 0].append(seq or 0)
    return found


def _readings(seat: Seat, heard: list[Event], *, now: datetime) -> dict[int, Reading]:
    """Who has read what: of their own words for authors, of everybody's for the team."""
    rows = Message.objects.filter(
        room=seat.room_id, seq__in=[e.seq for e in heard], state=MessageState.SHOWN
    )
    if not seat.moderates:
        rows = rows.filter(author=seat)
    found = list(rows.values_list("seq", "author", "promised_at", "seen_at", "seen_by"))
    readers = {by for *_, by in found if by}
    names = dict(Person.objects.filter(pk__in=readers).values_list("pk", "handle"))
    return {
        seq: Reading(
            by=names.get(by or 0, ""),
            at=at,
            promised=promised,
            is_late=promised is not None and promised <= now,
            may_say=seat.moderates and author != seat.pk and at is None and promised is not None,
        )
        for seq, author, promised, at, by in found
        if seq is not None
    }
