"""Scales as their owner sees them: what is offered, what they answered, what it says."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _now

from community.accounts.models import Person
from community.wellbeing import instruments
from community.wellbeing.charts import Chart, Point
from community.wellbeing.enums import Sooner
from community.wellbeing.instruments import Instrument, Wording
from community.wellbeing.instruments.definition import Item, Kind
from community.wellbeing.models import AnswerSet, Concern, Pack
from community.wellbeing.queries.completed import all_scales
from community.wellbeing.scoring import band_of, change
from community.wellbeing.totals import totals, way_of

WITHOUT = {"phq-9": "phq-8"}  # the same without the question that somebody would have to read
RESUMED_WITHIN = timedelta(hours=24)  # later, "the last two weeks" are others


@dataclass(frozen=True, slots=True)
class Reading:
    """One finished filling: its total, the published name of its range, and how that differs from
    the one before: -1 worse, 0 about the same, 1 better, None where nothing can be said."""

    answers: AnswerSet
    total: float
    band: str | Promise
    change: int | None
    before: datetime | None

    @property
    def number(self) -> str:
        """The total without an idle ".0"."""
        return f"{self.total:g}"


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


def last_finished(person: Person, instrument: Instrument) -> AnswerSet | None:
    """The newest filling that was finished: with a total, or, where each answer stands for itself,
    with an answer. What was left half done is ended by the next one, a day later or more."""
    ended = _finished(person, instrument)
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


def _finished(person: Person, instrument: Instrument) -> QuerySet[AnswerSet]:
    return AnswerSet.objects.filter(
        person=person, instrument=instrument.key, ended_at__isnull=False
    ).order_by("-ended_at", "-pk")


def readings_of(person: Person, instrument: Instrument) -> list[Reading]:
    """Every total, oldest first, each with its change from the one before. Totals by another rule
    or in other words are not compared. One query."""
    rows = [row for row in _finished(person, instrument) if row.total is not None][::-1]
    return [_reading(instrument, row, rows[n - 1] if n else None) for n, row in enumerate(rows)]


def _reading(instrument: Instrument, row: AnswerSet, before: AnswerSet | None) -> Reading:
    total, is_like = row.total or 0, before is not None and _likeness(before) == _likeness(row)
    differs: int | None = None
    if before is not None and is_like and instrument.reliable_change is not None:
        differs = change(instrument, before=before.total or 0, after=total)
    words = {band.key: band.words for band in instrument.bands}
    return Reading(
        answers=row,
        total=total,
        band=words.get(band_of(instrument, total) or "", ""),
        change=differs,
        before=before.ended_at if before and is_like else None,
    )


def _likeness(row: AnswerSet) -> str:
    """What two fillings have in common that can be compared: the words asked and the rule."""
    return f"{row.version} {row.rule}"


def is_worse_twice(instrument: Instrument, readings: list[Reading]) -> bool:
    """Whether both of the last two readings are worse, by at least the reliable change, than the
    one before them. Said once while it gets harder: not at a reading after one that said so."""
    return _two_worse(instrument, readings) and not _two_worse(instrument, readings[:-1])


def _two_worse(instrument: Instrument, readings: list[Reading]) -> bool:
    if len(readings) < 3 or instrument.reliable_change is None:
        return False
    base, *last = readings[-3:]
    if any(_likeness(one.answers) != _likeness(base.answers) for one in last):
        return False
    return all(change(instrument, before=base.total, after=one.total) == -1 for one in last)


def chart_of(instrument: Instrument, readings: list[Reading]) -> Chart | None:
    """The totals over time, with a line where each published range begins."""
    if not readings:
        return None
    points = [_point(one) for one in readings]
    said = [band_sentence(readings[-1]), way_of(instrument)]
    if len({point.like for point in points}) > 1:
        said.append(
            _now("The questions were not the same each time: only what a line joins compares.")
        )
    return totals(instrument, points, sentence=" ".join(filter(None, said)))


def _point(reading: Reading) -> Point:
    words = f"{reading.number} ({reading.band})" if reading.band else reading.number
    return Point(_day(reading), reading.total, words, like=_likeness(reading.answers))


def _day(reading: Reading) -> date:
    assert reading.answers.ended_at is not None
    return timezone.localtime(reading.answers.ended_at).date()


def band_sentence(reading: Reading) -> str:
    """Never what somebody is: where their answers fall."""
    if not reading.band:
        return ""
    said = _now("Your answers fall in the range called “%(band)s”.")
    return said % {"band": reading.band}


def change_sentence(reading: Reading) -> str:
    """A change only where it is at least the reliable one."""
    if reading.change is None or reading.before is None:
        return ""
    said = {
        -1: _now("That is harder than on %(day)s."),
        0: _now("That is about the same as on %(day)s."),
        1: _now("That is better than on %(day)s."),
    }[reading.change]
    return said % {"day": date_format(reading.before, "j F")}


@dataclass(frozen=True, slots=True)
class Latest:
    """What the newest answers to one scale came to, and how that differs from the ones before."""

    instrument: Instrument
    reading: Reading
    change: str


def latest_of(person: Person, *, since: datetime) -> list[Latest]:
    """The newest total of each scale that was filled in since then, in the order of the scales."""
    mine = AnswerSet.objects.filter(person=person, total__isnull=False, ended_at__gte=since)
    keys = set(mine.values_list("instrument", flat=True))
    found = []
    for one in [one for one in instruments.ALL if one.key in keys]:
        reading = readings_of(person, one)[-1]
        found.append(Latest(one, reading, change_sentence(reading)))
    return found


def open_concern(person: Person) -> Concern | None:
    """What a reviewer was told about this person and has not closed."""
    mine = Concern.objects.filter(person=person, closed_at=None).select_related("taken_by")
    return mine.first()


def waits_for_a_reviewer(people: Collection[int]) -> bool:
    """Whether an answer to question 9 of one of these people needs somebody soon, and nobody has
    said yet what became of it."""
    return Concern.objects.filter(person__in=people, closed_at=None, sooner=Sooner.SOON).exists()
