"""The ticker's share of rounds and greetings: what no person is needed for, and who is told."""

from datetime import datetime, timedelta

from django.db import transaction

from community import live
from community.accounts.enums import Standing
from community.accounts.models import Grant
from community.accounts.roles import Act, roles_for
from community.notifications.actions import notify_warmly
from community.safety import duty, intake
from community.safety.enums import ItemKind, Level
from groups import presence
from groups.actions.rounds import look_after, open_round_of
from groups.append import add_event
from groups.enums import EventKind, MessageState, SeatState
from groups.finding import room_under_lock
from groups.models import Greeting, Hand, Message, Round, Seat

GREETED_WITHIN = timedelta(minutes=10)  # by then another person has answered in words


def tick_rounds(now: datetime) -> None:
    """Ends rounds that nobody leads any more, goes on where that needs no person, and tells the
    host where the time of a turn is over."""
    for room in Round.objects.filter(ended_at=None).values_list("room_id", flat=True):
        _look_after(room, now=now)
    _lower_hands(now=now)


@transaction.atomic
def _look_after(room_id: str, *, now: datetime) -> None:
    room = room_under_lock(room_id)
    round = open_round_of(room)
    if round is None:
        return
    look_after(round, room, now=now)
    over = round.turn_ends_at is not None and round.turn_ends_at <= now
    if over and not round.moves_on and round.told_at is None:
        round.told_at = now
        round.save(update_fields=["told_at"])
        for person in duty.standing_by(now=now).filter(place=room.place).values_list("person_id"):
            live.me(person[0], kind="turn_over", id=room.pk)


def _lower_hands(*, now: datetime) -> None:
    """While nobody from the team is there, nobody sees the hands: they are taken down."""
    rooms = {
        hand.seat.room_id: hand.seat.room for hand in Hand.objects.select_related("seat__room")
    }
    staffed = duty.staffed_places([room.place for room in rooms.values()], now=now)
    for room in rooms.values():
        if room.place not in staffed:
            _lower_all(room.pk)


@transaction.atomic
def _lower_all(room_id: str) -> None:
    room = room_under_lock(room_id)
    for hand in Hand.objects.filter(seat__room=room).select_related("seat"):
        hand.delete()
        add_event(room, kind=EventKind.HAND, data={"a": hand.seat.wire_id, "up": False})


# Somebody new ---------------------------------------------------------------------------------------


def tick_greetings(now: datetime) -> None:
    """Asks those who greet, stops the clock at the first answer in words, and puts on the desk who
    has none after ten minutes."""
    open_ones = Greeting.objects.filter(settled_at=None).select_related(
        "seat__room", "seat__person"
    )
    for greeting in open_ones.order_by("said_at"):
        _look_at(greeting, now=now)


@transaction.atomic
def _look_at(greeting: Greeting, *, now: datetime) -> None:
    seat = greeting.seat
    first = Message.objects.filter(room=seat.room, seq=greeting.seq).first()
    if _is_answered(greeting):
        _settle(greeting, first, outcome="answered", now=now)
        return
    if first is None or first.state != MessageState.SHOWN or seat.state != SeatState.ACTIVE:
        _settle(greeting, first, outcome="left", now=now)
        return
    if greeting.asked_at is None:
        _ask_greeters(greeting, now=now)
    if greeting.on_desk_at is None and greeting.said_at + GREETED_WITHIN <= now:
        _put_on_desk(greeting, first, now=now)


def _is_answered(greeting: Greeting) -> bool:
    """Words of another person that stand in the room after the first ones."""
    words = Message.objects.filter(
        room=greeting.seat.room, seq__gt=greeting.seq, state=MessageState.SHOWN
    )
    return words.exclude(author=greeting.seat).exists()


def _settle(greeting: Greeting, first: Message | None, *, outcome: str, now: datetime) -> None:
    greeting.settled_at = now
    greeting.save(update_fields=["settled_at"])
    if first is not None and greeting.on_desk_at is not None:
        intake.settle(
            kind=ItemKind.HELLO, subject_kind="message", subject_id=str(first.pk), outcome=outcome
        )


def _ask_greeters(greeting: Greeting, *, now: datetime) -> None:
    """Those who greet and have the room open; where none has, those who sit in it."""
    room = greeting.seat.room
    holds = Grant.objects.filter(role__in=roles_for(Act.ANSWER_NEWCOMERS), ended_at=None)
    greeters = list(
        Seat.objects.filter(
            room=room,
            state=SeatState.ACTIVE,
            person__in=holds.values("person"),
            person__standing=Standing.ACTIVE,
        )
        .exclude(pk=greeting.seat_id)
        .select_related("person")
        .order_by("pk")
    )
    here = presence.here(room.pk)
    for seat in [seat for seat in greeters if seat.wire_id in here] or greeters:
        notify_warmly(
            person=seat.person,
            beside=greeting.seat.person,
            kind="somebody_new",
            path=f"{room.get_absolute_url()}#m-{greeting.seq}",
            now=now,
        )
    greeting.asked_at = now
    greeting.save(update_fields=["asked_at"])


def _put_on_desk(greeting: Greeting, first: Message, *, now: datetime) -> None:
    intake.put_on_desk(
        kind=ItemKind.HELLO,
        level=Level.SOON,
        area=greeting.seat.room.area,
        subject_kind="message",
        subject_id=str(first.pk),
        about=greeting.seat.person_id,
        at=greeting.said_at,
        promise=GREETED_WITHIN,
    )
    greeting.on_desk_at = now
    greeting.save(update_fields=["on_desk_at"])
