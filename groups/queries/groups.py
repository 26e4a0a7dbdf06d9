"""What is shown of groups: to strangers, to those who could join, to those who belong.

Nothing here counts or names members, and nothing depends on who else is in a group.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, Q, QuerySet

from community.accounts.models import Person
from community.accounts.roles import Act
from community.accounts.rules import may, may_enter_rooms
from community.refusal import insist
from community.safety.enums import MeasureKind
from community.safety.models import Measure
from groups import rules
from groups.enums import LISTED, GroupState, MembershipState, RoomKind, RoomState, SeatState
from groups.models import Membership, Room, Seat, SupportGroup
from groups.queries.hosts import Shown, at_the_door, hosts_of
from groups.queries.meetings import Line as MeetingLine
from groups.queries.meetings import coming_meetings
from groups.queries.openings import Opening, opening_of, openings

FEW = 3  # meetings on the page of a group; the others have a page of their own
_SENTENCE = re.compile(r"^.+?[.!?](?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Card:
    """One group in the list."""

    group: SupportGroup
    sentence: str
    opening: Opening | None
    state: str  # the asking person's own membership, or nothing


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One room, for a member."""

    room: Room
    opening: Opening | None
    is_seated: bool
    measure: int | None  # what they can read, where they were removed from this room


@dataclass(frozen=True, slots=True)
class Sight:
    """One group as this person may see it. Names and rooms are empty for who does not belong, or
    may not go into rooms now."""

    group: SupportGroup
    membership: Membership | None
    belongs: bool
    opening: Opening | None
    rooms: list[RoomLine]
    hosts: list[Shown]
    meetings: list[MeetingLine]


def first_sentence(text: str) -> str:
    """What stands before the first full stop, in one line."""
    found = _SENTENCE.match(text.strip())
    return " ".join((found.group() if found else text).split())


def cards(person: Person | AnonymousUser, *, now: datetime) -> list[Card]:
    """The open groups this person may know of, first those where somebody is there now. A fixed
    number of queries."""
    mine = _memberships(person)
    shown = SupportGroup.objects.filter(state=GroupState.OPEN).prefetch_related(_open_rooms())
    if not _runs(person):
        shown = shown.filter(Q(is_unlisted=False) | Q(pk__in=_in(mine)))
    found = list(shown)
    known = openings([room for group in found for room in group.rooms.all()], now=now)
    cards = [
        Card(
            group=group,
            sentence=first_sentence(group.description),
            opening=opening_of(group.rooms.all(), known),
            state=mine[group.pk].state if group.pk in mine else "",
        )
        for group in found
    ]
    return sorted(cards, key=lambda card: card.opening is None or not card.opening.here)


def sight(person: Person | AnonymousUser, slug: str, *, now: datetime) -> Sight:
    """One group. Raises SupportGroup.DoesNotExist, or Refused where it may not be known."""
    group = SupportGroup.objects.get(slug=slug)
    membership = membership_of(person, group)
    insist(rules.may_see_group(person, group, membership))  # type: ignore[arg-type]
    belongs = membership is not None and membership.state == MembershipState.ACTIVE
    looks_in = belongs and isinstance(person, Person) and may_enter_rooms(person) is None
    rooms = list(group.rooms.filter(kind__in=LISTED).order_by("kind", "made_at"))
    known = openings([r for r in rooms if r.state == RoomState.OPEN], now=now)
    return Sight(
        group=group,
        membership=membership,
        belongs=belongs,
        opening=opening_of(rooms, known) if group.state == GroupState.OPEN else None,
        rooms=_lines(person, rooms, known, now=now) if looks_in else [],
        hosts=hosts_of(group) if looks_in else [],
        meetings=_next(group, person, now=now) if looks_in else [],
    )


def membership_of(person: Person | AnonymousUser, group: SupportGroup) -> Membership | None:
    """The person's place in the group, whatever became of it."""
    if not isinstance(person, Person):
        return None
    return Membership.objects.filter(group=group, person=person).first()


def door_hosts(sight: Sight) -> list[Shown]:
    """As what those are here who look after the group and host in it, for who stands at its door."""
    return sight.hosts or at_the_door(hosts_of(sight.group))


def _next(
    group: SupportGroup, person: Person | AnonymousUser, *, now: datetime
) -> list[MeetingLine]:
    assert isinstance(person, Person)
    return coming_meetings(group, person, now=now)[:FEW]


def room_in(group: SupportGroup, room_id: str) -> Room:
    """A room of this group. Raises Room.DoesNotExist."""
    return Room.objects.select_related("group").get(group=group, pk=room_id)


def door_rooms(group: SupportGroup) -> list[Room]:
    """What is behind the door of an open group. A talk for two and a back room are at no door."""
    rooms = group.rooms.filter(state=RoomState.OPEN, kind__in=LISTED)
    return list(rooms.order_by("kind", "made_at"))


def _lines(
    person: Person | AnonymousUser, rooms: list[Room], known: dict[str, Opening], *, now: datetime
) -> list[RoomLine]:
    assert isinstance(person, Person)
    seats = {seat.room_id: seat for seat in Seat.objects.filter(person=person, room__in=rooms)}
    told = dict(
        Measure.objects.filter(
            person=person, kind=MeasureKind.REMOVAL, subject__in=[room.place for room in rooms]
        )
        .order_by("at")
        .values_list("subject", "pk")
    )
    return [
        RoomLine(
            room=room,
            opening=known.get(room.pk),
            is_seated=_sits(seats.get(room.pk)),
            measure=told.get(room.place) if rules.is_removed(seats.get(room.pk), now=now) else None,
        )
        for room in rooms
        if room.state == RoomState.OPEN or _sits(seats.get(room.pk))
    ]


def _sits(seat: Seat | None) -> bool:
    return seat is not None and seat.state == SeatState.ACTIVE


def _open_rooms() -> Prefetch[str, QuerySet[Room], str]:
    rooms = Room.objects.filter(state=RoomState.OPEN, kind=RoomKind.LIVE).order_by("made_at")
    return Prefetch("rooms", queryset=rooms)


def _memberships(person: Person | AnonymousUser) -> dict[int, Membership]:
    if not isinstance(person, Person):
        return {}
    return {m.group_id: m for m in Membership.objects.filter(person=person)}


def _in(mine: dict[int, Membership]) -> list[int]:
    return [pk for pk, held in mine.items() if held.state == MembershipState.ACTIVE]


def _runs(person: Person | AnonymousUser) -> bool:
    return isinstance(person, Person) and may(person, Act.RUN_GROUPS) is None
