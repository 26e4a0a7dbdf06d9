"""What was handed over, as both sides read it: made from the sealed snapshot alone, never from what
the member's space holds now. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from community.care.enums import Kind
from community.wellbeing import instruments
from community.wellbeing.charts import Chart, Point
from community.wellbeing.enums import ENDS, MEASURE_WORDS, Measure, Section

CARD_LABELS = {
    "spoken": _("How I like to be spoken with"),
    "about": _("What I want to talk about"),
    "not_about": _("What I would rather not talk about"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece as it is read: labelled words, steps of a goal, graphs, single answers."""

    kind: Kind
    title: str | Promise
    words: tuple[tuple[str | Promise, str], ...] = ()
    steps: tuple[tuple[str, bool], ...] = ()
    charts: tuple[Chart, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()


def shown(kind: Kind, said: dict[str, Any]) -> Shown:
    """The piece of this kind with these contents."""
    match kind:
        case Kind.CARD:
            lines = [(CARD_LABELS[name], said[name]) for name in CARD_LABELS if said[name]]
            return Shown(kind, kind.label, words=tuple(lines))
        case Kind.SECTION:
            return Shown(kind, Section(said["section"]).label, words=(("", said["words"]),))
        case Kind.GOAL:
            return _goal(said)
        case Kind.DAYS:
            charts = tuple(_chart(one, said) for one in said["charts"])
            return Shown(kind, kind.label, charts=charts)
        case Kind.ANSWERS:
            return _answers(said)
    return Shown(kind, kind.label, words=(("", said["words"]),))


def _goal(said: dict[str, Any]) -> Shown:
    lines = (
        (_("Why it matters to me"), said["why"]),
        (_("How I will notice that it works"), said["measure"]),
        (_("Who can help"), said["helper"]),
    )
    return Shown(
        Kind.GOAL,
        said["words"],
        words=tuple((label, words) for label, words in lines if words),
        steps=tuple((words, done) for words, done in said["steps"]),
    )


def _chart(one: dict[str, Any], said: dict[str, Any]) -> Chart:
    measure = Measure(one["measure"])
    words = MEASURE_WORDS[measure]
    low, high = ENDS[measure]
    return Chart(
        title=str(measure.label),
        sentence=one["sentence"],
        points=[
            Point(date.fromisoformat(day), value, str(words[value - 1]))
            for day, value in one["points"]
        ],
        low=1,
        high=5,
        low_words=str(low),
        high_words=str(high),
        first=date.fromisoformat(said["first"]),
        last=date.fromisoformat(said["last"]),
    )


def _answers(said: dict[str, Any]) -> Shown:
    instrument = instruments.get(said["instrument"])
    assert instrument is not None
    day = date_format(date.fromisoformat(said["on"]), "j F Y")
    total = _now("Total: %(number)s.") % {"number": f"{said['total']:g}"}
    lines = " ".join(line for line in (total, said["band"], said["change"]) if line)
    options = {option.value: str(option.words) for option in instrument.options}
    asked = [str(item.words) or str(n) for n, item in enumerate(instrument.items, start=1)]
    given = [options.get(value, _now("no answer")) for value in said["raw"]]
    return Shown(
        Kind.ANSWERS,
        _now("%(title)s (%(short)s), %(day)s")
        % {"title": instrument.title, "short": instrument.short, "day": day},
        words=(("", lines),),
        answers=tuple(zip(asked, given, strict=True)),
    )
