"""What two people did of their path, and who is asked how it is between them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Max, OuterRef, Q, QuerySet, Subquery, When

from community.accounts.models import Person
from groups.models import Message
from mentoring import wording
from mentoring.models import Meeting, Pair, PlannedMeeting, Pulse, SupervisionNote

ASKED_AFTER = (1, 3)  # meetings
FIRST = timedelta(days=14)  # after they began, where they note no meeting
MONTH = timedelta(days=30)
A_DAY = timedelta(days=1)
LENGTH = timedelta(minutes=50)  # of a meeting, in a calendar


@dataclass(frozen=True, slots=True)
class Step:
    """One meeting of the path, and when the two had it."""

    number: int
    title: str
    about: str
    held_at: datetime | None
    begins_at: datetime | None  # when they mean to have it


def steps(pair: Pair) -> list[Step]:
    """The ten meetings."""
    held = dict(Meeting.objects.filter(pair=pair).values_list("number", "held_at"))
    planned = dict(PlannedMeeting.objects.filter(pair=pair).values_list("number", "begins_at"))
    return [
        Step(number, title, about, held.get(number), planned.get(number))
        for number, (title, about) in enumerate(wording.path(), start=1)
    ]


def meetings_ahead(pair: Pair, *, now: datetime) -> QuerySet[PlannedMeeting]:
    """Those with a time that is not over."""
    ahead = PlannedMeeting.objects.filter(pair=pair, begins_at__gt=now - LENGTH)
    return ahead.order_by("begins_at", "number")


def pulse_is_due(person: Person, pairs: Sequence[Pair], *, now: datetime) -> frozenset[int]:
    """The numbers of the pairs about which this person is asked now; a fixed number of questions."""
    return frozenset(number for number, who in asked_now(pairs, now=now) if who == person.pk)


def asked_now(pairs: Sequence[Pair], *, now: datetime) -> dict[tuple[int, int], datetime]:
    """Who is asked now how it is between them, as (pair, person), and since when they are asked this
    time. Three questions for all."""
    had = _had(pairs, now=now)
    rows = Pulse.objects.filter(pair__in=pairs).order_by().values_list("pair", "person")
    said = {(pair, who): last for pair, who, last in rows.annotate(last=Max("at"))}
    asked = {
        (pair.pk, who): due_since(
            had[pair.pk], said.get((pair.pk, who)), began=pair.began_at, now=now
        )
        for pair in pairs
        for who in pair.people
    }
    return {whom: since for whom, since in asked.items() if since is not None}


def _had(pairs: Sequence[Pair], *, now: datetime) -> dict[int, list[datetime]]:
    """When each pair had meetings of the path, in order: those they noted, and those whose time is
    over; the same one once."""
    first: dict[tuple[int, int], datetime] = {}
    noted = Meeting.objects.filter(pair__in=pairs).values_list("pair", "number", "held_at")
    over = PlannedMeeting.objects.filter(pair__in=pairs, begins_at__lte=now - LENGTH)
    planned = over.values_list("pair", "number", "begins_at")
    for pair, number, at in [*noted, *((pair, n, at + LENGTH) for pair, n, at in planned)]:
        first[pair, number] = min(at, first.get((pair, number), at))
    had: dict[int, list[datetime]] = defaultdict(list)
    for (pair, _number), at in sorted(first.items(), key=lambda one: one[1]):
        had[pair].append(at)
    return had


def due_since(
    had: Sequence[datetime], said: datetime | None, *, began: datetime, now: datetime
) -> datetime | None:
    """Since when somebody is asked anew; None while they are not. After the first and the third meeting,
    then monthly, whether they answered the time before or not. Two who note no meetings are asked two
    weeks after they began. `said`: when they last answered; nobody is asked again on the day after."""
    after = [had[number - 1] for number in ASKED_AFTER if number <= len(had)]
    if said is None:
        first = min([*after, began + FIRST])
        asked = [first, *after, _monthly(first, now)]
    else:
        asked = [max(at, said + A_DAY) for at in after if at > said]
        asked += [_monthly(said, now)] if now >= said + MONTH else []
    return max((at for at in asked if at <= now), default=None)


def _monthly(since: datetime, now: datetime) -> datetime:
    """The last of the days that come each month from then on."""
    return since + max((now - since) // MONTH, 0) * MONTH


def is_twice_low(pulse: Pulse, before: Iterable[Pulse]) -> bool:
    """Whether it was low before, and not only in what was just put right: answers of one day are one."""
    return pulse.is_low and any(one.is_low and one.at <= pulse.at - A_DAY for one in before)


def pulses_to_look_at(person: Person) -> QuerySet[Pulse]:
    """Where this person should look, the longest first; never at a pair of their own."""
    own = Q(pair__mentor__person=person) | Q(pair__request__person=person)
    found = Pulse.objects.filter(needs_look=True, looked_at=None).exclude(own)
    return found.select_related("person", "pair__mentor__person", "pair__request__person").order_by(
        "at", "pk"
    )


def notes_of(person: Person) -> QuerySet[SupervisionNote]:
    """A mentor's log: what they want to talk over first, then the rest, the last first."""
    mine = SupervisionNote.objects.filter(mentor__person=person)
    is_open = Case(When(to_bring=True, talked_at=None, then=0), default=1)
    return mine.order_by(is_open, "-made_at", "-pk")


def names_of_others(person: Person) -> set[str]:
    """The names of everybody this person talks with one to one, or did before."""
    mine = Pair.objects.filter(Q(mentor__person=person) | Q(request__person=person))
    pairs = mine.select_related("mentor__person", "request__person")
    return {pair.other_than(person).handle for pair in pairs}


def last_writer(pair: Pair) -> int | None:
    """Who of the two wrote last; None while nobody did. A mentor who said when they answer has not
    answered: then it is the member."""
    last = _theirs(Message.objects.filter(room=pair.room_id), *pair.people).first()
    return _waits(pair, last.author.person_id, last.written_at) if last and last.author else None


def last_writers(pairs: Iterable[Pair]) -> dict[int, int]:
    """The same for each of these pairs that is quiet and in which anybody wrote. One question."""
    quiet = {pair.pk: pair for pair in pairs if pair.quiet_step}
    if not quiet:
        return {}
    here = Message.objects.filter(room=OuterRef("room"))
    last = _theirs(here, OuterRef("mentor__person"), OuterRef("request__person"))
    found = Pair.objects.filter(pk__in=quiet).annotate(
        who=Subquery(last.values("author__person")[:1]), at=Subquery(last.values("written_at")[:1])
    )
    rows = found.exclude(who=None).values_list("pk", "who", "at")
    return {number: _waits(quiet[number], who, at) for number, who, at in rows}


def _theirs(words: QuerySet[Message], one: Any, other: Any) -> QuerySet[Message]:
    """What the two wrote, the last first."""
    both = Q(author__person=one) | Q(author__person=other)
    return words.filter(both).select_related("author").order_by("-written_at")


def _waits(pair: Pair, wrote: int, at: datetime) -> int:
    mentor, member = pair.people
    return member if wrote == mentor and pair.only_said_when(at) else wrote


def is_unsafe_for_one(people: Collection[int]) -> bool:
    """Whether one of these people is in a pair in which one of the two does not feel safe, and that
    nobody has looked after yet."""
    theirs = Q(pair__mentor__person__in=people) | Q(pair__request__person__in=people)
    return Pulse.objects.filter(theirs, unsafe=True, looked_at=None).exists()
