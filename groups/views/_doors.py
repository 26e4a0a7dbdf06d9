"""What every page of a room does first: find the seat, ask the rules, or answer "not found"."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from community.accounts import hidden
from community.accounts.models import Person
from community.accounts.rules import may_enter_rooms
from community.refusal import Refused, insist
from groups import rules, rules_words
from groups.forms_room import WordsForm
from groups.models import Message, Room, Seat
from groups.near import Near, Signal, near
from groups.queries.room import seat_in

_NEAR = "help_near"  # in the session: help stands at the box of this room, once


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


def own_seat_or_refuse(request: HttpRequest, room_id: str) -> Seat:
    """The seat of whoever asks, whatever became of it: for their own words alone, which stay theirs
    after they left, were removed or are on hold. Raises Refused."""
    seat = seat_in(person_of(request), room_id)
    if seat is None:
        raise Refused(rules.NOT_A_MEMBER)
    return seat


def is_open(seat: Seat) -> bool:
    """Whether the room itself is open to who has this seat."""
    return rules.may_read(seat) is None and may_enter_rooms(seat.person) is None


def message_or_refuse(room: Room, seq: int) -> Message:
    """The message of this number, also where whoever wrote it has left their words and gone.
    Raises Refused."""
    found = Message.objects.filter(room=room, seq=seq)
    message = found.select_related("author__person", "said_as").first()
    if message is None:
        raise Refused(rules_words.NOT_THERE)
    return message


def author_or_refuse(message: Message) -> Seat:
    """For what is done to a person and not to their words. Raises Refused where they have gone, or
    have parted from the name that stands there: it would show who they are now."""
    if message.author is None:
        raise Refused(rules_words.NOT_THERE)
    insist(hidden.NOBODY_NOW if message.said_as_id is not None else None)
    return message.author


def words_form(message: Message, given: QueryDict | None = None) -> WordsForm:
    """The author's own words, to be changed. A note the team added is not asked about."""
    form = WordsForm(
        given or None,
        initial={
            "body": message.body,
            "note": message.note,
            "note_kind": message.note_kind,
            "intent": message.intent,
        },
    )
    if message.note_by_team:
        form.keep_note()
    return form


def help_near(request: HttpRequest, room: str, signal: Signal | None) -> None:
    """After heavy words of one's own: the room's page shows help at the box, once."""
    keep_near(request, room, near(signal))


def keep_near(request: HttpRequest, room: str, found: Near) -> None:
    """What the room's page shows at the box when it is loaded next."""
    if found:
        request.session[_NEAR] = [room, str(found)]


def take_near(request: HttpRequest, room: str) -> Near:
    """What was kept for this room's page; shown once."""
    kept = request.session.pop(_NEAR, None)
    return Near(kept[1]) if isinstance(kept, list) and kept[0] == room else Near.NOTHING


def number(given: str) -> int | None:
    """A number of a message as an address gives it; nothing else is one."""
    return int(given) if given.isascii() and given.isdecimal() and len(given) <= 15 else None


def back_to_own(seat: Seat, anchor: str = "") -> HttpResponse:
    """See other: the room, or where it is closed to its author, their own words in it."""
    page = "groups:room" if is_open(seat) else "groups:my-words"
    return back_to(seat.room_id, anchor, page=page)


def back_to(room: str, anchor: str = "", *, page: str = "groups:room") -> HttpResponse:
    """See other: a form sent twice by going back is asked for once."""
    place = reverse(page, args=[room])
    return HttpResponseRedirect(f"{place}#{anchor}" if anchor else place, status=303)
