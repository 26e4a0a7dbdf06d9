"""A pause from writing in one room, until a day: a step against somebody, for a rule. They read on,
and it opens again by itself. Nobody else in the room is told."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community import live
from community.accounts.models import Person
from community.record.write import write
from community.refusal import insist
from community.safety.enums import MeasureKind
from community.safety.models import Measure
from groups import rules, rules_beside
from groups.finding import room_under_lock, seat_of
from groups.models import Seat

_PAUSES = (MeasureKind.PAUSE, MeasureKind.BREATHER)


@transaction.atomic
def pause_writing(
    *, room: str, person: Person, until: datetime | None, reason: str, by: Person
) -> Seat:
    """The pause itself and its record, for a desk that tells the person and keeps the measure. One
    that runs longer stays. Raises Refused without an end, or where `rules.may_remove` says no."""
    where, now = room_under_lock(room), timezone.now()
    seat = seat_of(person, where)
    insist(rules.may_remove(by, where, seat, now=now))
    insist(rules_beside.SAY_UNTIL if until is None else rules.may_end_then(until, now=now))
    assert seat is not None
    assert until is not None
    seat.paused_until = max(seat.paused_until or until, until)
    seat.save(update_fields=["paused_until"])
    write(
        act="pause_writing",
        by=by.pk,
        about=person.pk,
        subject=where.place,
        area=where.area,
        reason=reason,
        at=now,
    )
    live.me(person.pk, kind="breather", id=where.pk)
    return seat


@transaction.atomic
def undo_pause(*, subject: str, person: Person, by: Person) -> None:
    """What an upheld appeal takes back, which has ended the measure: another pause that runs there
    stays. The record is the appeal's."""
    where = room_under_lock(subject.removeprefix("room:"))
    running = Measure.objects.filter(
        person=person, kind__in=_PAUSES, subject=subject, ended_at=None, until__gt=timezone.now()
    )
    longest = running.order_by("-until").values_list("until", flat=True).first()
    Seat.objects.filter(room=where, person=person).update(paused_until=longest)
    live.me(person.pk, kind="breather", id=where.pk)
