"""Who may listen: asked when a screen opens, and again whenever the access clock moved.

What HTTP middleware would check is called here by name: the session, its password hash, the rule
of `accounts` for rooms. All of it runs in the hub's threads, never on the event loop.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from community.accounts.enums import ConsentKind
from community.accounts.models import Block, Consent, Grant, Person
from community.accounts.rules import may_enter_rooms, read_ahead
from community.accounts.texts import current
from community.house import queries as house
from community.models import AccessClock
from community.refusal import Refusal
from groups import rules
from groups.enums import TALKING, SeatState
from groups.models import Seat, TypingShown
from groups.safety_links import places_beside
from realtime.inbound import Close


@dataclass(frozen=True, slots=True)
class Sitting:
    """One seat as a screen needs it."""

    room: str
    wire_id: str
    role: str
    first: int
    head: int
    typing: bool  # whether the person shows here that they write
    keeps: tuple[str, ...] = ()  # the places where a moderator at this screen stays on duty


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody at the door: with which session, for which rooms."""

    session: str
    rooms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Welcome:
    """Everything asked at the door, as one snapshot. `clock` was read before the rest."""

    person: int
    session: str
    expires: datetime
    traits: frozenset[str]
    clock: int
    sittings: dict[str, Sitting] = field(default_factory=dict)
    blocked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """What an open screen was let in with."""

    person: int
    session: str
    traits: frozenset[str]
    rooms: Mapping[str, str]  # each with the wire id the screen was drawn with


@dataclass(frozen=True, slots=True)
class Away:
    """Not let in, or not any more: the code a socket closes with, and why in one word, which is a
    refusal's own where the rule for rooms said no."""

    code: Close
    why: str


OVER = Away(Close.SESSION_OVER, "session")
NOT_A_MEMBER = Away(Close.NOT_A_MEMBER, "not_member")


@dataclass(frozen=True, slots=True)
class Stays:
    """A screen that may go on, and what changed for it."""

    expires: datetime
    traits: frozenset[str]
    roles: dict[str, str]
    blocked: frozenset[int]
    typing: frozenset[str] = frozenset()  # the rooms where the person shows that they write


@dataclass(frozen=True, slots=True)
class _Seat:
    wire_id: str
    role: str
    typing: bool


# Shown by who chose it, where people talk at the same time.
_SHOWS_TYPING = ExpressionWrapper(
    Exists(TypingShown.objects.filter(person=OuterRef("person"))) & Q(room__kind__in=TALKING),
    output_field=BooleanField(),
)


def clock() -> int:
    """The access clock. Any act that may end a screen has raised it."""
    return AccessClock.objects.filter(pk=1).values_list("value", flat=True).first() or 0


def admit(session_key: str, rooms: Iterable[str]) -> Welcome | Away:
    """Lets a screen in, or says why it is sent away."""
    return admit_all([Knock(session_key, tuple(rooms))])[0]


def admit_all(knocks: Sequence[Knock]) -> list[Welcome | Away]:
    """The same for all who wait at the door, in as many queries as for one."""
    seen = clock()
    sessions = Session.objects.filter(
        session_key__in={knock.session for knock in knocks}, expire_date__gt=timezone.now()
    ).in_bulk()
    people = _people_of(sessions.values())
    read_ahead(list(people.values()))
    refused = {key: may_enter_rooms(one) for key, one in people.items()}
    ids = {one.pk for key, one in people.items() if refused[key] is None}
    sittings = _sittings(ids, {room for knock in knocks for room in knock.rooms})
    traits, blocked = _traits(ids), _blocked(ids)
    answers: list[Welcome | Away] = []
    for knock in knocks:
        person = people.get(knock.session)
        if person is None:
            answers.append(OVER)
            continue
        if (no := refused[knock.session]) is not None:
            answers.append(_away(no))
            continue
        mine = {room: sittings.get((person.pk, room)) for room in knock.rooms}
        if None in mine.values():
            answers.append(NOT_A_MEMBER)
            continue
        answers.append(
            Welcome(
                person=person.pk,
                session=knock.session,
                expires=sessions[knock.session].expire_date,
                traits=traits[person.pk],
                clock=seen,
                sittings={room: sitting for room, sitting in mine.items() if sitting},
                blocked=blocked[person.pk],
            )
        )
    return answers


def _away(refusal: Refusal) -> Away:
    """What the rule for rooms said, where it may be said: a thing that is hidden has no reason."""
    return NOT_A_MEMBER if refusal.hides else Away(Close.NOT_A_MEMBER, refusal.code)


def look_again(held: Mapping[int, Held]) -> dict[int, Stays | Away]:
    """The same question for many open screens at once, in a handful of queries.

    The rule itself is asked only of people in whom something it looks at has changed. The texts
    everybody says yes to are read anew: a change of theirs is one of the things that lead here.
    """
    house.forget()
    people = {h.person for h in held.values()}
    expires = dict(
        Session.objects.filter(
            session_key__in={h.session for h in held.values()}, expire_date__gt=timezone.now()
        ).values_list("session_key", "expire_date")
    )
    traits, blocked = _traits(people), _blocked(people)
    seats = _seats(people, {room for h in held.values() for room in h.rooms})
    return {
        key: _answer(h, expires.get(h.session), traits[h.person], seats, blocked[h.person])
        for key, h in held.items()
    }


def _answer(
    held: Held,
    expires: datetime | None,
    traits: frozenset[str],
    seats: Mapping[tuple[int, str], _Seat],
    blocked: frozenset[int],
) -> Stays | Away:
    if expires is None:
        return OVER
    if traits != held.traits and (away := _ask_again(held)) is not None:
        return away
    mine = {room: seats.get((held.person, room)) for room in held.rooms}
    if None in mine.values():
        return NOT_A_MEMBER
    # Somebody has parted from their name: nothing more goes out under the wire id of before.
    if any(seat.wire_id != held.rooms[room] for room, seat in mine.items() if seat):
        return OVER
    return Stays(
        expires,
        traits,
        roles={room: seat.role for room, seat in mine.items() if seat},
        blocked=blocked,
        typing=frozenset(room for room, seat in mine.items() if seat and seat.typing),
    )


def is_seated(person: int, room: str) -> bool:
    """Whether this person may read the room now. Asked after a page was read: what was read
    before a yes was written before any later removal."""
    return rules.may_read(Seat.objects.filter(person=person, room=room).first()) is None


def _ask_again(held: Held) -> Away | None:
    session = Session.objects.filter(
        session_key=held.session, expire_date__gt=timezone.now()
    ).first()
    person = _person_of(session) if session else None
    if person is None or person.pk != held.person:
        return OVER
    refusal = may_enter_rooms(person)
    return None if refusal is None else _away(refusal)


def _person_of(session: Session) -> Person | None:
    """Who signed in with this session, if the password is still the one they signed in with."""
    return _people_of([session]).get(session.session_key)


def _people_of(sessions: Iterable[Session]) -> dict[str, Person]:
    """The same for many: by session key, those who are found."""
    signed = {s.session_key: s.get_decoded() for s in sessions}
    ids = {
        key: int(data[SESSION_KEY])
        for key, data in signed.items()
        if data.get(BACKEND_SESSION_KEY) and str(data.get(SESSION_KEY, "")).isdigit()
    }
    people = Person.objects.filter(is_active=True).in_bulk(set(ids.values()))
    return {
        key: people[pk]
        for key, pk in ids.items()
        if pk in people and _knows_the_password(people[pk], signed[key].get(HASH_SESSION_KEY, ""))
    }


def _knows_the_password(person: Person, known: str) -> bool:
    hashes = [person.get_session_auth_hash(), *person.get_session_auth_fallback_hash()]
    return any(constant_time_compare(known, each) for each in hashes)


def _sittings(people: Iterable[int], rooms: Iterable[str]) -> dict[tuple[int, str], Sitting]:
    found = Seat.objects.filter(person__in=set(people), room__in=set(rooms)).select_related("room")
    seats = list(found.annotate(shows_typing=_SHOWS_TYPING))
    keeps = places_beside(seat.room for seat in seats)
    return {
        (seat.person_id, seat.room_id): Sitting(
            room=seat.room_id,
            wire_id=seat.wire_id,
            role=_role(seat.moderates),
            first=seat.room.first_seq,
            head=seat.room.last_seq,
            typing=seat.shows_typing,
            keeps=keeps.get(seat.room_id, ()),
        )
        for seat in seats
        if rules.may_read(seat) is None
    }


def _seats(people: Iterable[int], rooms: Iterable[str]) -> dict[tuple[int, str], _Seat]:
    rows = Seat.objects.filter(
        person__in=set(people), room__in=set(rooms), state=SeatState.ACTIVE
    ).values_list("person_id", "room_id", "wire_id", "moderates", _SHOWS_TYPING)
    return {
        (person, room): _Seat(wire_id, _role(moderates), typing)
        for person, room, wire_id, moderates, typing in rows
    }


def _role(moderates: object) -> str:
    return "moderator" if moderates else "member"


def _blocked(people: Iterable[int]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for by, of in Block.objects.filter(by__in=set(people)).values_list("by_id", "of_id"):
        found[by].add(of)
    return {person: frozenset(found[person]) for person in people}


def _traits(people: Iterable[int]) -> dict[int, frozenset[str]]:
    """Everything about a person that `may_enter_rooms` and the session hash depend on, in one
    query, and which texts are asked for now. As long as it is the same, so is the answer."""
    ids, asked = set(people), {f"{kind} asked {current(kind).version}" for kind in ConsentKind}
    text = CharField()
    who = Person.objects.filter(pk__in=ids)
    rows = who.values_list(
        "pk", Concat("standing", Value(" "), Cast("is_active", text), output_field=text)
    ).union(
        who.values_list("pk", "password"),
        Grant.objects.filter(person__in=ids, ended_at=None).values_list("person_id", "role"),
        Consent.objects.filter(person__in=ids, withdrawn_at=None).values_list(
            "person_id", Concat("kind", Value(" "), "version", output_field=text)
        ),
        Authenticator.objects.filter(user__in=ids).values_list("user_id", "type"),
        all=True,
    )
    found: dict[int, set[str]] = defaultdict(set)
    for person, trait in rows:
        found[person].add(trait)
    return {person: frozenset(found[person] | asked) for person in ids}
