"""Words that wait for a person, and the two who decide about them.

A moderator reads, then offers to let them in, asks for a change, or keeps them in the team. Only
the author's own yes, to the very words that were read, gives them a number. Until then the author
may change them, choose anew whom they are for, or take them back.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from community import live
from community.accounts.models import Person
from community.record.write import write
from community.refusal import insist
from community.safety import intake
from community.safety.enums import ItemKind, Level
from groups import order, rules, rules_words, staffing
from groups.actions.messages import empty
from groups.actions.telling import tell_author
from groups.append import held_promise, number_message
from groups.enums import HeldFor, MessageState
from groups.finding import held_for_team_under_lock, own_held_under_lock, room_under_lock
from groups.models import Message, Room, Seat
from groups.near import Signal
from groups.raised import put_signal_on_desk

# What the team does -----------------------------------------------------------------------------


@transaction.atomic
def open_held(*, room: str, message: int, by: Person) -> None:
    """A moderator uncovers waiting words: from now on the author is told who has read them."""
    _, held = held_for_team_under_lock(room, message, by=by)
    if held.seen_at is not None:
        return
    held.seen_at, held.seen_by = timezone.now(), by.pk
    held.save(update_fields=["seen_at", "seen_by"])
    if held.author is not None:
        live.me(held.author.person_id, kind="held_read", id=str(held.cid))


@transaction.atomic
def offer_held(*, room: str, message: int, by: Person) -> None:
    """A moderator would let the words in: the author is asked again. Nobody else reads them yet."""
    where, held = held_for_team_under_lock(room, message, by=by)
    insist(rules_words.may_offer(held, by=by.pk))
    if held.offered_at is not None:
        return
    held.offered_at, held.offered_by, held.wish = timezone.now(), by.pk, ""
    held.save(update_fields=["offered_at", "offered_by", "wish"])
    _answer("offer_held", where, held, by=by)


@transaction.atomic
def ask_for_change(*, room: str, message: int, words: str, by: Person) -> None:
    """A moderator asks the author for other words, and says why in words of their own."""
    where, held = held_for_team_under_lock(room, message, by=by)
    insist(rules_words.may_offer(held, by=by.pk))
    _withdraw_offer(held)
    held.wish = words
    held.save(update_fields=["wish", "offered_at", "offered_by", "agreed_at"])
    _answer("ask_for_change", where, held, by=by)


@transaction.atomic
def keep_between_us(*, room: str, message: int, by: Person) -> None:
    """A moderator keeps the words between the author and the team. The author may choose anew."""
    where, held = held_for_team_under_lock(room, message, by=by)
    insist(rules_words.may_offer(held, by=by.pk))
    _withdraw_offer(held)
    held.held_for = HeldFor.TEAM
    held.save(update_fields=["held_for", "offered_at", "offered_by", "agreed_at"])
    _answer("keep_between_us", where, held, by=by)


# What the author does ---------------------------------------------------------------------------


@transaction.atomic
def let_in(*, room: str, cid: UUID, by: Person) -> bool:
    """The author's yes. True: the words are numbered and the room reads them now. False: nobody is
    on duty at this moment, or somebody has the turn in a round, so the yes is kept and
    `let_in_agreed` acts on it. Raises Refused."""
    now = timezone.now()
    where, held, own = own_held_under_lock(room, cid, by=by)
    insist(rules_words.may_let_in(held, own, where, now=now))
    if rules.waits(where, on_duty=staffing.is_open(where, now=now)) or order.somebody_speaks(where):
        held.agreed_at = now
        held.save(update_fields=["agreed_at"])
        return False
    _let_in(where, held, own)
    return True


@transaction.atomic
def decline_offer(*, room: str, cid: UUID, by: Person) -> None:
    """The author would rather not: the words stay between them and the team."""
    _, held, _ = own_held_under_lock(room, cid, by=by)
    _withdraw_offer(held)
    held.held_for = HeldFor.TEAM
    held.save(update_fields=["held_for", "offered_at", "offered_by", "agreed_at"])


@transaction.atomic
def change_held(
    *,
    room: str,
    cid: UUID,
    body: str,
    note: str = "",
    note_kind: str = "",
    intent: str | None = None,
    signal: Signal | None = None,
    by: Person,
) -> None:
    """The author rewrites waiting words, and what they would like. Nobody has read the new ones, and no offer holds for
    them. They come clean and screened. Raises Refused."""
    where, held, _ = own_held_under_lock(room, cid, by=by)
    wish = held.intent if intent is None else intent
    if (held.body, held.note, held.note_kind, held.intent) == (body, note, note_kind, wish):
        return
    _withdraw_offer(held)
    held.body, held.note, held.note_kind, held.intent = body, note, note_kind, wish
    held.edited_at = timezone.now()
    held.seen_at, held.seen_by, held.wish = None, None, ""
    held.save()
    _put_on_desk(where, held, signal, by=by)


@transaction.atomic
def choose_held_for(
    *, room: str, cid: UUID, held_for: HeldFor, signal: Signal | None = None, by: Person
) -> None:
    """The author chooses anew whom the words wait for: the group, the team, or nobody."""
    where, held, _ = own_held_under_lock(room, cid, by=by)
    if held.held_for == held_for:
        return
    _withdraw_offer(held)
    held.held_for = held_for
    held.save(update_fields=["held_for", "offered_at", "offered_by", "agreed_at"])
    if held_for == HeldFor.ME:
        _settle(held, outcome="kept_private")
    else:
        _put_on_desk(where, held, signal, by=by)


@transaction.atomic
def take_back(*, room: str, cid: UUID, by: Person) -> None:
    """The author takes waiting words back: nothing of them is kept."""
    _, held, _ = own_held_under_lock(room, cid, by=by)
    _withdraw_offer(held)
    held.save(update_fields=["offered_at", "offered_by", "agreed_at"])
    empty(held, by=by.pk, why="taken_back")
    _settle(held, outcome="taken_back")


# What the clock does ----------------------------------------------------------------------------


def let_in_agreed(now: datetime) -> None:
    """Lets in what its author agreed to while nobody was there, in rooms where somebody is now."""
    agreed = Message.objects.filter(state=MessageState.HELD, agreed_at__isnull=False)
    agreed = agreed.select_related("room").order_by("room_id")  # as their index has them
    rooms = {message.room_id: message.room for message in agreed}
    staffed = staffing.open_places(rooms.values(), now=now)
    for room in rooms.values():
        if not rules.waits(room, on_duty=room.place in staffed):
            _let_in_agreed(room.pk, now=now)


@transaction.atomic
def _let_in_agreed(room_id: str, *, now: datetime) -> None:
    where = room_under_lock(room_id)
    if rules.waits(where, on_duty=staffing.is_open(where, now=now)) or order.somebody_speaks(where):
        return
    agreed = Message.objects.select_related("author__person").filter(
        room=where, state=MessageState.HELD, agreed_at__isnull=False
    )
    for held in agreed.order_by("agreed_at"):
        if (own := held.author) and rules_words.may_let_in(held, own, where, now=now) is None:
            _let_in(where, held, own)


# How ----------------------------------------------------------------------------------------------


def _let_in(room: Room, held: Message, own: Seat) -> None:
    held.state = MessageState.SHOWN
    number_message(room, held, actor=own)
    _settle(held, outcome="let_in")


def _withdraw_offer(held: Message) -> None:
    held.offered_at = held.offered_by = held.agreed_at = None


def _answer(act: str, room: Room, held: Message, *, by: Person) -> None:
    """Records the team's act and tells the author. The item then waits for the author, whose
    silence closes nothing."""
    write(
        act=act,
        by=by.pk,
        about=held.author.person_id if held.author else None,
        subject=f"message:{held.pk}",
        area=room.area,
    )
    tell_author(held, kind=act)


def _put_on_desk(room: Room, held: Message, signal: Signal | None, *, by: Person) -> None:
    """Words that are new to the team come onto its desk, as at the first sending."""
    if held.held_for == HeldFor.ME:
        return
    now = timezone.now()
    if held.promised_at is not None:
        held.promised_at = staffing.promised_time(room, now=now)
        held.save(update_fields=["promised_at"])
    intake.put_on_desk(
        kind=ItemKind.HELD,
        level=Level.TODAY,
        area=room.area,
        subject_kind="message",
        subject_id=str(held.pk),
        about=by.pk,
        at=now,
        promise=held_promise(held, now=now),
    )
    if signal is not None:
        put_signal_on_desk(held, room, signal, about=by.pk, at=now)


def _settle(held: Message, *, outcome: str) -> None:
    """Takes the waiting item off the desk. What screening found stays there for a person."""
    intake.settle(
        kind=ItemKind.HELD, subject_kind="message", subject_id=str(held.pk), outcome=outcome
    )
