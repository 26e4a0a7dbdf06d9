"""Looking for words in the rooms one sits in. Beside `groups.events` the only read of bodies by and
for members; the same words are shown and kept from view as there.

Every word has to be found, anywhere in the message, in any case; PostgreSQL and SQLite alike. What
was looked for is kept nowhere.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from community.accounts.models import Block, Person
from groups.enums import MessageState, SeatState
from groups.enums_rounds import IN_ROUND
from groups.folding import Folded, Wishes, folded
from groups.models import MembersFold, Message, Room, Round, Seat, Turn
from groups.spans import in_brackets

PAGE = 20
MOST_WORDS = 6
LONGEST = 80  # of what is looked for
SHOWN = 240  # of the message, around the first word found
_OPEN_FOLD = MembersFold.objects.filter(message=OuterRef("pk"), ended_at=None)
NONE_OF_THEIR_OWN = Wishes()  # notes are closed, nothing is muted


@dataclass(frozen=True, slots=True)
class Hit:
    """One message: where it stands, and a piece of it with the places of what was found."""

    room: Room
    seq: int
    name: str
    own: bool
    at: datetime
    fold: Folded
    piece: str
    found: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of them, newest first. More stand below `more`."""

    hits: list[Hit]
    more: int | None


def words_of(query: str) -> list[str]:
    """What is looked for: a few words, each once."""
    return list(dict.fromkeys(query[:LONGEST].split()))[:MOST_WORDS]


def search(
    person: Person,
    words: list[str],
    *,
    wishes: Wishes = NONE_OF_THEIR_OWN,
    room: str = "",
    before: int | None = None,
) -> Hits:
    """Shown messages with all of these words, in rooms where this person sits now: their own and
    those of everybody they have not blocked, folded as they wish. What three members asked to be
    looked at is found by its author alone until somebody has. One query."""
    found = _readable(person)
    for word in words:
        found = found.filter(_has(word))
    if room:
        found = found.filter(room=room)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.order_by("-pk")[: PAGE + 1]) if words else []
    hits = [_hit(message, person, words, wishes=wishes) for message in rows[:PAGE]]
    return Hits(hits, more=rows[PAGE - 1].pk if len(rows) > PAGE else None)


def _readable(person: Person) -> "QuerySet[Message]":
    seats = Seat.objects.filter(person=person, state=SeatState.ACTIVE)
    seats = seats.exclude(moderates=False, room__in=_shut_to(person).values("room"))
    blocked = Block.objects.filter(by=person).values("of")
    return (
        Message.objects.filter(state=MessageState.SHOWN, seq__isnull=False)
        .filter(room__in=seats.values("room"))
        .exclude(Q(author__isnull=False) & Q(author__person__in=blocked))
        .filter(Q(author__person=person) | ~Exists(_OPEN_FOLD))
        .select_related("room__group", "author__person", "said_as")
    )


def _shut_to(person: Person) -> "QuerySet[Round]":
    """Rounds that run without this person: the room's page shows nothing of the talk either."""
    mine = Turn.objects.filter(seat__person=person, state__in=IN_ROUND)
    running = Round.objects.filter(ended_at=None, begun_at__isnull=False)
    return running.exclude(pk__in=mine.values("round"))


def _has(word: str) -> Q:
    """SQLite knows upper and lower case of plain Latin letters alone."""
    cases = {word, word.lower(), word.upper(), word.capitalize()}
    anyhow = Q(body__icontains=word)
    for case in sorted(cases) if not word.isascii() else ():
        anyhow |= Q(body__contains=case)
    return anyhow


def _hit(message: Message, person: Person, words: list[str], *, wishes: Wishes) -> Hit:
    own = message.author is not None and message.author.person_id == person.pk
    body = in_brackets(message.body)
    places = _places(body, words)
    begins = max(0, places[0][0] - SHOWN // 3) if places else 0
    ends = begins + SHOWN
    before = "… " if begins else ""
    after = " …" if ends < len(body) else ""
    shift = len(before) - begins
    return Hit(
        room=message.room,
        seq=message.seq or 0,
        name=message.author_name,
        own=own,
        at=message.written_at,
        fold=folded(
            own=own,
            note=message.note,
            note_kind=message.note_kind,
            body=message.body,
            wishes=wishes,
        ),
        piece=f"{before}{body[begins:ends]}{after}",
        found=[(a + shift, b + shift) for a, b in places if begins <= a and b <= ends],
    )


def _places(body: str, words: list[str]) -> list[tuple[int, int]]:
    """Where the words stand, without overlaps, in order."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return [match.span() for match in re.finditer(pattern, body, re.IGNORECASE)] if words else []
