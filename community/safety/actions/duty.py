"""Going on duty, staying there, ending it.

Each person's own row is locked before their leases change, so that two tabs and the ticker never
end up with two leases or a revived one that was ended.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from community import live
from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from community.safety import places, rules
from community.safety.actions.rota import forget_lines
from community.safety.duty import CALL_LEASE, LEASE, PAGE_LEASE, WARN_BEFORE, on_duty, running
from community.safety.enums import DutyKind
from community.safety.models import Appointment, Duty, Shift
from community.safety.tell import tell_area, tell_team

FRESH = timedelta(seconds=20)  # a lease renewed this recently is not written again
SAME_CALL = timedelta(minutes=2)  # dialled again this soon, a number was busy


@transaction.atomic
def go_on_duty(*, by: Person, places: Iterable[str], now: datetime | None = None) -> list[Duty]:
    """Opens these places for 90 seconds and begins a shift where none is open.

    Raises Refused (hidden) for a place that is not in an area this person was appointed to.
    Opening a room lets no held words in by itself.
    """
    now = now or timezone.now()
    _lock(by.pk)
    wanted = _mine(by, places)
    Shift.objects.get_or_create(person=by, ended_at=None, defaults={"began_at": now})
    return [_open(by, key=key, area=area, now=now) for key, area in sorted(wanted.items())]


def _mine(by: Person, keys: Iterable[str]) -> dict[str, str]:
    """The areas of these places. Insists that each of them may be opened by this person."""
    areas = Appointment.objects.filter(person=by, ended_at=None).values_list("area", flat=True)
    known = {place.key: place.area for place in places.of_areas(areas)}
    wanted = {key: known.get(key, "") for key in keys}
    for area in sorted(set(wanted.values())):
        insist(rules.may_go_on_duty(by, area) if area else rules.NOT_HERE)
    return wanted


def _open(by: Person, *, key: str, area: str, now: datetime) -> Duty:
    duty = Duty.objects.filter(person=by, place=key, ended_at=None).first()
    if duty is not None and duty.until <= now:
        _end([duty], at=duty.until)
        duty = None
    if duty is None:
        duty = Duty.objects.create(person=by, place=key, began_at=now, until=now + LEASE)
        record.write(act="begin_duty", by=by.pk, subject=key, area=area)
        _say(key)
        tell_area(area, id=key)
        return duty
    duty.kind, duty.call_renewed, duty.warned_at = DutyKind.SCREEN, False, None
    duty.until = max(duty.until, now + LEASE)
    duty.save()
    return duty


def renew(*, person: int, places: Iterable[str], now: datetime | None = None) -> set[str]:
    """A screen of this person pinged for these places: their leases run 90 s from now.

    Answers the places the person is on duty at. A lease that was ended is never revived here: the
    page then says so, and the person goes on duty again. Cheap where nothing is due.
    """
    return _ping(Q(person_id=person, place__in=list(places)), now or timezone.now())


def renew_all(*, person: int, now: datetime | None = None) -> set[str]:
    """The desk of this person pinged: every lease of theirs runs 90 s from now. Like `renew`."""
    return _ping(Q(person_id=person), now or timezone.now())


def _ping(whose: Q, now: datetime) -> set[str]:
    open_ones = list(running(now=now).filter(whose))
    stale = [duty.pk for duty in open_ones if _wants_renewal(duty, now)]
    if stale:
        # A conditional update: where the ticker has just ended a lease, it stays ended.
        running(now=now).filter(pk__in=stale).update(
            until=now + LEASE, kind=DutyKind.SCREEN, warned_at=None, call_renewed=False
        )
        open_ones = list(running(now=now).filter(whose))
    return {duty.place for duty in open_ones}


def _wants_renewal(duty: Duty, now: datetime) -> bool:
    """A page's long lease becomes a screen's short one at the first ping; a call's is left to run
    until a ping would reach further."""
    if duty.kind == DutyKind.PAGE:
        return True
    return duty.until < now + LEASE - FRESH


@transaction.atomic
def renew_by_page(*, person: int, now: datetime | None = None) -> None:
    """A page of the desk or a room was loaded: ten minutes, for screens where no script can ping.

    A script's first ping makes it 90 seconds again.
    """
    now = now or timezone.now()
    running(now=now).filter(person_id=person, until__lt=now + PAGE_LEASE).exclude(
        kind=DutyKind.CALL
    ).update(until=now + PAGE_LEASE, kind=DutyKind.PAGE, warned_at=None)


@transaction.atomic
def start_call(*, by: Person, now: datetime | None = None) -> datetime:
    """ "I am on a call": 15 minutes without a ping, and once more when asked again. A number that
    was busy and is dialled again within two minutes is the same call.

    Raises Refused where the person is not on duty, or has renewed already.
    """
    now = now or timezone.now()
    _lock(by.pk)
    mine = list(running(now=now).filter(person=by))
    if not mine:
        insist(rules.NOT_ON_DUTY)
    on_call = [duty for duty in mine if duty.kind == DutyKind.CALL]
    renewed = any(duty.call_renewed for duty in on_call)
    begun = max((duty.until - CALL_LEASE for duty in on_call), default=None)
    if begun is None or now - begun > SAME_CALL:
        insist(rules.CALL_USED if renewed else None)
        begun, renewed = now, bool(on_call)
    running(now=now).filter(person=by).update(
        kind=DutyKind.CALL, until=begun + CALL_LEASE, warned_at=None, call_renewed=renewed
    )
    return begun + CALL_LEASE


@transaction.atomic
def end_call(*, by: Person, now: datetime | None = None) -> None:
    """ "I am back": the screen keeps the lease again."""
    now = now or timezone.now()
    _lock(by.pk)
    running(now=now).filter(person=by, kind=DutyKind.CALL).update(
        kind=DutyKind.SCREEN, until=now + LEASE, warned_at=None, call_renewed=False
    )


@transaction.atomic
def leave_places(*, by: Person, places: Iterable[str], now: datetime | None = None) -> None:
    """Ends duty at these places only; the shift goes on."""
    now = now or timezone.now()
    _lock(by.pk)
    _end_and_record(Q(person=by, place__in=list(places)), by=by, at=now)


@transaction.atomic
def end_duty_in_area(*, person: Person, area: str, by: Person | None) -> None:
    """Somebody is a moderator of this area no longer: their duty there ends with it."""
    _lock(person.pk)
    keys = [place.key for place in places.of_areas([area])]
    _end_and_record(Q(person=person, place__in=keys), by=by, at=timezone.now())
    forget_lines(places=keys, person=person)


@transaction.atomic
def end_duty_at(*, place: str, by: Person | None) -> None:
    """A place has closed: nobody is on duty there any longer."""
    _end_and_record(Q(place=place), by=by, at=timezone.now())
    forget_lines(places=[place])


def end_all_duty(*, person: Person, by: Person | None, at: datetime) -> None:
    """Every lease of this person ends. Inside a transaction that holds their row."""
    _end_and_record(Q(person=person), by=by, at=at)


@transaction.atomic
def end_of_kinds(*, person: Person, kinds: Iterable[DutyKind], now: datetime) -> None:
    """Ends the leases of this person that these kinds of presence keep alive."""
    _lock(person.pk)
    _end_and_record(Q(person=person, kind__in=kinds), by=person, at=now)


def lock_person(person: int) -> None:
    """Holds this person's row until the transaction ends: their leases change one at a time."""
    _lock(person)


# The clock ---------------------------------------------------------------------------------------


def tick(now: datetime) -> None:
    """The ticker's job: warns of what is about to lapse, ends what has."""
    warn_before_lapse(now=now)
    lapse(now=now)


def warn_before_lapse(*, now: datetime) -> list[str]:
    """Tells the area's moderators of each place where the last lease ends within 30 s, once."""
    ending = list(
        running(now=now).filter(until__lte=now + WARN_BEFORE, warned_at=None).order_by("place")
    )
    warned = []
    for duty in ending:
        with transaction.atomic():
            fresh = running(now=now).filter(
                pk=duty.pk, until__lte=now + WARN_BEFORE, warned_at=None
            )
            if fresh.update(warned_at=now) and not _has_longer(duty.place, now):
                tell_team(place=duty.place, kind="duty_ends", id=duty.place)
                warned.append(duty.place)
    return warned


def _has_longer(place: str, now: datetime) -> bool:
    return running(now=now + WARN_BEFORE).filter(place=place).exists()


def lapse(*, now: datetime) -> list[str]:
    """Ends every lease that ran out, and says so in its room. A lease renewed meanwhile stays."""
    ended = []
    for duty in Duty.objects.filter(ended_at=None, until__lte=now).order_by("place"):
        with transaction.atomic():
            gone = Duty.objects.filter(pk=duty.pk, ended_at=None, until__lte=now)
            if gone.update(ended_at=duty.until):
                record.write(act="duty_lapsed", by=None, about=duty.person_id, subject=duty.place)
                _say(duty.place)
                tell_team(place=duty.place, kind="desk", id=duty.place)
                ended.append(duty.place)
    return ended


# Small things ------------------------------------------------------------------------------------


def _lock(person: int) -> None:
    """Not the key: rows that point at the person can still be written meanwhile."""
    Person.objects.select_for_update(no_key=True).get(pk=person)


def _end(duties: Iterable[Duty], *, at: datetime) -> None:
    for duty in duties:
        duty.ended_at = at
        duty.save(update_fields=["ended_at"])


def _end_and_record(whose: Q, *, by: Person | None, at: datetime) -> None:
    for duty in Duty.objects.filter(whose, ended_at=None).order_by("place"):
        _end([duty], at=min(at, duty.until))
        record.write(
            act="end_duty", by=by.pk if by else None, about=duty.person_id, subject=duty.place
        )
        _say(duty.place)


def _say(place: str) -> None:
    """Changes the strip of the room on every open screen, after commit."""
    room = places.room_of(place)
    if room:
        names = on_duty(place, now=timezone.now())
        live.eph(room, kind="duty", data={"on": bool(names), "names": names})
