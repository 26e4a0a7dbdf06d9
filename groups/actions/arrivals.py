"""How somebody comes and goes, in two numbers that are theirs.

Nothing here is a gate: not answering changes nothing. Who goes much lower than they came is asked
first what would help; only then, and only where they left that switched on, their host is told; and
where the host has gone, the desk. Told is that, never a number.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.refusal import insist
from community.safety import duty, intake
from community.safety.enums import ItemKind, Level
from groups import rules, rules_meetings
from groups.enums import AfterDrop, SeatState
from groups.models import Arrival, Hosting, Room, Seat

DROP = 2  # so much lower is much lower
PATIENCE = timedelta(minutes=5)  # for their own answer, before their host hears
HELLO = timedelta(minutes=10)  # for a host to say hello, before the desk hears
EVENING = timedelta(hours=12)  # how somebody came is compared with how they go for so long
KEPT = timedelta(days=7)


@transaction.atomic
def arrive(
    *, room: Room, by: Person, came: int, tells_host: bool, now: datetime | None = None
) -> Arrival:
    """ "How are you arriving?", 1 to 5. Answered anew, the new answer counts. Raises Refused where
    `by` does not sit in the room."""
    now = now or timezone.now()
    insist(rules.may_read(_seat(room, by)))
    _end_earlier(room, by, now)
    arrival, _ = Arrival.objects.update_or_create(
        room=room,
        person=by,
        left_at=None,
        defaults={"came": str(came), "tells_host": tells_host, "at": now},
    )
    return arrival


@transaction.atomic
def go(*, room: Room, by: Person, left: int, now: datetime | None = None) -> Arrival | None:
    """ "I am going", and how. Answers the evening, with `is_drop` where they leave much lower than
    they came; None where they never said how they came. Raises Refused as `arrive` does."""
    now = now or timezone.now()
    insist(rules.may_read(_seat(room, by)))
    _end_earlier(room, by, now)
    arrival = Arrival.objects.select_for_update().filter(room=room, person=by, left_at=None).first()
    if arrival is None:
        return None
    arrival.left, arrival.left_at = str(left), now
    arrival.is_drop = int(arrival.came) - left >= DROP
    arrival.save(update_fields=["left", "left_at", "is_drop"])
    return arrival


@transaction.atomic
def choose_after_drop(
    *, arrival: int, by: Person, choice: AfterDrop, tells_host: bool, now: datetime | None = None
) -> Arrival | None:
    """What they would like now. To stay with someone asks for that someone, whatever the switch
    says; else their host hears where the switch is on. None where there is nothing to choose."""
    now = now or timezone.now()
    mine = _dropped().select_for_update().filter(pk=arrival, person=by).first()
    if mine is None:
        return None
    mine.chose, mine.tells_host = choice, tells_host
    mine.save(update_fields=["chose", "tells_host"])
    if choice == AfterDrop.STAY or mine.tells_host:
        _tell(mine, now)
    return mine


@transaction.atomic
def offer_hello(*, seat: Seat, by: Person) -> None:
    """A host would like to say hello: the person is told, and may leave it at that. Raises Refused
    where `by` does not host here."""
    insist(rules_meetings.may_greet_low(by, seat.room))
    _answer(seat, now=timezone.now())
    notify(person=seat.person, kind="hello_comes", path=seat.room.get_absolute_url())


@transaction.atomic
def pass_to_desk(*, seat: Seat, by: Person, now: datetime | None = None) -> None:
    """A host would rather have the team look. Raises Refused where `by` does not host here."""
    insist(rules_meetings.may_greet_low(by, seat.room))
    now = now or timezone.now()
    _answer(seat, now=now)
    put_low_on_desk(seat, now=now)


def tell_unanswered(now: datetime) -> None:
    """The ticker's job: who chose nothing for a while and left the switch on. Told once."""
    waiting = _dropped().filter(
        chose="", tells_host=True, told_at=None, left_at__lte=now - PATIENCE
    )
    for number in waiting.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            arrival = waiting.select_for_update().filter(pk=number).first()
            if arrival is not None:
                _tell(arrival, now)


def look_again(now: datetime) -> None:
    """The ticker's job: a hello that was asked for and did not come within ten minutes, or whose
    hosts have gone, is the desk's. What somebody was told ("we have told them") stays true."""
    waiting = Arrival.objects.filter(told_at__isnull=False, answered_at=None)
    for number in waiting.order_by("pk").values_list("pk", flat=True):
        with transaction.atomic():
            arrival = waiting.select_for_update().filter(pk=number).first()
            if arrival is not None:
                _look_at(arrival, now)


def _look_at(arrival: Arrival, now: datetime) -> None:
    assert arrival.told_at is not None
    is_late = arrival.told_at <= now - HELLO
    if not is_late and _who_is_there(arrival.room, besides=arrival.person_id, now=now):
        return
    seat = _seat(arrival.room, arrival.person)
    if seat is not None:
        put_low_on_desk(seat, now=now)
    arrival.answered_at = now
    arrival.save(update_fields=["answered_at"])


def _answer(seat: Seat, *, now: datetime) -> None:
    """Somebody from the team has seen to what was told of this person here."""
    told = Arrival.objects.filter(room=seat.room, person=seat.person, answered_at=None)
    told.filter(told_at__isnull=False).update(answered_at=now)


def _end_earlier(room: Room, person: Person, now: datetime) -> None:
    """An evening that was never said to be over is not this one's beginning."""
    earlier = Arrival.objects.filter(room=room, person=person, left_at=None)
    earlier.filter(at__lte=now - EVENING).delete()


def forget_old(now: datetime) -> None:
    """The ticker's job: after seven days nothing of it is left."""
    Arrival.objects.filter(at__lte=now - KEPT).delete()


def _dropped() -> QuerySet[Arrival]:
    return Arrival.objects.filter(is_drop=True)


def _tell(arrival: Arrival, now: datetime) -> None:
    """The hosts who are there; where none is, whoever is on duty; where nobody is, the desk."""
    if arrival.told_at is not None:
        return
    arrival.told_at = now
    arrival.save(update_fields=["told_at"])
    seat = _seat(arrival.room, arrival.person)
    if seat is None:
        return
    there = _who_is_there(arrival.room, besides=arrival.person_id, now=now)
    for host in there:
        path = reverse("groups:say-hello", args=[arrival.room_id, seat.wire_id])
        notify(person=host, kind="say_hello", path=path)
    if not there:
        put_low_on_desk(seat, now=now)
        _answer(seat, now=now)


def put_low_on_desk(seat: Seat, *, now: datetime) -> None:
    """Somebody left much lower than they came, and nobody from the team was there to say hello."""
    intake.put_on_desk(
        kind=ItemKind.SIGNAL,
        level=Level.TODAY,
        area=seat.room.area,
        subject_kind="going",
        subject_id=f"{seat.room_id}.{seat.wire_id}",
        about=seat.person_id,
        signals=["left_lower"],
        at=now,
    )


def _who_is_there(room: Room, *, besides: int, now: datetime) -> list[Person]:
    """Who said that they host the meeting that is on, whether or not they moderate, and whoever of
    its hosts is on duty; where neither is, all who are on duty in the room."""
    on_duty = duty.standing_by(now=now).filter(place=room.place)
    people = set(on_duty.values_list("person", flat=True)) - {besides}
    hosting = Hosting.objects.filter(
        meeting__room=room,
        meeting__cancelled_at=None,
        meeting__begins_at__lte=now,
        meeting__ends_at__gt=now - timedelta(hours=1),
    ).exclude(person=besides)
    seated = Seat.objects.filter(room=room, state=SeatState.ACTIVE).values("person")
    come = Q(confirmed_at__isnull=False, meeting__ends_at__gt=now, person__in=seated)
    hosts = set(hosting.filter(come | Q(person__in=people)).values_list("person", flat=True))
    return list(Person.objects.filter(pk__in=hosts or people).order_by("pk"))


def _seat(room: Room, person: Person) -> Seat | None:
    return Seat.objects.filter(room=room, person=person).first()
