"""What the page of a room shows one person: a fixed number of questions, however much was said."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from community.accounts.models import Block, Person
from community.safety import rota
from community.screening import held_back
from groups import rules, rules_speaking, staffing
from groups.enums import LISTED, HeldFor, MessageState, RoomKind, RoomState
from groups.events import seen_by
from groups.folding import Wishes
from groups.models import Draft, Message, MutedWords, Room, Seat
from groups.near import is_read_first
from groups.queries.answers import Quote, answered
from groups.queries.beside import Beside, beside, first_words_wait, with_takes
from groups.queries.comfort import muted_by, shows_typing, wishes_of
from groups.queries.company import Company, Present, counted, present
from groups.queries.drafts import drafts_of
from groups.queries.history import Stretch
from groups.queries.lines import Line, as_lines, with_company
from groups.queries.mine import MyRoom, name_pair_rooms, seated_rooms
from groups.queries.openings import Opening, by_hours, openings
from groups.queries.together import Together, company_in_round, together
from groups.queries.tonight import Tonight, tonight


@dataclass(frozen=True, slots=True)
class Around:
    """What is true of the room right now."""

    names: tuple[str, ...]  # who from the team is there
    opening: Opening | None
    waits: bool
    closed: bool
    locked: bool
    paused_until: datetime | None
    company: Company = field(default_factory=Company)  # while somebody from the team is there
    beside: Beside = field(default_factory=Beside)
    together: Together | None = None  # the same
    # On a wall: what is written now is read until then. None: nobody stands behind the hours.
    read_by: datetime | None = None
    read_within: int = 0  # hours

    @property
    def is_shut(self) -> bool:
        """Whether a round runs into which the reader has not come yet."""
        return bool(self.together and self.together.round and self.together.round.is_shut)

    @property
    def until_morning(self) -> bool:
        """Whether the team comes back before the next noon, as the reader's clock shows it."""
        at = self.opening.at if self.opening else None
        if at is None or at - timezone.now() > timedelta(hours=20):
            return False
        return timezone.localtime(at).hour < 12


@dataclass(frozen=True, slots=True)
class TogetherPage:
    """The part of the page that changes with the round, the hands and who is here."""

    room: Room
    seat: Seat
    around: Around


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
    tonight: Tonight | None
    draft: Draft | None
    begun: dict[int, Draft]  # on a wall: what was left in the box below a post, by its number
    reminds: bool
    moderates: bool
    to_read: int  # waiting words of others that this moderator may open
    wishes: Wishes
    blocked: frozenset[int]
    muted: tuple[MutedWords, ...]
    typing: bool
    answers: Quote | None  # what words written now would answer

    @property
    def newcomers(self) -> frozenset[str]:
        """Whose first day it is here, by wire id: for the host and for those who greet."""
        now = self.around.together
        return frozenset(who.wire_id for who in now.new) if now else frozenset()


def seat_in(person: Person, room_id: str) -> Seat | None:
    """The person's seat with its room and group, or None for whom the room does not exist."""
    seat = (
        Seat.objects.filter(room=room_id, person=person)
        .select_related("room__group", "room__answers_for")
        .first()
    )
    if seat is not None:
        seat.person = person
    return seat


def room_page(
    person: Person,
    seat: Seat,
    *,
    now: datetime,
    stretch: Stretch,
    answers: int | None = None,
    host: str = "",
) -> RoomPage:
    """The room as this person sees it, with this stretch of its words. `answers`: the number of a
    message they are about to answer. `host`: links to it are links to this place."""
    room = seat.room
    rooms = seated_rooms(person, now=now)
    name_pair_rooms([room], person)
    there = around(seat, rooms=rooms, now=now)
    if there.is_shut:  # a round shows everyone it can be read by: first they say how they come in
        stretch = Stretch()
    muted, blocked = muted_by(person, now=now), blocked_by(person)
    looks_after = seat.moderates and room.kind in LISTED
    moderates = looks_after and rules.may_moderate(person, room) is None
    wishes = replace(wishes_of(person, muted), looks_after=moderates)
    listened = seen_by(stretch.spoken, blocked=blocked)
    lines = list(as_lines(listened, seat=seat, wishes=wishes))
    if room.kind == RoomKind.BACK:
        lines = list(with_takes(tuple(lines), room))
    begun = drafts_of(person, room)
    draft = begun.pop(0, None)
    answers = answers or (draft.reply_to if draft else None)
    return RoomPage(
        room=room,
        seat=seat,
        lines=tuple(with_company(lines, seat=seat, wishes=wishes, blocked=blocked, host=host)),
        head=room.last_seq,
        earlier=stretch.earlier,
        later=stretch.later,
        is_newest=stretch.later is None,
        around=there,
        held=tuple(own_held(seat)),
        rooms=tuple(mine for mine in rooms if mine.room.state == RoomState.OPEN),
        tonight=tonight(seat, there.opening, rooms=rooms, now=now),
        draft=draft,
        begun=begun,
        reminds=seat.reminded_at is None and not seat.messages.exists(),
        moderates=moderates,
        to_read=_to_read(room, seat) if moderates else 0,
        wishes=wishes,
        blocked=blocked,
        muted=tuple(muted),
        typing=rules_speaking.shows_typing_in(room) and shows_typing(person),
        answers=answered(
            seat,
            answers,
            blocked=blocked,
            wishes=wishes,
            on_page=any(line.event.seq == answers for line in lines),
        )
        if answers and room.kind != RoomKind.SLOW and not there.is_shut
        else None,
    )


def _to_read(room: Room, seat: Seat) -> int:
    """How much of others waits for this moderator. One query."""
    waits = Q(state=MessageState.HELD) & ~Q(held_for=HeldFor.ME) | ~Q(rewrite="")
    return (
        Message.objects.filter(waits, room=room, author__isnull=False).exclude(author=seat).count()
    )


def together_page(seat: Seat, *, now: datetime) -> TogetherPage:
    """The same as on the whole page, by itself."""
    name_pair_rooms([seat.room], seat.person)
    return TogetherPage(seat.room, seat, around(seat, rooms=(), now=now))


def around(seat: Seat, *, rooms: Iterable[MyRoom], now: datetime) -> Around:
    """Who is there and what becomes of words written now."""
    room = seat.room
    paused = seat.paused_until if seat.paused_until and seat.paused_until > now else None
    opening = next((mine.opening for mine in rooms if mine.room.pk == room.pk), None)
    if opening is None and room.kind == RoomKind.LIVE:
        opening = openings([room], now=now)[room.pk]
    if room.kind == RoomKind.SLOW:
        return _around_wall(seat, rooms=rooms, paused=paused, now=now)
    names = opening.names if opening is not None else ()
    here = bool(names)
    first = first_words_wait(seat)
    waits = rules.waits(room, on_duty=here)
    speaks = rules.speaks_while_it_rests(seat, room, on_duty=here)
    people = tuple(present(room.pk, now=now, reader=seat)) if names else ()
    now_together = together(seat.person, seat, people, now=now) if names else None
    return Around(
        names=names,
        opening=opening,
        waits=(waits and not speaks) or first,
        closed=room.state != RoomState.OPEN,
        locked=room.locked_at is not None,
        paused_until=paused,
        company=_company(seat, people, names, now_together),
        together=now_together,
        beside=beside(seat, rooms=(mine.room for mine in rooms), first=first, paused=paused),
    )


def _around_wall(
    seat: Seat, *, rooms: Iterable[MyRoom], paused: datetime | None, now: datetime
) -> Around:
    """Nobody is said to be there: a wall is read when people come by."""
    room, is_open = seat.room, staffing.is_open(seat.room, now=now)
    first = first_words_wait(seat)
    waits = rules.waits(room, on_duty=is_open)
    speaks = rules.speaks_while_it_rests(seat, room, on_duty=is_open)
    has_a_name = rota.hours_have_a_name()  # nobody promises what no rota stands behind
    return Around(
        names=(),
        opening=None if is_open else by_hours(now=now),
        waits=(waits and not speaks) or first,
        closed=room.state != RoomState.OPEN,
        locked=room.locked_at is not None,
        paused_until=paused,
        beside=beside(seat, rooms=(mine.room for mine in rooms), first=first, paused=paused),
        read_by=staffing.promised_time(room, now=now) if has_a_name else None,
        read_within=staffing.read_within(room),
    )


def _company(
    seat: Seat, people: Iterable[Present], team: Iterable[str], now: Together | None
) -> Company:
    round = now.round if now else None
    if round is not None and not round.is_gathering:
        return company_in_round(round, seat=seat, team=set(team))
    return counted(people, seat=seat, team=team)


def blocked_by(person: Person) -> frozenset[int]:
    """The numbers of those whom this person does not want to hear."""
    return frozenset(Block.objects.filter(by=person).values_list("of_id", flat=True))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Own words that wait. `reader` is the name of whoever from the team has read them, if so.
    `marked`: they wait because of words that can be left out."""

    message: Message
    reader: str
    marked: bool = False


def own_held(seat: Seat) -> list[Waiting]:
    """This person's own waiting words in the room, oldest first. Two queries."""
    found = list(seat.messages.filter(state=MessageState.HELD).order_by("written_at", "pk"))
    readers = {message.offered_by or message.seen_by for message in found}
    names = dict(
        Person.objects.filter(pk__in=[pk for pk in readers if pk]).values_list("pk", "handle")
    )
    return [
        Waiting(m, names.get(m.offered_by or m.seen_by or 0, ""), is_marked(m, seat)) for m in found
    ]


def is_marked(message: Message, seat: Seat) -> bool:
    """Whether one's own waiting words name a way to be harmed, so that a person reads them first."""
    if message.held_for != HeldFor.GROUP:
        return False
    names = bool(held_back(message.body) or (message.note and held_back(message.note)))
    return is_read_first(seat, seat.room, names_a_way=names)


def waiting_for_team(room: Room) -> QuerySet[Message]:
    """Waiting words that the room's moderators may open, oldest first."""
    return (
        Message.objects.filter(room=room, state=MessageState.HELD, author__isnull=False)
        .exclude(held_for=HeldFor.ME)
        .select_related("author__person", "said_as")
        .order_by("written_at", "pk")
    )


def written_anew(room: Room) -> QuerySet[Message]:
    """Hidden or covered words that their author wrote anew, for the room's moderators."""
    waits = Message.objects.filter(room=room, author__isnull=False).exclude(rewrite="")
    return waits.select_related("author__person", "said_as").order_by("rewrote_at", "pk")
