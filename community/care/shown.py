"""What was handed over, as both sides read it: made from the sealed snapshot alone, never from what
the member's space holds now. Pure."""

from collections import Counter
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
from community.wellbeing.enums import ENDS, MEASURE_WORDS, GoalState, Measure, Section
from community.wellbeing.instruments import Instrument
from community.wellbeing.totals import totals, way_of

_STANDS = {
    GoalState.GOING: _("It goes on."),
    GoalState.STOPPED: _("I let go of it."),
    GoalState.REACHED: _("I got there."),
}
LINE = 60  # letters that fit on a line of paper
SOME_DAYS = 3  # answers before a sentence says what came most often
CARD_LABELS = {
    "spoken": _("How I like to be spoken with"),
    "about": _("What I want to talk about"),
    "not_about": _("What I would rather not talk about"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece as it is read: labelled words, where a goal stands with its steps, graphs, single
    answers with what was asked before all of them, and whose questions these are."""

    kind: Kind
    title: str | Promise
    words: tuple[tuple[str | Promise, str], ...] = ()
    stands: str = ""
    steps: tuple[tuple[str, bool], ...] = ()
    charts: tuple[Chart, ...] = ()
    stem: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    notice: str = ""

    @property
    def size(self) -> int:
        """How much room it takes on paper, in letters: each line begins anew, a graph takes ten."""
        lines = [str(self.title), *(f"{label} {words}" for label, words in self.words)]
        lines += [self.stands, *(words for words, _done in self.steps)]
        lines += filter(None, [self.notice])
        lines += [chart.sentence for chart in self.charts]
        return sum(len(line) + LINE for line in lines) + len(self.charts) * 10 * LINE


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
        stands=_stands(said),
        steps=tuple((words, done) for words, done in said["steps"]),
    )


def _stands(said: dict[str, Any]) -> str:
    """Where a goal stood when it was handed over."""
    state = GoalState(said.get("state", GoalState.GOING))
    lines: list[str | Promise] = [_STANDS[state]]
    if steps := said["steps"]:
        done = sum(is_done for _words, is_done in steps)
        lines.append(_("Steps done: %(done)d of %(all)d.") % {"done": done, "all": len(steps)})
    if state == GoalState.GOING and (day := said.get("review_on")):
        when = date_format(date.fromisoformat(day), "j F")
        lines.append(_("Next look at it: %(day)s.") % {"day": when})
    return " ".join(map(str, lines))


def _chart(one: dict[str, Any], said: dict[str, Any]) -> Chart:
    measure = Measure(one["measure"])
    words = MEASURE_WORDS[measure]
    low, high = ENDS[measure]
    points = [
        Point(date.fromisoformat(day), value, str(words[value - 1])) for day, value in one["points"]
    ]
    return Chart(
        title=str(measure.label),
        sentence=_most_often([point.words for point in points]),
        points=points,
        low=1,
        high=5,
        low_words=str(low),
        high_words=str(high),
        first=date.fromisoformat(said["first"]),
        last=date.fromisoformat(said["last"]),
    )


def _most_often(said: list[str]) -> str:
    """A plain sentence for both who read it, and nothing made of a day or two."""
    if len(said) < SOME_DAYS:
        return ""
    (most, times), *others = Counter(said).most_common()
    if others and others[0][1] == times:
        return _now("It went up and down.")
    return _now("Most often: %(words)s.") % {"words": most}


def _answers(said: dict[str, Any]) -> Shown:
    instrument = instruments.get(said["instrument"])
    assert instrument is not None
    day = date_format(date.fromisoformat(said["on"]), "j F Y")
    asked = said.get("asked") or [str(item.words) for item in instrument.asked]
    given = [
        (words or str(n + 1), _given(instrument, n, value))
        for n, (words, value) in enumerate(zip(asked, said["raw"], strict=False))
    ]
    return Shown(
        Kind.ANSWERS,
        _now("%(title)s (%(short)s), %(day)s")
        % {"title": instrument.title, "short": instrument.name, "day": day},
        charts=tuple(filter(None, [_totals(instrument, said)])),
        stem=said.get("stem", ""),
        answers=tuple(given),
        notice=instrument.notice,
    )


def _totals(instrument: Instrument, said: dict[str, Any]) -> Chart | None:
    """What these answers came to, in words and drawn; beside what they are compared with, where the
    change is one. A total from fewer answers is named as one, and so is one by an earlier rule."""
    of, total = len(instrument.items), _now("Total: %(number)s.") % {"number": f"{said['total']:g}"}
    given = sum(value is not None for value in said["raw"][:of])
    fewer = _now("It is made from %(given)s of %(of)s answers: their mean stands for the others.")
    made_of = fewer % {"given": given, "of": of} if given < of else ""
    fall = _now("The answers fall in the range called “%(band)s”.") if said["band"] else ""
    is_of_now = said.get("rule", instrument.scoring.version) == instrument.scoring.version
    rule = "" if is_of_now else _now("It was counted by an earlier rule.")
    before = said.get("before")
    changed = _changed(before) if before else said.get("change", "")
    way = way_of(instrument)
    day = date.fromisoformat(said["on"])
    points = [Point(day, said["total"], f"{said['total']:g}", is_partly=given < of)]
    if before:
        day = date.fromisoformat(before["on"])
        number = f"{before['total']:g}"
        points.insert(0, Point(day, before["total"], number, is_partly=_is_partly(before)))
    lines = (total, made_of, rule, fall % said, changed, way)
    sentence = " ".join(str(line) for line in lines if line)
    return totals(instrument, points, sentence=sentence, is_of_now=is_of_now)


def _is_partly(before: dict[str, Any]) -> bool:
    given, of = before.get("given"), before.get("of")
    return given is not None and of is not None and given < of


def _changed(before: dict[str, Any]) -> str:
    """A change that is reliable, with the day it is counted from, and how many answers that one was
    made from where that is not all."""
    day = {"day": date_format(date.fromisoformat(before["on"]), "j F Y")}
    said = _now("That is better than on %(day)s.")
    if before["way"] < 0:
        said = _now("That is harder than on %(day)s.")
    if not _is_partly(before):
        return said % day
    fewer = _now("The total of that day is made from %(given)s of %(of)s answers.") % before
    return f"{said % day} {fewer}"


def _given(instrument: Instrument, item: int, value: int | None) -> str:
    words = {option.value: str(option.words) for option in instrument.options_of(item)}
    return words.get(value, _now("no answer")) if value is not None else _now("no answer")
