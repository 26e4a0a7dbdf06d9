"""Writing the rota: a line for a day of the week, one day off, a line taken out. The record says who
wrote down whom."""

from collections.abc import Iterable
from datetime import date, time

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.record import write as record
from community.refusal import insist
from community.safety import rota, rules, rules_rota
from community.safety.models import RotaLine, RotaOff
from community.safety.places import Place
from community.safety.tell import tell_area


@transaction.atomic
def plan(
    *, place: str, person: Person, weekdays: Iterable[int], begins: time, ends: time, by: Person
) -> None:
    """Puts somebody down for these days of every week. Saying it again changes only until when.
    Raises Refused: hidden for a place of others, in words for who does not look after it."""
    where = _place(place, by=by)
    insist(rules_rota.may_plan(rules.reach_of(by), person=person, place=where))
    for weekday in sorted(set(weekdays)):
        RotaLine.objects.update_or_create(
            place=place,
            person=person,
            weekday=weekday,
            begins=begins,
            defaults={"ends": ends},
        )
    _record("plan_turn", place, where, by=by, about=person.pk)


@transaction.atomic
def take_out(*, line: int, by: Person) -> None:
    """They are down for it no more. Raises Refused."""
    found, where = _line(line, by=by)
    person, place = found.person_id, found.place
    found.delete()
    _record("take_out_turn", place, where, by=by, about=person)


@transaction.atomic
def say_off(*, lines: Iterable[int], day: date, by: Person) -> None:
    """They cannot come on this one day, of these lines the one that is on it. Saying it again takes
    it back. Raises Refused."""
    on_it = RotaLine.objects.filter(pk__in=list(lines), weekday=day.weekday()).first()
    today = timezone.localdate(timezone=rota.zone())
    insist(rules_rota.may_be_off(day, is_on=on_it is not None, today=today))
    assert on_it is not None
    found, where = _line(on_it.pk, by=by)
    off, is_new = RotaOff.objects.get_or_create(line=found, day=day)
    if not is_new:
        off.delete()
    RotaOff.objects.filter(line=found, day__lt=today).delete()
    act = "turn_off" if is_new else "turn_on"
    _record(act, found.place, where, by=by, about=found.person_id)


def forget_lines(*, places: Iterable[str], person: Person | None = None) -> None:
    """Somebody looks after these places no more, or the places have closed: nobody is down for
    them."""
    lines = RotaLine.objects.filter(place__in=list(places))
    if person is not None:
        lines = lines.filter(person=person)
    lines.delete()
    transaction.on_commit(rota.forget)


def _place(key: str, *, by: Person) -> Place | None:
    reach = rules.reach_of(by)
    return next((place for place in rota.places_of(reach) if place.key == key), None)


def _line(line: int, *, by: Person) -> tuple[RotaLine, Place]:
    found = RotaLine.objects.select_for_update().filter(pk=line).first()
    where = _place(found.place, by=by) if found is not None else None
    insist(
        rules_rota.may_change(
            rules.reach_of(by), person=found.person_id if found else 0, place=where
        )
    )
    assert found is not None
    assert where is not None
    return found, where


def _record(act: str, key: str, where: Place | None, *, by: Person, about: int) -> None:
    area = where.area if where is not None else ""
    record.write(act=act, by=by.pk, about=about, subject=f"rota:{key}", area=area)
    transaction.on_commit(rota.forget)
    tell_area(area, id="rota")
