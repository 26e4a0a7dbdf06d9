"""Raising a hand, and taking it down: a queue that everyone sees, in the order of the hands."""

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import insist
from community.safety import duty
from groups import rules_rounds
from groups.append import add_event
from groups.enums import EventKind
from groups.finding import room_under_lock, seat_of
from groups.models import Hand, Room, Seat


@transaction.atomic
def raise_hand(*, room: str, by: Person) -> None:
    """Would like to say something: everyone sees it, in the order in which hands went up. Twice is
    once. Raises Refused."""
    where, now = room_under_lock(room), timezone.now()
    seat = seat_of(by, where)
    on_duty = where.place in duty.staffed_places([where.place], now=now)
    insist(rules_rounds.may_take_part(seat, where, on_duty=on_duty, now=now))
    assert seat is not None
    _, is_new = Hand.objects.get_or_create(seat=seat, defaults={"up_at": now})
    if is_new:
        _tell(where, seat, up=True)


@transaction.atomic
def lower_hand(*, room: str, by: Person) -> None:
    """Takes one's own hand down; where it is down, nothing happens."""
    where = room_under_lock(room)
    seat = seat_of(by, where)
    if seat is not None:
        _lower(where, seat)


@transaction.atomic
def lower_hand_of(*, room: str, wire_id: str, by: Person) -> None:
    """The host has seen the hand, and the person has been heard. Raises Refused."""
    where = room_under_lock(room)
    insist(rules_rounds.may_lead(by, where, seat_of(by, where), now=timezone.now()))
    seat = Seat.objects.filter(room=where, wire_id=wire_id).first()
    if seat is not None:
        _lower(where, seat)


def _lower(room: Room, seat: Seat) -> None:
    if Hand.objects.filter(seat=seat).delete()[0]:
        _tell(room, seat, up=False)


def _tell(room: Room, seat: Seat, *, up: bool) -> None:
    add_event(room, kind=EventKind.HAND, data={"a": seat.wire_id, "up": up})
