"""What finished fillings of a scale say over time. Like is compared with like alone: the same words,
counted by the same rule."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _now

from community.accounts.models import Person
from community.wellbeing import instruments
from community.wellbeing.charts import Chart, Point
from community.wellbeing.instruments import Instrument
from community.wellbeing.models import AnswerSet
from community.wellbeing.queries.answers import finished, scored
from community.wellbeing.scoring import band_of, change
from community.wellbeing.totals import totals, way_of


@dataclass(frozen=True, slots=True)
class Reading:
    """One finished filling: its total, the published name of its range, and how that differs from
    the one before: -1 worse, 0 about the same, 1 better, None where nothing can be said. `like`
    names what it can be compared with. `given`: how many of the questions were answered; where that
    is not all of them, the total was made from their mean. `is_of_now`: counted by the rule of
    now, whose ranges and highest number hold for it."""

    answers: AnswerSet
    total: float
    band: str | Promise
    change: int | None
    before: datetime | None
    like: str
    given: int
    of: int
    is_of_now: bool

    @property
    def number(self) -> str:
        """The total without an idle ".0"."""
        return f"{self.total:g}"

    @property
    def is_prorated(self) -> bool:
        """Whether some of the questions were left out."""
        return self.given < self.of

    @property
    def from_answers(self) -> str:
        """How many answers it was made from, where that is not all of them."""
        if not self.is_prorated:
            return ""
        return _now("from %(given)s of %(of)s answers") % {"given": self.given, "of": self.of}


def readings_of(person: Person, instrument: Instrument) -> list[Reading]:
    """Every total, oldest first, each with its change from the one before. Totals by another rule
    or in other words are not compared. One query."""
    rows = [row for row in finished(person, instrument) if row.total is not None][::-1]
    return [_reading(instrument, row, rows[n - 1] if n else None) for n, row in enumerate(rows)]


def _reading(instrument: Instrument, row: AnswerSet, before: AnswerSet | None) -> Reading:
    total, like = row.total or 0, _likeness(instrument, row)
    is_of_now = row.rule == instrument.scoring.version
    is_like = before is not None and _likeness(instrument, before) == like
    differs: int | None = None
    if before is not None and is_like and is_of_now and instrument.reliable_change is not None:
        differs = change(instrument, before=before.total or 0, after=total)
    words = {band.key: band.words for band in instrument.bands} if is_of_now else {}
    return Reading(
        answers=row,
        total=total,
        band=words.get(band_of(instrument, total) or "", ""),
        change=differs,
        before=before.ended_at if before and is_like else None,
        like=like,
        given=sum(value is not None for value in scored(instrument, row)),
        of=len(instrument.items),
        is_of_now=is_of_now,
    )


def _likeness(instrument: Instrument, row: AnswerSet) -> str:
    """What two fillings have in common that can be compared: the words asked and the rule."""
    asked = instrument.version if instrument.asks_as(row.version) else row.version
    return f"{asked} {row.rule}"


def is_worse_twice(instrument: Instrument, readings: list[Reading]) -> bool:
    """Whether both of the last two readings are worse, by at least the reliable change, than the
    one before them. Said once while it gets harder: not at a reading after one that said so."""
    return _two_worse(instrument, readings) and not _two_worse(instrument, readings[:-1])


def _two_worse(instrument: Instrument, readings: list[Reading]) -> bool:
    if len(readings) < 3 or instrument.reliable_change is None:
        return False
    base, *last = readings[-3:]
    if any(one.like != base.like or not one.is_of_now for one in last):
        return False
    return all(change(instrument, before=base.total, after=one.total) == -1 for one in last)


def charts_of(instrument: Instrument, readings: list[Reading]) -> list[Chart]:
    """The totals over time, with a line where each published range begins. Totals by another rule
    stand in a graph of their own, without the ranges of today's."""
    by_rule = groupby(readings, key=lambda one: one.answers.rule)
    found = [_chart(instrument, list(some)) for _rule, some in by_rule]
    return [chart for chart in found if chart is not None]


def _chart(instrument: Instrument, readings: list[Reading]) -> Chart | None:
    newest = readings[-1].like
    points = [_point(one, newest=newest) for one in readings]
    said = [band_sentence(readings[-1]), way_of(instrument)]
    if any(one.like != newest for one in readings):
        said.append(
            _now("The questions were not the same each time: only what a line joins compares.")
        )
    if any(one.is_prorated for one in readings):
        said.append(
            _now("A broken ring is made from fewer answers: their mean stands for the others.")
        )
    if not readings[-1].is_of_now:
        said.append(_now("These were counted by an earlier rule, and compare with no others."))
    return totals(
        instrument,
        points,
        sentence=" ".join(filter(None, said)),
        is_of_now=readings[-1].is_of_now,
    )


def _point(reading: Reading, *, newest: str) -> Point:
    """In the table beside the graph all of it stands in words."""
    said = [f"{reading.number} ({reading.band})" if reading.band else reading.number]
    said.append(reading.from_answers)
    said.append("" if reading.like == newest else _now("asked in other words"))
    return Point(
        _day(reading),
        reading.total,
        ", ".join(filter(None, said)),
        like=reading.like,
        is_partly=reading.is_prorated,
    )


def _day(reading: Reading) -> date:
    assert reading.answers.ended_at is not None
    return timezone.localtime(reading.answers.ended_at).date()


def band_sentence(reading: Reading) -> str:
    """Never what somebody is: where their answers fall."""
    if not reading.band:
        return ""
    said = _now("Your answers fall in the range called “%(band)s”.")
    return said % {"band": reading.band}


def total_sentence(instrument: Instrument, reading: Reading) -> str:
    """The number, out of which, and from how many answers where some were left out."""
    parts = {"total": reading.number, "high": f"{instrument.range[1]:g}"}
    if reading.is_of_now:
        said = _now("%(total)s of %(high)s") % parts
    else:
        said = _now("%(total)s, counted by an earlier rule") % parts
    if not reading.is_prorated:
        return f"{said}."
    rest = _now("The mean of those answers stands for the others.")
    return f"{said}, {reading.from_answers}. {rest}"


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
    total: str
    change: str


def latest_of(person: Person, *, since: datetime) -> list[Latest]:
    """The newest total of each scale that was filled in since then, in the order of the scales."""
    mine = AnswerSet.objects.filter(person=person, total__isnull=False, ended_at__gte=since)
    keys = set(mine.values_list("instrument", flat=True))
    found = []
    for one in [one for one in instruments.ALL if one.key in keys]:
        reading = readings_of(person, one)[-1]
        total = total_sentence(one, reading)
        found.append(Latest(one, reading, total, change_sentence(reading)))
    return found
