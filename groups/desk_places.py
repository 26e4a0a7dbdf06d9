"""What the desk has to ask about rooms and the people in them: what is reported, and the removal of
somebody from a room.

A person is named as the room names them, by room and wire id (`3f9a.81bc`), so that telling about
somebody says nothing of who they are elsewhere.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person, Profile
from community.safety import subjects
from community.safety.enums import ItemKind, MeasureKind
from community.safety.own_subjects import register_meeting
from community.safety.subjects import Context, Run
from groups.actions import belonging, pauses
from groups.finding import earlier_name, seat_named
from groups.locks import lock_places
from groups.models import Message, Room, Seat
from groups.queries.asks import TALK, who_asked_for
from groups.witness import read_until


def join() -> None:
    """Called once, when every app is ready."""
    subjects.register(
        "room",
        snapshot=_room_words,
        context=_room_context,
        area=lambda id: _room(id).area,
        about=lambda id: None,
        visible_to=_sat_in,
        lock=lambda id: lock_places([id]),
    )
    subjects.register(
        "seat",
        snapshot=_seat_words,
        context=_seat_context,
        area=lambda id: _seat(id).room.area,
        about=lambda id: _seat(id).person_id,
        visible_to=_sat_beside,
        lock=lambda id: lock_places([_seat(id).room_id]),
        parted=_named_at,
    )
    subjects.register(
        TALK,
        snapshot=lambda id: "",
        context=_talk_context,
        area=lambda id: _room(id).area,
        about=lambda id: who_asked_for(_room(id)),
        lock=lambda id: lock_places([id]),
    )
    for kind, run in (("message", _remove_author), ("seat", _remove_seat)):
        subjects.register_act(
            kind,
            "remove",
            label=_("Remove from the room"),
            help=_("They read your words, and somebody else can look at it again."),
            run=run,
            of=frozenset({ItemKind.REPORT}),
            measure=MeasureKind.REMOVAL,
            needs_words=True,
            has_end=True,
        )
    for kind, find in (("message", _author_of), ("seat", _seat)):
        subjects.register_act(
            kind,
            "pause",
            label=_("Pause their writing in the room"),
            help=_("They read on, and it opens again by itself on the day you choose."),
            run=_pauser(find),
            of=frozenset({ItemKind.REPORT, ItemKind.SIGNAL}),
            measure=MeasureKind.PAUSE,
            needs_words=True,
            has_end=True,
        )
    subjects.register_undo(MeasureKind.PAUSE, undo=pauses.undo_pause)
    register_meeting(_share_a_room)


def _room(id: str) -> Room:
    """Raises LookupError."""
    room = Room.objects.select_related("group").filter(pk=id).first()
    if room is None:
        raise LookupError(id)
    return room


def _room_words(id: str) -> str:
    room = _room(id)
    return "\n".join(line for line in (room.title, room.group.title if room.group else "") if line)


def _room_context(id: str) -> Context:
    room = _room(id)
    return Context(where=room.title, path=room.get_absolute_url())


def _talk_context(id: str) -> Context:
    """That somebody asked, and nothing of what is said there."""
    side = _room(id)
    beside = side.beside.title if side.beside else ""
    return Context(where=_now("A talk for two, asked for in “%(title)s”") % {"title": beside})


def _sat_in(id: str, person: int) -> bool:
    """Who sits or sat in the room."""
    return Seat.objects.filter(room=id, person=person).exists()


def _seat(id: str) -> Seat:
    """Raises LookupError."""
    return seat_named(id)


def _named_at(id: str) -> datetime | None:
    found = earlier_name(id)
    return found.until - timedelta(microseconds=1) if found else None


def _seat_words(id: str) -> str:
    person = _seat(id).person
    if (then := earlier_name(id)) is not None:
        return then.name
    profile = Profile.objects.filter(person=person).first()
    shown = [person.handle, profile.pronouns, profile.about] if profile else [person.handle]
    return "\n".join(line for line in shown if line)


def _seat_context(id: str) -> Context:
    room = _seat(id).room
    return Context(where=room.title, path=room.get_absolute_url())


def _sat_beside(id: str, person: int) -> bool:
    """Who sits in the same room, or sat there when the other did."""
    beside = _seat(id)
    until = read_until(beside.room_id, person)
    return until is not None and beside.entered_at <= until


def _share_a_room(viewer: int, person: int) -> bool:
    mine = Seat.objects.filter(person=viewer).values("room")
    theirs = Seat.objects.filter(person=person, room__in=mine)
    return any(_met(seat, viewer) for seat in theirs)


def _met(seat: Seat, viewer: int) -> bool:
    until = read_until(seat.room_id, viewer)
    return until is not None and seat.entered_at <= until


def _remove_author(
    *, id: str, by: Person, reason: str, words: str, until: datetime | None
) -> str | None:
    return _remove(_author_of(id), by=by, reason=reason, until=until)


def _author_of(id: str) -> Seat:
    """Raises LookupError."""
    message = Message.objects.select_related("author").filter(pk=int(id)).first()
    if message is None or message.author is None:
        raise LookupError(id)
    return message.author


def _pauser(find: Callable[[str], Seat]) -> Run:
    def run(*, id: str, by: Person, reason: str, words: str, until: datetime | None) -> str | None:
        seat = find(id)
        pauses.pause_writing(
            room=seat.room_id, person=seat.person, until=until, reason=reason, by=by
        )
        return seat.room.place

    return run


def _remove_seat(
    *, id: str, by: Person, reason: str, words: str, until: datetime | None
) -> str | None:
    return _remove(_seat(id), by=by, reason=reason, until=until)


def _remove(seat: Seat, *, by: Person, reason: str, until: datetime | None) -> str:
    """The desk tells the person and keeps the measure; here only the seat ends."""
    belonging.unseat(room=seat.room, person=seat.person, by=by, reason=reason, until=until)
    return seat.room.place
