"""Filling in a scale, one answer at a time. Each answer is kept at once; what question 9 says counts
from the moment it is sent, whatever becomes of the rest."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import Person
from community.refusal import insist
from community.wellbeing import rules
from community.wellbeing.actions.concerns import hear_answer
from community.wellbeing.actions.sharing import end_part
from community.wellbeing.instruments import Instrument
from community.wellbeing.models import AnswerSet, Pack
from community.wellbeing.queries import answers as queries
from community.wellbeing.queries.completed import scale_of
from community.wellbeing.queries.rota import read_by
from community.wellbeing.scoring import Score, score


@transaction.atomic
def begin(*, instrument: Instrument, by: Person, now: datetime | None = None) -> AnswerSet:
    """Begins a filling, or goes on with one of the last day. Raises Refused: hidden where the scale
    is not offered here, in words where it was filled in not long ago."""
    now = now or timezone.now()
    Person.objects.select_for_update().get(pk=by.pk)  # two tabs begin one filling
    insist(rules.may_keep(by))
    is_open = queries.is_open(
        instrument,
        packs=set(Pack.objects.values_list("instrument", flat=True)),
        reads=not instrument.risks or read_by(by, now=now) is not None,
    )
    last = queries.last_finished(by, instrument)
    finished = last.ended_at if last else None
    insist(rules.may_fill(instrument, last=finished, is_open=is_open, now=now))
    found = queries.under_way(by, instrument)
    if found is not None and queries.can_go_on(instrument, found, now=now):
        return found
    if found is not None:
        found.ended_at = now
        found.save(update_fields=["ended_at"])
    begun = AnswerSet(
        person=by,
        instrument=instrument.key,
        version=instrument.version,
        rule=instrument.scoring.version,
        began_at=now,
    )
    begun.answers = [None] * len(instrument.asked)
    begun.save()
    return begun


@transaction.atomic
def answer(
    *,
    instrument: Instrument,
    item: int,
    value: int | None,
    by: Person,
    now: datetime | None = None,
) -> bool:
    """Keeps one answer, in place of what stood there. Answers whether help is to be shown before
    anything else. Raises Refused where nothing is under way or there is no such answer."""
    now = now or timezone.now()
    mine = AnswerSet.objects.select_for_update()
    found = mine.filter(person=by, instrument=instrument.key, ended_at=None).first()
    insist(None if found and 0 <= item < len(instrument.asked) else rules.NOT_HERE)
    assert found is not None
    insist(None if instrument.asks_as(found.version) else rules.ASKED_ANEW)
    known_values = {option.value for option in instrument.options_of(item)}
    insist(None if value is None or value in known_values else rules.NO_SUCH_ANSWER)
    values = found.answers
    values += [None] * (len(instrument.asked) - len(values))  # begun by an older wording
    values[item] = value
    found.answers = values
    found.save(update_fields=["raw"])
    helps = False
    for risk in (risk for risk in instrument.risks if risk.item == item):
        hear_answer(risk=risk, value=value, by=by, now=now)
        helps = helps or (value is not None and value >= risk.at_least)
    return helps


@transaction.atomic
def finish(*, instrument: Instrument, by: Person, now: datetime | None = None) -> AnswerSet:
    """Ends the filling; a total where the published rule gives one. Raises Refused where nothing is
    under way."""
    mine = AnswerSet.objects.select_for_update()
    found = mine.filter(person=by, instrument=instrument.key, ended_at=None).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    insist(None if instrument.asks_as(found.version) else rules.ASKED_ANEW)
    result = score(instrument, queries.scored(instrument, found))
    found.ended_at, found.rule = now or timezone.now(), result.rule
    found.total = result.total if isinstance(result, Score) else None
    found.save(update_fields=["ended_at", "rule", "total"])
    return found


@transaction.atomic
def delete_answers(*, answers: int, by: Person) -> None:
    """Nothing of this filling is kept. What a reviewer was told stays with the reviewer; what was
    shared of a scale is over with its last total."""
    Person.objects.select_for_update().get(pk=by.pk)  # nothing is shared meanwhile
    found = AnswerSet.objects.filter(pk=answers, person=by).first()
    if found is None:
        return
    found.delete()
    if not queries.complete_sets(by).filter(instrument=found.instrument).exists():
        end_part(what=f"scale:{found.instrument}", by=by)
        end_part(what=f"answers:{found.instrument}", by=by)


def known(key: str) -> Instrument:
    """The scale of this key. Raises Refused, hidden, where there is none."""
    found = scale_of(key)
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found
