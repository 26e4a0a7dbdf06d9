"""Whose turn it is, how fast a room talks and who has a place in it, as read under the lock of
`groups.append`.

Nothing here delays a person who may need help: words that sound so are never asked about.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Max

from community.refusal import Refusal
from groups import rules_rounds
from groups.enums import RoomKind
from groups.enums_rounds import Pace, TurnState
from groups.models import Message, Room, Seat, Turn
from groups.places import Places, read_places


@dataclass(frozen=True, slots=True)
class Talk:
    """Who has the turn, by room; when somebody last spoke in a room that goes slowly, by seat; the
    places of meetings that are on, by room."""

    speakers: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    last: dict[int, datetime] = field(default_factory=dict)
    places: Mapping[str, Places] = field(default_factory=dict)

    def why_not_now(self, seat: Seat, room: Room, *, now: datetime) -> tuple[Refusal | None, float]:
        """Why these words cannot go into the room at this moment, and for how many seconds, where
        that is known."""
        speaker = self.speakers.get(room.pk)
        if (refusal := rules_rounds.may_say_now(seat, speaker=speaker)) is not None:
            return refusal, 0.0
        places = self.places.get(room.pk)
        if places is not None and (refusal := places.why_none(seat, now=now)) is not None:
            return refusal, 0.0
        last = self.last.get(seat.pk)
        if speaker is not None or seat.moderates or last is None:
            return None, 0.0
        wait = room.pace - (now - last).total_seconds()
        if wait <= 0:
            return None, 0.0
        return rules_rounds.too_soon(room.pace, wait=math.ceil(wait)), wait

    def heard(self, seat: Seat, room: Room, *, now: datetime) -> None:
        """The seat has just spoken: it has a place, and its next words in the same commit wait
        their time."""
        if room.pk in self.places:
            self.places[room.pk].take(seat, now=now)
        if room.pace:
            self.last[seat.pk] = now


def read_talk(rooms: Iterable[Room], seats: Iterable[Seat], *, now: datetime) -> Talk:
    """Under the rooms' locks: no question where they talk freely, one where there is a round, one
    where one of them goes slowly, two where a meeting has only so many places."""
    live = {room.pk: room for room in rooms if room.kind == RoomKind.LIVE}
    rounds = [room.pk for room in live.values() if room.in_round]
    counted = [room for room in live.values() if room.counts_places]
    slow = [seat.pk for seat in seats if seat.room_id in live and live[seat.room_id].pace]
    return Talk(
        _speakers(rounds) if rounds else {},
        _last_words(slow, now=now) if slow else {},
        read_places(counted, now=now),
    )


def why_listen(seat: Seat, room: Room) -> Refusal | None:
    """Why old words cannot be changed at this moment: everybody would read them into the turn of
    whoever speaks."""
    speaker = _speakers([room.pk]).get(room.pk) if room.in_round else None
    return rules_rounds.may_say_now(seat, speaker=speaker)


def somebody_speaks(room: Room) -> bool:
    """Whether a turn runs in this room."""
    return room.in_round and bool(_speakers([room.pk]))


def _speakers(rooms: Iterable[str]) -> dict[str, tuple[int, str]]:
    rows = Turn.objects.filter(
        state=TurnState.SPEAKS, round__ended_at=None, round__room__in=list(rooms)
    ).values_list("round__room", "seat", "seat__person__handle")
    return {room: (seat, name) for room, seat, name in rows}


def _last_words(seats: list[int], *, now: datetime) -> dict[int, datetime]:
    since = now - timedelta(seconds=max(Pace.values))
    said = Message.objects.filter(author__in=seats, seq__isnull=False, written_at__gt=since)
    rows = said.order_by().values_list("author").annotate(last=Max("written_at"))
    return {author: last for author, last in rows if author is not None}
