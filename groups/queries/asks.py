"""Who asked for something and has no answer in words.

Worked out anew from what stands in the room: whatever is posted, hidden, taken out or not heard
because somebody blocked somebody is right by itself. A reaction is no answer, and neither is being
read by the team: that has a clock of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from community.accounts.models import Block
from community.safety.clocks import decided_within
from community.safety.enums import ItemKind, Level
from community.safety.models import Item
from groups.enums import MessageState, RoomKind, RoomState
from groups.models import Greeting, Message, Room, RoomEvent, Seat
from groups.staffing import when_somebody_is_here

LIVE_WITHIN = timedelta(minutes=15)  # people talk: who has no answer by then is not heard
TALK, TALK_WITHIN = "talk", timedelta(minutes=5)  # somebody asked for a moderator by name
SAYS_MORE = timedelta(hours=1)  # so long what somebody goes on to say belongs to what they asked
_LOOKS_BACK = {RoomKind.LIVE: timedelta(days=1), RoomKind.SLOW: timedelta(days=14)}
_POST = Coalesce("reply_to", "seq")


@dataclass(frozen=True, slots=True)
class Ask:
    """Words that wait for an answer: the message that asked, since when nobody has answered, when
    its author last said something there, and how long that waits before the team hears of it."""

    message: int
    room: str
    seq: int
    since: datetime
    last: datetime
    within: timedelta
    is_late: bool = False  # and the team has heard of it

    @property
    def told_at(self) -> datetime:
        """When the desk hears of it."""
        return self.since + self.within

    @property
    def seen_by(self) -> datetime:
        """When somebody is there to see that: at night not before the team is back."""
        return when_somebody_is_here(self.told_at)


def within(kind: RoomKind) -> timedelta:
    """How long words that ask wait for an answer before the team hears of it."""
    return LIVE_WITHIN if kind == RoomKind.LIVE else decided_within(Level.TODAY)


def waiting(*, now: datetime, also: Iterable[int] = ()) -> dict[int, Ask]:
    """Everybody who asked lately and has no answer, by message; of `also` those asked long ago too.
    Two queries."""
    known = list(also)
    lately = Q()
    for kind, back in _LOOKS_BACK.items():
        lately |= Q(room__kind=kind, written_at__gt=now - back)
    asked = _asked().filter(lately | Q(pk__in=known))
    return _unanswered(asked)


def one(message: int) -> Ask | None:
    """These words, if they still wait."""
    return _unanswered(_asked().filter(pk=message)).get(message)


def of_author(seat: Seat) -> dict[int, Ask]:
    """What this person asked on a wall and nobody has answered, by number. Two queries."""
    found = _unanswered_on_walls(_asked().filter(author=seat))
    ids = [str(ask.message) for ask in found]
    heard = Item.objects.filter(kind=ItemKind.ASKED, subject_kind="message", subject_id__in=ids)
    told = dict(heard.order_by("opened_at").values_list("subject_id", "opened_at"))
    return {ask.seq: replace(ask, is_late=_has_heard(ask, told)) for ask in found}


def _has_heard(ask: Ask, told: Mapping[str, datetime]) -> bool:
    at = told.get(str(ask.message))
    return at is not None and at >= ask.since


# Talks for two -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Talk:
    """An open talk that a member asked for: whether their moderator has said something since, and
    whether that is late."""

    room: str
    is_answered: bool
    is_late: bool


def talks_asked_for(*, now: datetime, room: str = "") -> list[Talk]:
    """All of them, the longest waiting first, or the one in this room. One query."""
    team = Seat.objects.filter(room=OuterRef(OuterRef("beside")), moderates=True)
    said = Message.objects.filter(
        room=OuterRef("pk"),
        state=MessageState.SHOWN,
        written_at__gte=OuterRef("asked_at"),
        author__person__in=team.values("person"),
    )
    asked = Room.objects.filter(asked_at__isnull=False, state=RoomState.OPEN)
    if room:
        asked = asked.filter(pk=room)
    rows = asked.annotate(is_answered=Exists(said)).order_by("asked_at")
    return [
        Talk(pk, is_answered, is_late=at is not None and at <= now - TALK_WITHIN)
        for pk, is_answered, at in rows.values_list("pk", "is_answered", "asked_at")
    ]


def who_asked_for(side: Room) -> int | None:
    """The member in this talk, by number: whoever does not look after the room beside it."""
    team = Seat.objects.filter(room=side.beside_id, moderates=True).values("person")
    members = side.seats.exclude(person__in=team)
    return members.values_list("person_id", flat=True).first()


def was_put_on_desk(side: Room) -> bool:
    """Whether the others of the team heard of this asking already."""
    heard = Item.objects.filter(kind=ItemKind.ASKED, subject_kind=TALK, subject_id=side.pk)
    return heard.filter(Q(closed_at=None) | Q(closed_at__gte=side.asked_at)).exists()


# Words -------------------------------------------------------------------------------------------


def _asked() -> QuerySet[Message]:
    """Words of members in the rooms of a group whose author said what would help."""
    newcomers = Greeting.objects.filter(
        seat=OuterRef("author"), seq=OuterRef("seq"), settled_at=None
    )  # a clock of their own, and a shorter one
    shown = Message.objects.filter(
        ~Q(intent=""), state=MessageState.SHOWN, author__moderates=False, room__state=RoomState.OPEN
    )
    return shown.exclude(Exists(newcomers))


def _unanswered(asked: QuerySet[Message]) -> dict[int, Ask]:
    return {ask.message: ask for ask in (*_unanswered_live(asked), *_unanswered_on_walls(asked))}


def _unanswered_on_walls(asked: QuerySet[Message]) -> list[Ask]:
    """An answer stands under the same post."""
    here = Q(reply_to=OuterRef("post")) | Q(seq=OuterRef("post"))
    posts = asked.filter(room__kind=RoomKind.SLOW).annotate(post=_POST)
    return _first_of_each(_since(posts, answers=here, own=here), kind=RoomKind.SLOW)


def _unanswered_live(asked: QuerySet[Message]) -> list[Ask]:
    """Whatever is said next, unless it answers somebody else."""
    to_them = Message.objects.filter(
        room=OuterRef("room"), seq=OuterRef("reply_to"), author=OuterRef(OuterRef("author"))
    )
    rows = _since(
        asked.filter(room__kind=RoomKind.LIVE).annotate(post=Value(0)),
        answers=Q(reply_to=None) | Q(Exists(to_them)),
        own=Q(),
    )
    return _first_of_each(
        (row for row in rows if row.since <= row.asked_at + SAYS_MORE), kind=RoomKind.LIVE
    )


class _Row(NamedTuple):
    """What somebody asked, under which post, and since when their words there have no answer."""

    message: int
    room: str
    seq: int
    author: int
    post: int
    since: datetime
    last: datetime
    asked_at: datetime


def _since(asked: QuerySet[Message], *, answers: Q, own: Q) -> Iterator[_Row]:
    after = Message.objects.filter(
        room=OuterRef("room"), state=MessageState.SHOWN, seq__gte=OuterRef("seq")
    )
    blocked = Block.objects.filter(
        by=OuterRef(OuterRef("author__person")), of=OuterRef("author__person")
    )
    heard = after.filter(answers).exclude(author=OuterRef("author")).exclude(Exists(blocked))
    said = after.filter(own, author=OuterRef("author"), seq__gt=OuterRef("heard"))
    rows = (
        asked.annotate(heard=Coalesce(Subquery(heard.order_by("-seq").values("seq")[:1]), Value(0)))
        .annotate(
            unheard=Subquery(said.order_by("seq").values("seq")[:1]),
            newest=Subquery(said.order_by("-seq").values("seq")[:1]),
        )
        .filter(unheard__isnull=False)
        .annotate(since=_told_at("unheard"), last=_told_at("newest"), asked_at=_told_at("seq"))
        .order_by("since", "pk")
    )
    fields = ("pk", "room_id", "seq", "author_id", "post", "since", "last", "asked_at")
    return (_Row(*row) for row in rows.values_list(*fields))


def _told_at(number: str) -> Subquery:
    """When the words of this number came into the room: those that waited came later than they
    were written."""
    said = RoomEvent.objects.filter(room=OuterRef("room"), seq=OuterRef(number))
    return Subquery(said.values("at")[:1])


def _first_of_each(rows: Iterable[_Row], *, kind: RoomKind) -> list[Ask]:
    """One a person and thread: who asks again in other words has asked."""
    found: dict[tuple[str, int, int], Ask] = {}
    for row in rows:
        ask = Ask(row.message, row.room, row.seq, row.since, row.last, within(kind))
        found.setdefault((row.room, row.author, row.post), ask)
    return list(found.values())
