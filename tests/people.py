"""The cast: who they are, what they may do, and the group some of them share.

Ana writes and Ben is in her group; Cleo is not. Dora mentors and Karim has just begun. Emil and
Noor moderate, Fay and Gil edit, Hana coordinates, Ines is a psychologist, Ola runs the place.
All of them are invented. A test takes whom it needs as arguments.
"""

from contextlib import contextmanager
from datetime import time, timedelta
from functools import partial, wraps
from inspect import signature

import pytest
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from django.utils.crypto import get_random_string

from community.accounts import seen, session_time
from community.accounts.enums import ConsentKind, Role
from community.accounts.models import Consent, Grant, Person
from community.accounts.texts import current
from community.demo.load import load_people
from community.house import queries as house
from community.house.models import House
from community.safety.models import Appointment, Duty
from groups.enums import MembershipState, RoomKind
from groups.models import Membership, Room, Seat, SupportGroup
from tests.laid import Laid, begin_at_the_lowest_ids

PASSWORD = "seven quiet lanterns"


def person(handle, *roles):
    """Somebody who came through the door long ago: both consents given, these roles held."""
    somebody = _somebody(handle, *roles)
    _join_groups(somebody, roles)
    return somebody


def _somebody(handle, *roles):
    somebody = Person.objects.create_user(handle, password=PASSWORD)
    Consent.objects.bulk_create(
        Consent(person=somebody, kind=kind, version=current(kind).version) for kind in ConsentKind
    )
    Grant.objects.bulk_create(Grant(person=somebody, role=role) for role in roles)
    return somebody


def _join_groups(somebody, roles):
    """Wagtail's groups of these roles: a test may have made them already."""
    through = Person.groups.through._meta.db_table
    with connection.cursor() as cursor:
        for role in roles:
            cursor.execute(
                "INSERT INTO auth_group (name) VALUES (%s) ON CONFLICT DO NOTHING", [role]
            )
            cursor.execute(
                f"INSERT INTO {through} (person_id, group_id) "
                "SELECT %s, id FROM auth_group WHERE name = %s",
                [somebody.pk, role],
            )


def group(slug, *, title, members=(), moderators=()):
    """An open group; everybody named belongs to it."""
    made = SupportGroup.objects.create(
        slug=slug,
        title=title,
        description="A place to talk when the day is over.",
        agreement="What is said here stays here.\nSpeak from your own life.",
    )
    for member in (*members, *moderators):
        join(member, made)
    for moderator in moderators:
        Appointment.objects.create(area=made.area, person=moderator)
    return made


def room(group, *, title, kind=RoomKind.LIVE):
    """An open room in the group, a seat in it for each of the group's members."""
    made = Room.objects.create(group=group, title=title, kind=kind)
    for membership in group.memberships.filter(state=MembershipState.ACTIVE):
        sit(membership.person, made)
    return made


def join(somebody, group):
    """Makes somebody a member of the group, with a seat in each of its rooms."""
    membership = Membership.objects.create(
        group=group, person=somebody, state=MembershipState.ACTIVE, joined_at=timezone.now()
    )
    for made in group.rooms.all():
        sit(somebody, made)
    return membership


def sit(somebody, room):
    """A seat in the room, as a moderator where the person is appointed to its area."""
    appointed = Appointment.objects.filter(area=room.area, person=somebody, ended_at=None)
    return Seat.objects.create(room=room, person=somebody, moderates=appointed.exists())


def seat(somebody, room):
    """The seat this person has in the room, as the database holds it now."""
    return Seat.objects.get(person=somebody, room=room)


def on_duty(moderator, room, *, until=None):
    """The moderator is there for the room, for 90 seconds or `until`."""
    return Duty.objects.create(
        person=moderator, place=room.place, until=until or timezone.now() + timedelta(seconds=90)
    )


@contextmanager
def once(blocker):
    """What is made in here is there for a whole file of tests, and rolled back after it. Each test
    still changes only its own copy."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def browser_of(somebody):
    """A browser in which this person is signed in and has read a page a moment ago: with the rows
    that leaves, without the fifteen questions it asks on its way. Tests of the log-in itself, and
    of what a first page notes, go through its page."""
    session = SessionStore()
    session.update(
        {
            SESSION_KEY: str(somebody.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: somebody.get_session_auth_hash(),
        }
    )
    session_time.goes_on(session, Person(pk=somebody.pk), now=timezone.now())
    session._session_key = get_random_string(32)
    session.create_model_instance(session._session).save(force_insert=True)
    UserSession.objects.bulk_create(
        [UserSession(user=somebody, session_key=session.session_key, ip="127.0.0.1")]
    )
    cache.add(seen._key(session.session_key), 1, seen.KEPT_EVERY)
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client


CAST = {
    "ana": ("ana-lark",),
    "ben": ("ben-moss",),
    "cleo": ("cleo-finch",),
    "dora": ("dora-wren", Role.MENTOR),
    "karim": ("karim-oak", Role.MENTOR),
    "emil": ("emil-ash", Role.MODERATOR),
    "noor": ("noor-vale", Role.MODERATOR),
    "fay": ("fay-brook", Role.EDITOR),
    "gil": ("gil-stone", Role.EDITOR, Role.REVIEWER),
    "hana": ("hana-cove", Role.COORDINATOR),
    "ines": ("ines-vidal", Role.PROVIDER),
    "ola": ("ola-north", Role.OPERATOR),
}
LAID = Laid()
MORE = {}  # what the tests of a folder lay out beside the cast: its name -> what makes it


def _make_all():
    """Everybody, their group, and what folders lay beside them: once, and nothing of it stays."""
    with transaction.atomic():
        begin_at_the_lowest_ids()
        cast = {name: LAID.keep(name, partial(_somebody, *who)) for name, who in CAST.items()}
        LAID.keep(
            "evenings", partial(_evenings, **{n: cast[n] for n in ("ana", "ben", "emil", "noor")})
        )
        made = dict(cast)
        for name, make in MORE.items():
            made[name] = LAID.keep(
                name, partial(make, **{n: made[n] for n in signature(make).parameters})
            )
        transaction.set_rollback(True)


def laid(make):
    """The fixture of this name, made once in a process and laid out again for each test. It takes
    only whom and what is laid too, finds the world as nobody has touched it, and answers a row."""
    MORE[make.__name__] = make

    @pytest.fixture(name=make.__name__)
    @wraps(make)
    def fixture(**taken):
        return _laid(make.__name__) or make(**taken)

    return fixture


def _cast(name):
    """The fixture of one of the cast."""

    @pytest.fixture(name=name)
    def somebody(db):
        laid = _laid(name) or _somebody(*CAST[name])
        _join_groups(laid, CAST[name][1:])
        return laid

    return somebody


def _laid(name):
    """One of the cast or their group; None in a test with real commits, where server processes
    would take them for those of the test before."""
    if not connection.in_atomic_block:
        return None
    if not LAID.kept:
        _make_all()
    return LAID.lay(name)


ana, ben, cleo, dora, karim, emil = map(_cast, ("ana", "ben", "cleo", "dora", "karim", "emil"))
noor, fay, gil, hana, ines, ola = map(_cast, ("noor", "fay", "gil", "hana", "ines", "ola"))


@pytest.fixture(scope="module")
def loaded_demo(django_db_setup, django_db_blocker):
    """The demo without its library, loaded once for a file."""
    with once(django_db_blocker):
        load_people(now=timezone.now())
        yield


@pytest.fixture
def demo(loaded_demo, db):
    """Every test changes only its own copy of the demo."""


@pytest.fixture
def evenings(ana, ben, emil, noor):
    """The group Ana and Ben share, moderated by Emil and Noor; one live and one slow room."""
    return _laid("evenings") or _evenings(ana=ana, ben=ben, emil=emil, noor=noor)


def _evenings(*, ana, ben, emil, noor):
    made = group("evenings", title="Evenings", members=[ana, ben], moderators=[emil, noor])
    room(made, title="The long evening")
    room(made, title="The wall", kind=RoomKind.SLOW)
    return made


@pytest.fixture(name="room")
def live_room(evenings):
    """The live room of the evenings. Nobody is on duty until a test says so."""
    return evenings.rooms.get(kind=RoomKind.LIVE)


def by_day_and_night():
    """The team is here at every hour: what is written on a wall goes out at once."""
    staffed(time(0), time(0))


def staffed(opens, closes):
    """The hours of the team, with somebody's name, without a record of who set them."""
    House.objects.bulk_create(
        [House(pk=1, staffed_from=opens, staffed_until=closes, rota="Every day Emil, then Noor")],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["staffed_from", "staffed_until", "rota"],
    )
    house.forget()


@pytest.fixture
def wall(evenings):
    """The slow room of the evenings, at an hour when words go straight onto it."""
    by_day_and_night()
    return evenings.rooms.get(kind=RoomKind.SLOW)
