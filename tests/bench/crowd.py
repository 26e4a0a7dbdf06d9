"""The people of a measuring run: accounts, real sessions, seats, and somebody on duty."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from itertools import count

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from community.accounts.enums import ConsentKind, Role
from community.accounts.handles import skeleton
from community.accounts.models import Consent, Grant, Person
from community.accounts.texts import current
from community.safety.models import Appointment, Duty
from groups.enums import EventKind, MembershipState, RoomKind
from groups.models import Membership, Message, Room, RoomEvent, Seat, SupportGroup
from realtime.keys import key_of

_numbers = count(1)
LONG_AGO = "This was said long ago, on an evening like any other."


@dataclass
class Guest:
    """Somebody with a session, and the room they sit in."""

    person: int
    room: str
    cookie: str
    key: str
    after: int = 0


def gather(rooms, members, said=0):
    """So many live rooms with so many people each, every one of them signed in, where so much was
    said before; in each a moderator is on duty. Answers (guests room by room, the moderator, the
    rooms)."""
    name = f"crowd-{next(_numbers)}"
    moderator = _people(f"{name}-host", 1)[0]
    Grant.objects.create(person=moderator, role=Role.MODERATOR)
    group = SupportGroup.objects.create(slug=name, title=name, description="-", agreement="-")
    Appointment.objects.create(area=group.area, person=moderator)
    made = Room.objects.bulk_create(
        Room(group=group, title=f"{name} {n}", kind=RoomKind.LIVE) for n in range(rooms)
    )
    people = _people(name, rooms * members)
    _seat(group, made, people, members, moderator)
    sessions = _sign_in(people)
    guests = [_guest(person, made[n // members], sessions[n]) for n, person in enumerate(people)]
    say_before(made, said)
    for guest in guests:
        guest.after = said
    return guests, moderator, made


def say_before(rooms, number):
    """What was said long ago in these rooms by all in turn, so much in each."""
    now, numbers = timezone.now(), range(1, number + 1)
    for room in rooms:
        seats = list(Seat.objects.filter(room=room, moderates=False))
        said = [{"room": room, "seq": n, "author": seats[n % len(seats)]} for n in numbers]
        Message.objects.bulk_create(
            Message(**one, written_at=now, cid=uuid.uuid4(), first_mac="0" * 64, body=LONG_AGO)
            for one in said
        )
        RoomEvent.objects.bulk_create(
            RoomEvent(room=room, seq=one["seq"], kind=EventKind.MSG, actor=one["author"], at=now)
            for one in said
        )
    Room.objects.filter(pk__in=[room.pk for room in rooms]).update(last_seq=number)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # a place people live in has statistics


def _people(name, number):
    """Came through the door long ago: both consents given. One hash for all: nobody signs in with
    it, and each would take a tenth of a second."""
    password = make_password("seven quiet lanterns")
    people = Person.objects.bulk_create(
        Person(handle=handle, skeleton=skeleton(handle), password=password)
        for handle in (f"{name}-{n}" for n in range(number))
    )
    Consent.objects.bulk_create(
        Consent(person=person, kind=kind, version=current(kind).version)
        for person in people
        for kind in ConsentKind
    )
    return people


def _seat(group, rooms, people, members, moderator):
    now = timezone.now()
    Membership.objects.bulk_create(
        Membership(group=group, person=person, state=MembershipState.ACTIVE, joined_at=now)
        for person in [*people, moderator]
    )
    Seat.objects.bulk_create(
        Seat(room=rooms[n // members], person=person, first_words_at=now)
        for n, person in enumerate(people)
    )
    Seat.objects.bulk_create(Seat(room=room, person=moderator, moderates=True) for room in rooms)
    Duty.objects.bulk_create(
        Duty(person=moderator, place=room.place, until=now + timedelta(hours=12)) for room in rooms
    )


def _sign_in(people):
    """The keys of sessions as signing in leaves them."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    until = timezone.now() + timedelta(days=1)
    rows = [
        Session(
            session_key=store._get_new_session_key(),
            session_data=store.encode(
                {
                    SESSION_KEY: str(person.pk),
                    BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
                    HASH_SESSION_KEY: person.get_session_auth_hash(),
                }
            ),
            expire_date=until,
        )
        for person in people
    ]
    Session.objects.bulk_create(rows)
    return [row.session_key for row in rows]


def _guest(person, room, session):
    cookie = f"{settings.SESSION_COOKIE_NAME}={session}"
    return Guest(person=person.pk, room=room.pk, cookie=cookie, key=key_of(session))
