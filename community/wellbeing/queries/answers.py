"""Scales as their owner sees them: what is offered, what was begun, what they answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.functional import Promise

from community.accounts.models import Person
from community.wellbeing import instruments
from community.wellbeing.instruments import Instrument, Wording
from community.wellbeing.instruments.definition import Item, Kind
from community.wellbeing.models import AnswerSet, Pack
from community.wellbeing.queries.completed import all_scales

_WITHOUT_TOTAL = [one.key for one in instruments.ALL if one.scoring.kind == Kind.NONE]
WITHOUT = {"phq-9": "phq-8"}  # the same without the question that somebody would have to read
RESUMED_WITHIN = timedelta(hours=24)  # later, "the last two weeks" are others


def offered(*, reads: bool) -> list[Instrument]:
    """The scales somebody can fill in here now. The PHQ-9 where a reviewer reads answers to its
    question 9, else the PHQ-8; packs where the operator switched them on."""
    packs = set(Pack.objects.values_list("instrument", flat=True))
    return [one for one in all_scales() if is_open(one, packs=packs, reads=reads)]


def is_open(instrument: Instrument, *, packs: set[str], reads: bool) -> bool:
    """Whether this scale can be filled in."""
    if instrument.wording == Wording.PACK:
        return instrument.key in packs
    if instrument.wording == Wording.MISSING:
        return False
    return reads or not instrument.risks


def under_way(person: Person, instrument: Instrument) -> AnswerSet | None:
    """What was begun and not finished."""
    mine = AnswerSet.objects.filter(person=person, instrument=instrument.key, ended_at=None)
    return mine.first()


def can_go_on(instrument: Instrument, begun: AnswerSet, *, now: datetime) -> bool:
    """Whether somebody goes on where they were: of the same weeks, in the same words."""
    return begun.began_at > now - RESUMED_WITHIN and instrument.asks_as(begun.version)


def goes_on_at(instrument: Instrument, begun: AnswerSet) -> int:
    """The number of the question where somebody was: behind the last one they answered."""
    upto = len(instrument.asked if asks_after(instrument, begun) else instrument.items)
    given = [n for n, value in enumerate(begun.answers[:upto], start=1) if value is not None]
    return min(max(given, default=0) + 1, upto)


def scored(instrument: Instrument, answers: AnswerSet) -> list[Any]:
    """The answers that a total is made of."""
    return answers.answers[: len(instrument.items)]


def asks_after(instrument: Instrument, answers: AnswerSet) -> bool:
    """Whether what comes behind the scored questions is asked: something was more than the least."""
    least = min(instrument.values)
    given = scored(instrument, answers)
    return bool(instrument.after) and any(v is not None and v > least for v in given)


def said_after(instrument: Instrument, answers: AnswerSet) -> list[tuple[str, str]]:
    """What was asked behind the scored questions, and the words that were chosen."""
    first = len(instrument.items)
    return _said(instrument, instrument.after, answers.answers[first:])


def said_of(instrument: Instrument, answers: AnswerSet) -> list[tuple[str, str]]:
    """Every question that was answered, and the words that were chosen."""
    return _said(instrument, instrument.asked, answers.answers)


def _said(
    instrument: Instrument, asked: Sequence[Item], values: Sequence[Any]
) -> list[tuple[str, str]]:
    pairs = zip(asked, values, strict=False)
    return [
        (str(item.words), str(option.words))
        for item, value in pairs
        for option in item.options or instrument.options
        if option.value == value
    ]


def complete_sets(person: Person) -> QuerySet[AnswerSet]:
    """What was finished so that it says something: with a total, or of our own measures, which have
    none."""
    said = Q(total__isnull=False) | Q(instrument__in=_WITHOUT_TOTAL, ended_at__isnull=False)
    return AnswerSet.objects.filter(said, person=person)


def last_finished(person: Person, instrument: Instrument) -> AnswerSet | None:
    """The newest filling that was finished: with a total, or, where each answer stands for itself,
    with an answer. What was left half done is ended by the next one, a day later or more."""
    ended = finished(person, instrument)
    if instrument.scoring.kind != Kind.NONE:
        return ended.filter(total__isnull=False).first()
    whole = ended.filter(ended_at__lte=F("began_at") + RESUMED_WITHIN).iterator()
    return next((row for row in whole if any(v is not None for v in row.answers)), None)


@dataclass(frozen=True, slots=True)
class Filling:
    """One filling, finished or not, with a total or without, and the name of its scale."""

    answers: AnswerSet
    title: str | Promise


def fillings_of(person: Person, *, key: str = "") -> list[Filling]:
    """Everything this person ever answered and did not delete, newest first; of one scale where
    `key` says which. Two queries."""
    titles = {one.key: one.title for one in all_scales()}
    rows = AnswerSet.objects.filter(person=person).order_by("-began_at", "-pk").defer("raw")
    rows = rows.filter(instrument=key) if key else rows
    return [Filling(row, titles.get(row.instrument, row.instrument)) for row in rows]


def finished(person: Person, instrument: Instrument) -> QuerySet[AnswerSet]:
    """What was finished or ended of one scale, newest first."""
    return AnswerSet.objects.filter(
        person=person, instrument=instrument.key, ended_at__isnull=False
    ).order_by("-ended_at", "-pk")
