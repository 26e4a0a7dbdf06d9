"""Brings the demo in, and takes it out again. Doing it twice changes nothing."""

import uuid
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from community.accounts import texts
from community.accounts.actions.roles import grant_role
from community.accounts.enums import ConsentKind
from community.accounts.handles import skeleton
from community.accounts.models import Consent, Person, Profile, Tag
from community.demo import (
    care,
    folded,
    library,
    meetings,
    mentors,
    scripts,
    shift,
    space,
    treating,
)
from community.demo.cast import CAST, LEADS, PASSWORD, Somebody
from community.demo.places import HANDOVER, HEARD, HELD, PLACES, Place
from community.house import actions as house
from community.notifications.models import Notification
from community.record import write as record
from community.safety import fixed_words
from community.safety.actions.fixed_words import say_read
from community.safety.models import Item, Shift, WordsRead
from groups.actions import belonging, running
from groups.actions.shaping import Shape, shape_room
from groups.append import Append, append
from groups.enums import Door, EventKind, RoomKind
from groups.models import Membership, Message, Reaction, Room, RoomEvent, Seat, SupportGroup
from groups.models.message import first_mac
from groups.staffing import promised_time

CAME = timedelta(days=12)  # how long ago everybody came
READER = "Mira Sand (made up)"  # whose word stands behind the fixed words
UNREAD = 3  # what Ana finds new in her rooms

People = dict[str, Person]


@transaction.atomic
def load(*, now: datetime | None = None) -> None:
    """The whole demo, or whatever of it is missing. What is there is left as it is."""
    now = now or timezone.now()
    library.load(load_people(now=now), now=now)


@transaction.atomic
def load_people(*, now: datetime) -> People:
    """Everybody, and what they do with each other: the demo without its library."""
    password = make_password(PASSWORD)
    people = {one.handle: _person(one, password=password, now=now) for one in CAST}
    made = [place for place in PLACES if _place(place, people, now=now)]
    if made:
        care.look_after(people)
    _date_back(people, now=now)
    for place in made:
        for name, words in place.asks:
            group = SupportGroup.objects.get(slug=place.slug)
            belonging.join_group(group=group, by=people[name], words=words)
    if made:
        _hear(people)
        folded.fold(people, now=now)
        _last_night(people, now=now)
        shift.write_hours(lead=people["Hana"], deputy=people["Lotte"])
    meetings.load(people, now=now)
    mentors.load(people, now=now)
    space.load(people, now=now)
    treating.load(people, now=now)
    house.mark_demo(leads=LEADS)
    _read_words(people, now=now)
    return people


@transaction.atomic
def reset() -> None:
    """Takes every demo person and group out again, with all of their words."""
    people = Person.objects.filter(skeleton__in=[skeleton(one.handle) for one in CAST])
    groups = SupportGroup.objects.filter(slug__in=[place.slug for place in PLACES])
    Item.objects.filter(area__in=[group.area for group in groups]).delete()
    Item.objects.filter(about__in=people).delete()
    Room.objects.filter(group__in=groups).delete()
    groups.delete()
    library.unload()
    mentors.unload(people)
    treating.unload(people)
    house.unmark_demo(leads=LEADS)
    WordsRead.objects.filter(name=READER).delete()
    transaction.on_commit(fixed_words.forget)
    fixed_words.forget()
    people.delete()
    record.write(act="reset_demo", by=None)


def _read_words(people: People, *, now: datetime) -> None:
    on = timezone.localdate(now) - timedelta(days=21)
    for one in fixed_words.standing():
        if not one.is_read:
            key = one.words.key
            say_read(key=key, name=READER, profession="psychiatrist", on=on, by=people["Ola"])


def _person(one: Somebody, *, password: str, now: datetime) -> Person:
    found = Person.objects.filter(skeleton=skeleton(one.handle)).first()
    if found is not None:
        return found
    person = Person.objects.create(handle=one.handle, password=password, joined_at=now - CAME)
    Profile.objects.create(person=person, about=one.about, pronouns=one.pronouns)
    Tag.objects.bulk_create(
        Tag(person=person, topic=topic, lived=lived, seen_by=seen_by)
        for topic, lived, seen_by in one.tags
    )
    Consent.objects.bulk_create(
        Consent(person=person, kind=kind, version=texts.current(kind).version, given_at=now - CAME)
        for kind in ConsentKind
    )
    for role in one.roles:
        grant_role(person=person, role=role, by=None)
    return person


def _place(place: Place, people: People, *, now: datetime) -> bool:
    """Makes the group with its rooms, people and words; False where it is there already."""
    if SupportGroup.objects.filter(slug=place.slug).exists():
        return False
    hana = people["Hana"]
    says = running.Description(
        place.title, place.description, place.agreement, place.speaks_of, place.door
    )
    group = running.create_group(says=says, by=hana)
    if place == PLACES[0] and not SupportGroup.objects.filter(is_welcome=True).exists():
        running.make_welcome(group=group, by=hana)
    live = running.open_room(group=group, title=place.live, kind=RoomKind.LIVE, by=hana)
    wall = group.rooms.get(kind=RoomKind.SLOW)
    wall = shape_room(room=wall, shape=Shape(title=place.wall), by=hana)
    for name in place.moderators:
        running.appoint(group=group, person=people[name], by=hana)
    shift.write_rota(live, [people[name] for name in place.moderators], by=hana)
    for name in place.members:
        _join(group, people[name], by=hana)
    for room, kind in ((live, "live"), (wall, "wall")):
        _speak(room, f"{place.slug}.{kind}", now=now)
    return True


def _join(group: SupportGroup, person: Person, *, by: Person) -> None:
    membership = belonging.join_group(group=group, by=person)
    if group.door != Door.OPEN:
        belonging.admit(membership=membership, by=by)
    for room in group.rooms.order_by("pk"):
        belonging.enter_room(room=room, by=person)


def _speak(room: Room, name: str, *, now: datetime) -> None:
    """Writes what was said, numbered from one without a hole, each with its event: as `append`
    would have, only then."""
    said = scripts.spoken(name, now=now, zone=ZoneInfo(settings.TIME_ZONE))
    seats = {seat.person.handle: seat for seat in room.seats.select_related("person")}
    Message.objects.bulk_create(
        Message(
            room=room,
            seq=seq,
            author=seats[one.who],
            cid=uuid.uuid4(),
            body=one.words,
            first_mac=first_mac(one.words),
            note=one.note,
            note_kind=one.note_kind,
            intent=one.intent,
            reply_to=one.answers,
            written_at=one.at,
            **_read_by_the_team(room, seats, one),
        )
        for seq, one in enumerate(said, start=1)
    )
    RoomEvent.objects.bulk_create(
        RoomEvent(room=room, seq=seq, kind=EventKind.MSG, actor=seats[one.who], at=one.at)
        for seq, one in enumerate(said, start=1)
    )
    room.last_seq = len(said)
    room.made_at = now - CAME
    room.save(update_fields=["last_seq", "made_at"])
    room.seats.update(read_seq=room.last_seq)
    room.seats.filter(messages__isnull=False).update(first_words_at=now - CAME)
    room.seats.filter(person__handle="Ana").update(read_seq=room.last_seq - UNREAD)


def _hear(people: People) -> None:
    """Some told the author of a line that they heard it. Nobody else can see that."""
    for words, kind, names in HEARD:
        message = Message.objects.get(body=words, room__group__slug__in=[p.slug for p in PLACES])
        Reaction.objects.bulk_create(
            Reaction(message=message, person=people[name], kind=kind, at=message.written_at)
            for name in names
        )


def _read_by_the_team(room: Room, seats: dict[str, Seat], one: scripts.Spoken) -> dict[str, Any]:
    """On a wall somebody of the team has read what members wrote, within the time that was said."""
    if room.kind != RoomKind.SLOW or seats[one.who].moderates:
        return {}
    team = next(seat for seat in seats.values() if seat.moderates)
    promised = promised_time(room, now=one.at)
    return {
        "promised_at": promised,
        "seen_at": promised - timedelta(minutes=20),
        "seen_by": team.person_id,
    }


def _date_back(people: People, *, now: datetime) -> None:
    """Everybody came some time ago, and has read the notices about it."""
    came = now - CAME
    everybody = list(people.values())
    groups = [place.slug for place in PLACES]
    Membership.objects.filter(person__in=everybody, group__slug__in=groups).update(
        asked_at=came, joined_at=came
    )
    Seat.objects.filter(person__in=everybody, room__group__slug__in=groups).update(entered_at=came)
    SupportGroup.objects.filter(slug__in=groups).update(made_at=came)
    Notification.objects.filter(person__in=everybody).update(at=came, read_at=came)


def _last_night(people: People, *, now: datetime) -> None:
    """The shift that ended, the words for whoever comes next, and one that waits for them. Then
    tonight's: Noor is in a room of her own, and going on duty in the others is for who tries this.
    """
    zone = ZoneInfo(settings.TIME_ZONE)
    yesterday = now.astimezone(zone).date() - timedelta(days=1)
    Shift.objects.create(
        person=people["Noor"],
        began_at=datetime.combine(yesterday, time(17, 30), tzinfo=zone),
        ended_at=datetime.combine(yesterday, time(22), tzinfo=zone),
        handover=HANDOVER,
    )
    slug, name, words = HELD
    room = Room.objects.get(group__slug=slug, kind=RoomKind.LIVE)
    append([Append(room=room.pk, person=people[name].pk, cid=uuid.uuid4(), body=words)])
    shift.begin(by=people["Noor"], now=now)
