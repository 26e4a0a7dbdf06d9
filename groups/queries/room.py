"""What the page of a room shows one person: a fixed number of questions, however much was said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from community.accounts.models import Block, Person
from community.safety import duty
from community.safety.enums import MeasureKind, Why
from community.safety.models import Measure
from groups import rules, staffing
from groups.enums import EventKind, HeldFor, MessageState, RoomKind, RoomState
from groups.events import Event, seen_by
from groups.models import Draft, Message, Room, Seat
from groups.queries.company import Company, company
from groups.queries.history import Stretch
from groups.queries.mine import MyRoom, name_pair_rooms, seated_rooms
from groups.queries.openings import Opening, by_hours, openings

TOGETHER_SECONDS = 300  # words of one person this close stand under one name


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the room as this person sees it."""

    event: Event
    own: bool
    day: date | None = None  # set where a new day begins
    follows: bool = False  # the same person, a moment later: the name is not shown again
    is_first_new: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What is true of the room right now."""

    names: tuple[str, ...]  # who from the team is there
    opening: Opening | None
    waits: bool
    closed: bool
    paused_until: datetime | None
    company: Company = field(default_factory=Company)  # while somebody from the team is there
    read_by: datetime | None = None  # on a wall: what is written now is read until then
    read_within: int = 0  # hours

    @property
    def until_morning(self) -> bool:
        """Whether the team comes back before noon, as the reader's clock shows it."""
        at = self.opening.at if self.opening else None
        return at is not None and timezone.localtime(at).hour < 12


@dataclass(frozen=True, slots=True)
class RoomPage:
    """Everything the page needs. `head` is the number the live screen continues from."""

    room: Room
    seat: Seat
    lines: tuple[Line, ...]
    head: int
    earlier: int | None  # older words end below this number
    later: int | None  # newer words begin at this number
    is_newest: bool
    around: Around
    held: tuple["Waiting", ...]
    rooms: tuple[MyRoom, ...]
    draft: Draft | None
    reminds: bool
    moderates: bool
    to_read: int  # waiting words of others that this moderator may open


def seat_in(person: Person, room_id: str) -> Seat | None:
    """The person's seat with its room and group, or None for whom the room does not exist."""
    return (
        Seat.objects.filter(room=room_id, person=person)
        .select_related("room__group", "room__answers_for")
        .first()
    )


def room_page(person: Person, seat: Seat, *, now: datetime, stretch: Stretch) -> RoomPage:
    """The room as this person sees it, with this stretch of its words."""
    room = seat.room
    rooms = seated_rooms(person, now=now)
    name_pair_rooms([room], person)
    lines = tuple(_lines(stretch.spoken, person=person, seat=seat))
    moderates = seat.moderates and rules.may_moderate(person, room) is None
    return RoomPage(
        room=room,
        seat=seat,
        lines=lines,
        head=room.last_seq,
        earlier=stretch.earlier,
        later=stretch.later,
        is_newest=stretch.later is None,
        around=around(seat, rooms=rooms, now=now),
        held=tuple(own_held(seat)),
        rooms=tuple(mine for mine in rooms if mine.room.state == RoomState.OPEN),
        draft=draft_of(person, room),
        reminds=seat.reminded_at is None and not seat.messages.exists(),
        moderates=moderates,
        to_read=waiting_for_team(room).exclude(author=seat).count() if moderates else 0,
    )


def around(seat: Seat, *, rooms: Iterable[MyRoom], now: datetime) -> Around:
    """Who is there and what becomes of words written now."""
    room = seat.room
    paused = seat.paused_until if seat.paused_until and seat.paused_until > now else None
    opening = next((mine.opening for mine in rooms if mine.room.pk == room.pk), None)
    if opening is None and room.kind == RoomKind.LIVE:
        opening = openings([room], now=now)[room.pk]
    if room.kind == RoomKind.SLOW:
        return _around_wall(seat, paused=paused, now=now)
    here = opening is not None and opening.here
    names = tuple(duty.on_duty(room.place, now=now)) if here else ()
    return Around(
        names=names,
        opening=opening,
        waits=rules.waits(room, on_duty=here),
        closed=room.state != RoomState.OPEN,
        paused_until=paused,
        company=company(seat, team=names, now=now) if names else Company(),
    )


def _around_wall(seat: Seat, *, paused: datetime | None, now: datetime) -> Around:
    """Nobody is said to be there: a wall is read when people come by."""
    room, is_open = seat.room, staffing.is_open(seat.room, now=now)
    return Around(
        names=(),
        opening=None if is_open else by_hours(now=now),
        waits=rules.waits(room, on_duty=is_open),
        closed=room.state != RoomState.OPEN,
        paused_until=paused,
        read_by=staffing.promised_time(room, now=now),
        read_within=staffing.read_within(room),
    )


def blocked_by(person: Person) -> frozenset[int]:
    """The numbers of those whom this person does not want to hear."""
    return frozenset(Block.objects.filter(by=person).values_list("of_id", flat=True))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Own words that wait. `reader` is the name of whoever from the team has read them, if so."""

    message: Message
    reader: str


def own_held(seat: Seat) -> list[Waiting]:
    """This person's own waiting words in the room, oldest first. Two queries."""
    found = list(seat.messages.filter(state=MessageState.HELD).order_by("written_at", "pk"))
    readers = {message.offered_by or message.seen_by for message in found}
    names = dict(
        Person.objects.filter(pk__in=[pk for pk in readers if pk]).values_list("pk", "handle")
    )
    return [Waiting(m, names.get(m.offered_by or m.seen_by or 0, "")) for m in found]


def waiting_for_team(room: Room) -> QuerySet[Message]:
    """Waiting words that the room's moderators may open, oldest first."""
    return (
        Message.objects.filter(room=room, state=MessageState.HELD, author__isnull=False)
        .exclude(held_for=HeldFor.ME)
        .select_related("author__person")
        .order_by("written_at", "pk")
    )


def draft_of(person: Person, room: Room) -> Draft | None:
    """What was left in the box, unless the very same words were sent since."""
    draft = Draft.objects.filter(person=person, room=room).first()
    if draft is None:
        return None
    sent = Message.objects.filter(room=room, cid=draft.cid, author__person=person)
    return None if sent.exists() else draft


@dataclass(frozen=True, slots=True)
class Hidden:
    """Own words that the team has hidden, and what was said about it."""

    message: Message
    measure: Measure | None

    @property
    def why(self) -> str:
        """The reason in words."""
        return (
            str(Why(self.message.state_why).label) if self.message.state_why in Why.values else ""
        )


def own_hidden(seat: Seat) -> list[Hidden]:
    """This person's hidden words in the room, newest first, each with why."""
    found = list(seat.messages.filter(state=MessageState.HIDDEN).order_by("-seq"))
    measures = {
        measure.subject: measure
        for measure in Measure.objects.filter(
            person=seat.person_id,
            kind=MeasureKind.HIDING,
            subject__in=[message.desk_key for message in found],
            ended_at=None,
        )
    }
    return [Hidden(message, measures.get(message.desk_key)) for message in found]


def _lines(spoken: Iterable[Event], *, person: Person, seat: Seat) -> Iterator[Line]:
    heard = [e for e in seen_by(spoken, blocked=blocked_by(person)) if e.kind != EventKind.VOID]
    marked = False
    previous: Event | None = None
    for event in heard:
        own = event.wire_id == seat.wire_id
        is_first_new = not marked and 0 < seat.read_seq < event.seq and not own
        marked = marked or is_first_new
        here = timezone.localtime(event.at).date()
        new_day = previous is None or timezone.localtime(previous.at).date() != here
        yield Line(
            event=event,
            own=own,
            day=here if new_day else None,
            follows=not new_day and not is_first_new and _follows(previous, event),
            is_first_new=is_first_new,
        )
        previous = event


def _follows(previous: Event | None, event: Event) -> bool:
    return (
        previous is not None
        and previous.wire_id == event.wire_id
        and previous.kind == event.kind == EventKind.MSG
        and (event.at - previous.at).total_seconds() < TOGETHER_SECONDS
    )
