"""What every page of a room does first: find the seat, ask the rules, or answer "not found"."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from community.accounts.models import Person
from community.accounts.rules import may_enter_rooms
from community.refusal import Refused, insist
from groups import rules, rules_words
from groups.append import Signal
from groups.models import Message, Room, Seat
from groups.queries.room import seat_in

NEAR = "help_near"  # in the session: help stands at the box of this room, once


def person_of(request: HttpRequest) -> Person:
    """Whoever is signed in; every address here asks to sign in first."""
    assert isinstance(request.user, Person)
    return request.user


def seat_or_refuse(request: HttpRequest, room_id: str) -> Seat:
    """The seat of whoever asks. Raises Refused: for strangers the room does not exist, members
    are told what is missing."""
    seat = seat_in(person_of(request), room_id)
    insist(rules.may_read(seat))
    insist(may_enter_rooms(person_of(request)))
    assert seat is not None
    return seat


def message_or_refuse(room: Room, seq: int) -> Message:
    """The message of this number. Raises Refused."""
    message = Message.objects.filter(room=room, seq=seq).select_related("author__person").first()
    if message is None or message.author is None:
        raise Refused(rules_words.NOT_THERE)
    return message


def help_near(request: HttpRequest, room: str, signal: Signal | None) -> None:
    """After heavy words of one's own: the room's page shows help at the box, once."""
    if signal is not None and signal.needs_help:
        request.session[NEAR] = room


def back_to(room: str, anchor: str = "", *, page: str = "groups:room") -> HttpResponse:
    """See other: a form sent twice by going back is asked for once."""
    place = reverse(page, args=[room])
    return HttpResponseRedirect(f"{place}#{anchor}" if anchor else place, status=303)
