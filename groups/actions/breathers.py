"""Ten quiet minutes for one person: they read on, their writing pauses, it opens again by itself.

It is kept with what was decided about them, for them to read, and is no sanction. Nobody else in
the room is told.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from community import live
from community.accounts.models import Person
from community.record.write import write
from community.refusal import insist
from community.safety.actions.measures import keep_measure
from community.safety.enums import MeasureKind, Why
from community.safety.models import Measure
from groups import rules_beside
from groups.finding import room_under_lock, seat_of
from groups.models import Room, Seat

LASTS = timedelta(minutes=10)


@transaction.atomic
def give_breather(*, room: str, person: Person, words: str = "", by: Person) -> Measure:
    """Pauses their writing in this room for ten minutes, in kind words. One that runs is given
    anew from now. Raises Refused."""
    where = room_under_lock(room)
    seat, now = seat_of(person, where), timezone.now()
    insist(rules_beside.may_give_breather(by, where, seat, now=now))
    assert seat is not None
    _end(where, person, now=now)
    until = now + LASTS
    seat.paused_until = max(seat.paused_until or until, until)
    seat.save(update_fields=["paused_until"])
    return keep_measure(
        person=person,
        kind=MeasureKind.BREATHER,
        reason=Why.CARE,
        words=words.strip()
        or _(
            "A few quiet minutes, because it may have been a lot just now. You did nothing wrong."
        ),
        by=by,
        area=where.area,
        subject=where.place,
        until=until,
        now=now,
        notice="breather",
    )


@transaction.atomic
def end_breather(*, room: str, person: Person, by: Person) -> None:
    """Opens their writing before the time. Raises Refused."""
    where, now = room_under_lock(room), timezone.now()
    runs = running_breather(person, where, now=now) is not None
    insist(rules_beside.may_end_breather(by, where, runs=runs, now=now))
    _end(where, person, now=now)
    write(
        act="end_breather", by=by.pk, about=person.pk, subject=where.place, area=where.area, at=now
    )


@transaction.atomic
def undo_breather(*, subject: str, person: Person, by: Person) -> None:
    """What an upheld appeal takes back, which has ended the measure. The record is the appeal's."""
    last = _breathers(person, subject).order_by("-pk").first()
    if last is not None:
        room_under_lock(subject.removeprefix("room:"))
        _open_again(last)


def running_breather(person: Person, room: Room, *, now: datetime) -> Measure | None:
    """The breather this person has in the room now."""
    running = _breathers(person, room.place).filter(ended_at=None, until__gt=now)
    return running.select_related("decided_by").order_by("-pk").first()


def _breathers(person: Person, place: str) -> QuerySet[Measure]:
    return Measure.objects.filter(person=person, kind=MeasureKind.BREATHER, subject=place)


def _end(room: Room, person: Person, *, now: datetime) -> None:
    """Ends what runs now, and the pause where it is the breather's own."""
    measure = running_breather(person, room, now=now)
    if measure is not None:
        measure.ended_at = now
        measure.save(update_fields=["ended_at"])
        _open_again(measure)


def _open_again(measure: Measure) -> None:
    room = measure.subject.removeprefix("room:")
    Seat.objects.filter(room=room, person=measure.person_id, paused_until=measure.until).update(
        paused_until=None
    )
    live.me(measure.person_id, kind="breather", id=room)
