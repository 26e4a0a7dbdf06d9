"""Fills the demo's mentoring: three mentors who can be asked, one who waits for Hana, one member
who has asked, two people who talk. Ana has not asked, so that whoever tries this can."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.db.models import QuerySet

from community.accounts.actions.profile import set_time_zone
from community.accounts.models import Person
from community.notifications.models import Notification
from groups.append import Append, append
from groups.models import Message, Room, RoomEvent
from mentoring.actions import agreeing, asking, mentors, supervising, training
from mentoring.enums import SeenBy
from mentoring.models import Mentor, Pair, Request, Supervision

OFFERED = timedelta(days=9)  # how long ago the three offered to be mentors
ANSWERED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Brings:
    """One mentor: what they say of themself."""

    name: str
    why: str
    brings: str
    topics: tuple[str, ...]
    styles: tuple[str, ...]
    languages: tuple[str, ...]
    times: tuple[str, ...]
    places: int
    reads_when: str
    limits: tuple[str, ...] = ()
    topics_seen: SeenBy = SeenBy.EVERYONE
    time_zone: str = ""
    lived: dict[str, str] = field(default_factory=dict)
    learned: tuple[str, ...] = ()


MENTORS = (
    Brings(
        name="Dora",
        why="Somebody sat with me through two bad winters. I have evenings now, and good bread.",
        brings=(
            "I baked nights for eleven years and slept badly for nine of them. Two winters were "
            "very dark. I do not have answers, I have tea and time, and I ask before I advise."
        ),
        topics=("low", "sleep", "work", "alone"),
        styles=("listen",),
        languages=("en", "pl"),
        times=("evening", "weekend"),
        places=2,
        reads_when="most evenings after seven",
        limits=("drink",),
        lived={"low": "past", "sleep": "past", "work": "now"},
        learned=("relating", "lived", "crisis", "talking", "team"),
    ),
    Brings(
        name="Sol",
        why="I know worry from the inside, and what helped was somebody who did not hurry me.",
        brings=(
            "My head used to run ahead of me to every door that might be locked. It still does, "
            "more slowly. I like small steps, written down, and crossing them out together."
        ),
        topics=("worry", "alone", "body"),
        styles=("practical", "listen"),
        languages=("en", "es"),
        times=("morning", "noon", "evening"),
        places=1,
        reads_when="weekdays around noon",
        time_zone="Europe/Madrid",
    ),
    Brings(
        name="Theo",
        why="My son was ill for years. I would have liked to talk to another father.",
        brings=(
            "I am a father who learned to put the spanner down. I know waiting rooms, and being "
            "tired of being strong. I tell you what we tried, and you take what fits."
        ),
        topics=("near", "family", "work", "sleep"),
        styles=("example", "practical"),
        languages=("en",),
        times=("evening", "weekend"),
        places=2,
        reads_when="after nine, when the house is quiet",
        limits=("loss",),
    ),
)
WAITS = (
    "Karim",
    "I was greeted kindly here when I could not say my own name. I read a lot, I write little, and "
    "I think I could be that for one person.",
    "Lotte heard me greet somebody last month. Noor has seen me in the long evening.",
)
SUPERVISION: dict[str, Any] = {
    "week": 2,
    "weekday": 1,
    "at": time(18, 30),
    "minutes": 60,
    "place": "With Hana, in the small room by the stairs",
}
ASKS = (
    "Pia",
    asking.Wishes(
        hopes=(
            "Somebody who knows night shifts and the days after them. I do not need advice, more "
            "a person who is not surprised."
        ),
        topics=["sleep", "work"],
        languages=["en"],
        times=["evening", "weekend"],
        style="listen",
        lived={"sleep": "now"},
    ),
    "Dora",
)

# Two who talk: who asked, what they hoped for, whom; what was said, by turns; what they agreed on.
PAIR = (
    "Wren",
    asking.Wishes(
        hopes=(
            "My brother is ill and I am the calm one. I would like to not be calm with somebody "
            "who knows what that is."
        ),
        topics=["near", "family"],
        languages=["en"],
        times=["evening", "weekend"],
        style="example",
    ),
    "Theo",
)
SAID = (
    ("Theo", "Hello Wren. I have read what you hope for. You do not have to be calm here."),
    ("Wren", "Thank you. I did not know where to put that sentence until I wrote it down."),
    ("Theo", "I know that one. I carried mine about in a tool bag for a year."),
    ("Wren", "Today was good, oddly. He laughed at the dog. I went out and sat in the car a bit."),
    ("Theo", "Keep the laugh. Mine were small, and they lasted longer than the rest of it."),
)
AGREED = {
    "rhythm": "After nine, most evenings. Two days without an answer are fine.",
    "about": "My brother, and the days that are not about him.",
    "not_about": "What the doctors should do.",
    "hard_days": "Ring a line first, write here after.",
    "until": "Until the end of winter, then we ask each other.",
}
TALKED = timedelta(days=3)  # how long ago they began


def load(people: dict[str, Person], *, now: datetime) -> None:
    """Everybody who is missing. Who is there is left as they are."""
    hana = people["Hana"]
    for one in MENTORS:
        if not Mentor.objects.filter(person=people[one.name]).exists():
            _mentor(one, people[one.name], by=hana, now=now)
    name, why, references = WAITS
    if not Mentor.objects.filter(person=people[name]).exists():
        mentors.apply_as_mentor(by=people[name], why=why, references=references)
    if not Supervision.objects.exists():
        supervising.set_supervision(by=hana, **SUPERVISION)
    name, wishes, asked = ASKS
    if not Request.objects.filter(person=people[name]).exists():
        request = asking.ask_for_mentor(by=people[name], wishes=wishes)
        mentor = Mentor.objects.get(person=people[asked])
        asking.choose(request=request, mentor=mentor.pk, by=people[name])
    if not Request.objects.filter(person=people[PAIR[0]]).exists():
        _pair(people, now=now)


def unload(people: QuerySet[Person]) -> None:
    """Takes the rooms of pairs out again; all else goes with the people."""
    rooms = list(Room.objects.filter(pair__isnull=False, seats__person__in=people).distinct())
    Pair.objects.filter(room__in=rooms).delete()
    Room.objects.filter(pk__in=[room.pk for room in rooms]).delete()


def _mentor(one: Brings, person: Person, *, by: Person, now: datetime) -> None:
    mentor = mentors.apply_as_mentor(by=person, why=one.why)
    mentor = mentors.approve_mentor(mentor=mentor, by=by)
    mentors.say_what_i_bring(
        by=person,
        brings=one.brings,
        topics=one.topics,
        topics_seen=one.topics_seen,
        styles=one.styles,
        languages=one.languages,
        lived=one.lived,
    )
    for group in one.learned:
        training.verify_training(mentor=mentor, group=group, by=by)
    set_time_zone(time_zone=one.time_zone, by=person)
    mentors.say_when(by=person, times=one.times, places=one.places, reads_when=one.reads_when)
    mentors.say_what_is_not_for_me(by=person, limits=one.limits)
    mentors.note_boundaries_read(by=person)
    answered = now - ANSWERED
    Mentor.objects.filter(pk=mentor.pk).update(
        applied_at=now - OFFERED, approved_at=answered, changed_at=answered
    )
    Notification.objects.filter(person__in=[person, by], read_at=None).update(
        at=answered, read_at=answered
    )


def _pair(people: dict[str, Person], *, now: datetime) -> None:
    """Two who talk since some days, with what they said and agreed on."""
    asks, wishes, asked = PAIR
    member = people[asks]
    mentor = Mentor.objects.select_related("person").get(person=people[asked])
    request = asking.ask_for_mentor(by=member, wishes=wishes)
    offer = asking.choose(request=request, mentor=mentor.pk, by=member)
    pair = asking.accept(offer=offer, by=mentor.person)
    for name, words in SAID:
        append([Append(room=pair.room_id, person=people[name].pk, cid=uuid4(), body=words)])
    agreeing.write_agreement(pair=pair, lines=AGREED, read=0, by=member)
    agreeing.agree(pair=pair, read=1, by=mentor.person)
    _some_days_ago(pair, now=now)
    Notification.objects.filter(person__in=[member, mentor.person], read_at=None).update(
        read_at=now
    )


def _some_days_ago(pair: Pair, *, now: datetime) -> None:
    """Each of what was said a few hours after the last."""
    began = now - TALKED
    Pair.objects.filter(pk=pair.pk).update(began_at=began)
    Room.objects.filter(pk=pair.room_id).update(made_at=began)
    for number in range(1, len(SAID) + 1):
        at = began + timedelta(hours=7 * number)
        Message.objects.filter(room=pair.room_id, seq=number).update(written_at=at)
        RoomEvent.objects.filter(room=pair.room_id, seq=number).update(at=at)
    pair.room.seats.update(read_seq=len(SAID), entered_at=began)
