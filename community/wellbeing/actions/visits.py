"""One's own appointments: a quiet word the day before, and how it went."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify, withdraw
from community.refusal import insist
from community.wellbeing import readers, rules
from community.wellbeing.enums import ForWhom
from community.wellbeing.models import Visit, VisitAnswer
from community.wellbeing.models.visits import HOW_IT_WENT, VISIT_LIMIT

REMINDED = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Planned:
    """An appointment as it is written."""

    at: datetime
    name: str = ""
    where: str = ""
    who: str = ""


@transaction.atomic
def set_visit(*, planned: Planned, visit: int | None = None, by: Person) -> Visit:
    """A new appointment, or one's own changed; at another hour nothing speaks of the old one. Raises Refused, hidden for somebody else's."""
    insist(rules.may_keep(by))
    for words in (planned.name, planned.where, planned.who):
        insist(rules.may_say(words, VISIT_LIMIT))
    found = Visit.objects.filter(pk=visit, person=by).first() if visit else Visit(person=by)
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    if found.at != planned.at:
        found.reminded_at = None
        if found.pk is not None:
            _unsay(found)
    found.at, found.name = planned.at, planned.name.strip()
    found.where, found.who = planned.where.strip(), planned.who.strip()
    found.save()
    return found


@transaction.atomic
def delete_visit(*, visit: int, by: Person) -> None:
    """Nothing of it is kept, and nothing speaks of it."""
    found = Visit.objects.filter(pk=visit, person=by).first()
    if found is not None:
        _unsay(found)
        found.delete()


def _unsay(visit: Visit) -> None:
    path = reverse("wellbeing:sheet", args=[visit.pk])
    withdraw(person=visit.person_id, path=path, also_read=True)


@transaction.atomic
def say_how_it_went(
    *,
    visit: int,
    answers: Mapping[str, tuple[int, ForWhom]],
    reader: int | None = None,
    by: Person,
) -> None:
    """In place of what was said before; for each answer the person says who may know. `reader`: who
    reads those for whoever treats them. Raises Refused, hidden for somebody else's, and for a
    reader whom the person does not have."""
    found = Visit.objects.filter(pk=visit, person=by).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    tells = any(whom == ForWhom.PROVIDER for _value, whom in answers.values())
    known = {one.key for one in readers.of(by)} if tells else set()
    insist(None if not tells or reader in known else rules.NOT_HERE)
    found.reader = reader if tells else None
    found.save(update_fields=["reader"])
    _answer(found, {name: answers[name] for name in HOW_IT_WENT if name in answers})


def _answer(visit: Visit, answers: Mapping[str, tuple[int, ForWhom]]) -> None:
    """What was said before and is said again keeps its time. So does an answer to the service that is
    changed, or kept to oneself for a while: it is in one mean at most, and a mean that was made stays
    as it was."""
    said = {row.about: row for row in visit.answers.select_for_update()}
    visit.answers.exclude(about__in=answers).delete()
    for about, (value, for_whom) in answers.items():
        row = said.get(about) or VisitAnswer(visit=visit, about=about)
        tells, was_told = for_whom == ForWhom.SERVICE, row.for_whom == ForWhom.SERVICE
        if row.pk and tells and not (row.was_told or was_told):
            row.at = timezone.now()  # the service hears of it only now
        row.was_told = row.was_told or was_told or tells
        row.value, row.for_whom = value, for_whom
        row.save()


@transaction.atomic
def keep_to_myself(*, visit: int, reader: int, by: Person) -> None:
    """Nobody but oneself reads any more how it went for this reader. Changes nothing for somebody
    else's."""
    VisitAnswer.objects.filter(
        visit=visit, visit__person=by, visit__reader=reader, for_whom=ForWhom.PROVIDER
    ).update(for_whom=ForWhom.ME)
    Visit.objects.filter(pk=visit, person=by, reader=reader).update(reader=None)


def remind(now: datetime) -> None:
    """The ticker's job: a day before, once, without a word of what or where."""
    due = Visit.objects.filter(at__gt=now, at__lte=now + REMINDED, reminded_at=None)
    for number in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            found = due.select_for_update().filter(pk=number).first()
            if found is None:
                continue
            found.reminded_at = now
            found.save(update_fields=["reminded_at"])
            path = reverse("wellbeing:sheet", args=[found.pk])
            notify(person=found.person, kind="visit_soon", path=path, moment=found.at)
