"""The demo's week: when each group meets, about what, and who hosts. All of it is invented."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.models import Notification
from groups.actions.hosting import make_host, take_hosting
from groups.actions.meetings import Says, plan_meetings
from groups.actions.replies import say_coming
from groups.enums import HostKind, Repeats, RoomKind
from groups.models import Meeting, MeetingPlan, Room, SupportGroup
from groups.recurrence import moment

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
HANDLES = {"Marta": ("Marta Lind", "psychologist at the day clinic")}


@dataclass(frozen=True, slots=True)
class Meets:
    """One line of the week."""

    slug: str
    weekday: int
    clock: time
    topic: str
    hosts: tuple[str, ...]
    notes: str = ""
    minutes: int = 60
    repeats: Repeats = Repeats.WEEKLY
    places: int | None = None
    opening: str = "open"
    closing: str = "one_thing"


WEEK = (
    Meets("the-front-room", MON, time(18, 30), "Tea for newcomers", ("Emil",), opening="quiet"),
    Meets("long-evenings", TUE, time(19), "The hour before bed", ("Noor",), notes="sleep, worry"),
    Meets("long-evenings", SUN, time(20), "Sunday company", ("Emil",), opening="quiet"),
    Meets(
        "heavy-days",
        WED,
        time(19),
        "One small thing this week",
        ("Marta", "Noor"),
        notes="low days",
        opening="round",
    ),
    Meets("busy-mind", THU, time(19, 30), "What helped once", ("Noor",), notes="panic"),
    Meets(
        "near-someone",
        SAT,
        time(11),
        "Being tired of it",
        ("Dora", "Emil"),
        notes="family, guilt",
        repeats=Repeats.FORTNIGHTLY,
        opening="topic",
    ),
    Meets(
        "after-a-loss",
        FRI,
        time(18),
        "The first birthday without them",
        ("Emil",),
        notes="death, grief",
        minutes=75,
        repeats=Repeats.MONTHLY,
        places=6,
        opening="loss",
        closing="heavy",
    ),
)


def load(people: dict[str, Person], *, now: datetime) -> None:
    """The week of every group that has none yet; those who host without moderating it."""
    for slug in dict.fromkeys(line.slug for line in WEEK):
        group = SupportGroup.objects.filter(slug=slug).first()
        if group is None or MeetingPlan.objects.filter(room__group=group).exists():
            continue
        _hosts(group, people)
        for line in WEEK:
            if line.slug == slug:
                _plan(group, line, people, now=now)
    Notification.objects.filter(kind="appointed", read_at=None, person__in=people.values()).update(
        read_at=now
    )


def _hosts(group: SupportGroup, people: dict[str, Person]) -> None:
    for name, kind in (("Marta", HostKind.CLINICIAN), ("Dora", HostKind.PEER)):
        if any(name in line.hosts for line in WEEK if line.slug == group.slug):
            real_name, work = HANDLES.get(name, ("", ""))
            make_host(
                group=group,
                person=people[name],
                kind=kind,
                real_name=real_name,
                work=work,
                by=people["Hana"],
            )


def _plan(group: SupportGroup, line: Meets, people: dict[str, Person], *, now: datetime) -> None:
    room = Room.objects.get(group=group, kind=RoomKind.LIVE)
    day = timezone.localdate(now, timezone=ZoneInfo(settings.TIME_ZONE))
    day += timedelta(days=(line.weekday - day.weekday()) % 7)
    if moment(day, line.clock, settings.TIME_ZONE) <= now:
        day += timedelta(days=7)
    plan = plan_meetings(
        room=room,
        says=Says(
            day=day,
            clock=line.clock,
            minutes=line.minutes,
            topic=line.topic,
            notes=line.notes,
            places=line.places,
            opening=line.opening,
            closing=line.closing,
            hosts=tuple(people[name] for name in line.hosts),
        ),
        repeats=line.repeats,
        by=people["Hana"],
        now=now,
    )
    first: Meeting = plan.meetings.order_by("number")[0]
    take_hosting(meeting=first, by=people[line.hosts[0]], now=now)
    for name in ("Ana", "Ben", "Mats"):
        member = people[name]
        if group.memberships.filter(person=member, state="active").exists():
            say_coming(meeting=first, by=member, now=now)
