"""The one write path of a room.

`append` takes a list, because what queued while the last commit ran shares the next one; a page's
POST is a list of one. Everything slow (parsing, cleaning, screening, pace) comes before. In the
transaction: rooms are locked in id order, seats and duty are read after the lock, so that removal,
hide and send have one total order. After commit, and only then, screens are told.
"""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import live
from community.refusal import Refusal
from community.safety import intake
from community.safety.called import helped_lately
from community.safety.enums import ItemKind, Level
from groups import greeting, ledger, order, rules, rules_memorials, staffing, threads
from groups.along import read_along
from groups.enums import EventKind, HeldFor, Intent, MessageState, NoteKind, RoomKind
from groups.models import Message, Room, RoomEvent, Seat
from groups.models.message import first_mac
from groups.near import Near, Signal, is_read_first, near, those_in_need
from groups.raised import put_signal_on_desk

CID_CONFLICT = Refusal(
    "cid_conflict", _("Different words were already sent under this name. Please send them again.")
)
HELD_PROMISE = rules.HELD_PROMISE


@dataclass(frozen=True, slots=True)
class Append:
    """One wish to say something in a room, already cleaned, screened and paced."""

    room: str
    person: int
    cid: UUID
    body: str
    note: str = ""
    note_kind: NoteKind | None = None
    intent: Intent | None = None
    reply_to: int | None = None
    held_for: HeldFor = HeldFor.GROUP
    must_wait: bool = False  # it was promised, when the author pressed the button
    signal: Signal | None = None
    goes_on: bool = False  # may end what its author began to say just before
    names_a_way: bool = False  # to be harmed, with an amount, a place or means at hand


@dataclass(frozen=True, slots=True)
class Found:
    """Contact details in what was written: what kind, and where."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one Append: its number, or that it waits (`held`, no number), or why not.

    `near`: what of lines and hours stands at the author's box at once, whatever else was decided.
    `marked`: the words wait because of a way to be harmed, and can go out without it.
    """

    room: str
    cid: UUID
    seq: int | None = None
    at: datetime | None = None
    dup: bool = False
    held: bool = False
    near: Near = Near.NOTHING
    marked: bool = False
    refusal: Refusal | None = None
    wait: float = 0.0  # with `rate` and `slow`: seconds
    found: tuple[Found, ...] = ()  # with `check`


@dataclass(slots=True)
class _Known:
    """What the transaction has read under the locks."""

    now: datetime
    wishes: Sequence[Append]
    rooms: dict[str, Room]
    seats: dict[tuple[str, int], Seat]
    staffed: set[str]
    sent: dict[tuple[int, UUID], Message]
    heard: set[tuple[int, int]]  # (group, person): a group that holds first words has heard them
    talk: order.Talk
    posts: threads.Posts
    helped: dict[int, Level]  # who had help at the box in the last hours, and at which level


def append(wishes: Sequence[Append]) -> list[Verdict]:
    """Decides and stores every wish in one commit; answers in the same order.

    When it returns, every verdict is true for good. When it raises (lock time-out, database away),
    nothing is known: repeat with the same cid.
    """
    with transaction.atomic():
        known = _read_under_lock(wishes)
        wishes = known.wishes
        messages: list[Message] = []
        events: list[RoomEvent] = []
        verdicts = [_decide(wish, known, messages, events) for wish in wishes]
        ledger.write(messages, events, _raised(known, events))
        _tell(known, events)
        _put_on_desk(wishes, messages, known)
        greeting.hear(messages, known.rooms)
    return verdicts


def _read_under_lock(wishes: Sequence[Append]) -> _Known:
    people = {wish.person for wish in wishes}
    names = {wish.cid for wish in wishes}
    said = [(wish.person, wish.cid) for wish in wishes]
    along = {wish.person for wish in wishes if wish.goes_on}
    found = ledger.read_locked({wish.room for wish in wishes}, said, along=along)
    now = timezone.now()
    rooms = {room.pk: room for room in found.rooms}
    seats = {(seat.room_id, seat.person_id): seat for seat in found.seats}
    on_duty = {place for place, until in found.leases if until > now}
    wishes = read_along(wishes, {key: seat.said_before for key, seat in seats.items()})
    return _Known(
        now=now,
        wishes=wishes,
        rooms=rooms,
        seats=seats,
        staffed=staffing.open_among(found.rooms, staffed=on_duty, now=now),
        sent=_sent_before(seats.values(), names),
        heard=_heard(rooms.values(), people),
        talk=order.read_talk(rooms.values(), seats.values(), now=now),
        posts=threads.posts_answered(((w.room, w.reply_to) for w in wishes), rooms, now=now),
        helped=helped_lately(those_in_need((w.person, w.signal) for w in wishes), now=now),
    )


def _sent_before(seats: Iterable[Seat], cids: Iterable[UUID]) -> dict[tuple[int, UUID], Message]:
    """What was sent under these names before, without the words. No query where nothing was."""
    repeat = [seat for seat in seats if seat.repeats]
    if not repeat:
        return {}
    rooms = {seat.room_id for seat in repeat}
    sent = Message.objects.filter(room__in=rooms, author__in=repeat, cid__in=list(cids))
    return {(m.author_id, m.cid): m for m in sent.defer("body") if m.author_id is not None}


def _heard(rooms: Iterable[Room], people: Iterable[int]) -> set[tuple[int, int]]:
    """Whose words a group that holds first words has let in before. No query for other groups."""
    holding = {room.group_id for room in rooms if room.holds_first}
    if not holding:
        return set()
    said = Message.objects.filter(
        room__group__in=holding, author__person__in=people, seq__isnull=False
    )
    return set(said.values_list("room__group", "author__person").distinct())


def _decide(
    wish: Append, known: _Known, messages: list[Message], events: list[RoomEvent]
) -> Verdict:
    seat = known.seats.get((wish.room, wish.person))
    if (refusal := rules.may_read(seat)) is not None:
        return Verdict(wish.room, wish.cid, refusal=refusal)
    assert seat is not None
    if (earlier := known.sent.get((seat.pk, wish.cid))) is not None:
        return _repeat(wish, earlier)
    room = known.rooms[wish.room]
    refusal = rules.may_write(seat, room, now=known.now)
    if refusal is not None and not _needs_help(wish):
        return Verdict(wish.room, wish.cid, refusal=refusal, near=near(wish.signal))
    held_for = wish.held_for
    if refusal is not None and held_for == HeldFor.GROUP:
        held_for = HeldFor.TEAM  # a pause or a closed room keeps nobody's cry from the team
    if threads.is_over(wish.reply_to, room, known.posts) and not _needs_help(wish):
        return Verdict(wish.room, wish.cid, refusal=rules_memorials.IS_OVER, near=near(wish.signal))
    waits = held_for != HeldFor.GROUP or _waits(wish, seat, room, known)
    if not waits and not _needs_help(wish):
        refusal, wait = known.talk.why_not_now(seat, room, now=known.now)
        if refusal is not None:
            return Verdict(wish.room, wish.cid, refusal=refusal, wait=wait, near=near(wish.signal))
    message = _message(wish, seat, room, known)
    if waits:
        message.state = MessageState.HELD
        message.held_for = held_for
    else:
        events.append(_number(room, kind=EventKind.MSG, actor=seat, at=known.now))
        message.seq = room.last_seq
        known.talk.heard(seat, room, now=known.now)
    known.sent[(seat.pk, wish.cid)] = message
    messages.append(message)
    return Verdict(
        wish.room,
        wish.cid,
        seq=message.seq,
        at=known.now,
        held=message.state == MessageState.HELD,
        near=near(wish.signal, before=known.helped.get(wish.person)),
        marked=waits and is_read_first(seat, room, names_a_way=wish.names_a_way),
    )


def _message(wish: Append, seat: Seat, room: Room, known: _Known) -> Message:
    """The words as they are kept, without a number yet."""
    message = ledger.new(
        Message,
        room=room,
        author=seat,
        cid=wish.cid,
        body=wish.body,
        first_mac=first_mac(wish.body),
        note=wish.note,
        note_kind=wish.note_kind or "",
        intent=wish.intent or "",
        reply_to=threads.stands_under(wish.reply_to, room, known.posts),
        written_at=known.now,
    )
    if room.kind == RoomKind.SLOW and not seat.moderates:
        message.promised_at = staffing.promised_time(room, now=known.now)
    return message


def _waits(wish: Append, seat: Seat, room: Room, known: _Known) -> bool:
    """Whether words for the group wait for a person first."""
    if is_read_first(seat, room, names_a_way=wish.names_a_way):
        return True
    on_duty = room.place in known.staffed and not wish.must_wait
    if rules.waits(room, on_duty=on_duty):
        return not rules.speaks_while_it_rests(seat, room, on_duty=on_duty)
    return rules.is_first(
        seat,
        holds_first=room.holds_first,
        is_heard=(room.group_id, wish.person) in known.heard,
    )


def _needs_help(wish: Append) -> bool:
    return wish.signal is not None and wish.signal.needs_help


def _repeat(wish: Append, earlier: Message) -> Verdict:
    """The same words again get the same answer. The MAC is kept for a day; after that, a repeat
    is taken for what it nearly always is."""
    if earlier.first_mac and not hmac.compare_digest(earlier.first_mac, first_mac(wish.body)):
        return Verdict(wish.room, wish.cid, refusal=CID_CONFLICT)
    return Verdict(
        wish.room,
        wish.cid,
        seq=earlier.seq,
        at=earlier.written_at,
        dup=True,
        held=earlier.state == MessageState.HELD,
        near=near(wish.signal),
    )


def _put_on_desk(wishes: Sequence[Append], messages: Iterable[Message], known: _Known) -> None:
    """By person, in one order: two rooms of a group may tell of the same people at once."""
    signals = {(_seat_of(w, known), w.cid): w.signal for w in wishes if w.signal}
    for message in sorted(messages, key=_by_person):
        room = known.rooms[message.room_id]
        if message.state == MessageState.HELD and message.held_for != HeldFor.ME:
            _put_held(message, room, known.now)
        signal = signals.get((message.author_id, message.cid))
        if signal is not None and message.held_for != HeldFor.ME:
            assert message.author is not None
            about = message.author.person_id
            put_signal_on_desk(message, room, signal, about=about, at=known.now)


def _by_person(message: Message) -> tuple[int, datetime]:
    return message.author.person_id if message.author else 0, message.written_at


def _seat_of(wish: Append, known: _Known) -> int | None:
    """The seat a wish was made from, as read under the lock."""
    seat = known.seats.get((wish.room, wish.person))
    return seat.pk if seat else None


def _put_held(message: Message, room: Room, now: datetime) -> None:
    assert message.author is not None
    intake.put_on_desk(
        kind=ItemKind.HELD,
        level=Level.TODAY,
        area=room.area,
        subject_kind="message",
        subject_id=str(message.pk),
        about=message.author.person_id,
        at=now,
        promise=held_promise(message, now=now),
    )


def held_promise(message: Message, *, now: datetime) -> timedelta:
    """How long waiting words wait at most until somebody has read them."""
    return message.promised_at - now if message.promised_at else HELD_PROMISE


# Acts on what is already there -------------------------------------------------------------------


def lock_room(room_id: str) -> Room:
    """The room, locked until the transaction ends. Raises Room.DoesNotExist."""
    return Room.objects.select_for_update().get(pk=room_id)


def add_event(
    room: Room,
    *,
    kind: EventKind,
    actor: Seat | None = None,
    subject_seq: int | None = None,
    data: dict[str, Any] | None = None,
) -> RoomEvent:
    """Numbers one more event in a room that `lock_room` holds, and tells screens after commit."""
    event = _number(
        room, kind=kind, actor=actor, at=timezone.now(), subject_seq=subject_seq, data=data
    )
    event.save(force_insert=True)
    room.save(update_fields=["last_seq"])
    transaction.on_commit(lambda: live.nudge(event.room_id, event.seq))
    return event


def add_events(room: Room, *, kind: EventKind, about: Iterable[tuple[int, Seat | None]]) -> None:
    """The same for many words at once, each with whose act it is; nothing for none."""
    now = timezone.now()
    events = [
        _number(room, kind=kind, actor=actor, at=now, subject_seq=seq) for seq, actor in about
    ]
    if events:
        RoomEvent.objects.bulk_create(events, batch_size=500)
        room.save(update_fields=["last_seq"])
        transaction.on_commit(partial(live.nudge, room.pk, room.last_seq))


def number_message(room: Room, message: Message, *, actor: Seat) -> RoomEvent:
    """Gives waiting words their number, in a room that `lock_room` holds, and saves them."""
    event = add_event(room, kind=EventKind.MSG, actor=actor)
    message.seq = event.seq
    message.save()
    greeting.hear([message], {room.pk: room})
    return event


def _number(
    room: Room,
    *,
    kind: EventKind,
    actor: Seat | None,
    at: datetime,
    subject_seq: int | None = None,
    data: dict[str, Any] | None = None,
) -> RoomEvent:
    room.last_seq += 1
    return ledger.new(
        RoomEvent,
        room=room,
        seq=room.last_seq,
        kind=kind,
        actor=actor,
        at=at,
        subject_seq=subject_seq,
        data=data or {},
    )


def _raised(known: _Known, events: Iterable[RoomEvent]) -> list[Room]:
    """The rooms whose last number is another one now."""
    return [known.rooms[room] for room in sorted({event.room_id for event in events})]


def _tell(known: _Known, events: Iterable[RoomEvent]) -> None:
    for room in _raised(known, events):
        transaction.on_commit(partial(live.nudge, room.pk, room.last_seq))
