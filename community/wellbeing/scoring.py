"""From answers to a total, exactly as published. Pure.

No number is made up: an answer out of range, or more missing than was published, gives no total and
says why. Risk items are looked at by themselves, in partial and even in broken forms; an answer of
zero to them takes nothing back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

from community.wellbeing.instruments import Direction, Instrument, Kind

Answers = Sequence[object]  # one a question: a value of the scale, None where it is missing


class Why(StrEnum):
    """Why there is no total."""

    COUNT = "another number of answers than questions"
    RANGE = "an answer out of range"
    MISSING = "too many answers are missing"


@dataclass(frozen=True, slots=True)
class Score:
    """`total` is None where each answer stands for itself, `band` where no range was published.
    `rule` is the version of the rule that was used. `flags` are risk items."""

    total: int | float | None
    band: str | None
    flags: tuple[str, ...]
    rule: str
    is_prorated: bool = False


@dataclass(frozen=True, slots=True)
class NoScore:
    """No total, and why; what a risk item said counts all the same."""

    why: Why
    flags: tuple[str, ...]
    rule: str


def score(instrument: Instrument, answers: Answers) -> Score | NoScore:
    """The total of one filling. Answers are raw values in the order of the questions."""
    rule, flags = instrument.scoring.version, risk_flags(instrument, answers)
    if len(answers) != len(instrument.items):
        return NoScore(Why.COUNT, flags, rule)
    given = [answer for answer in answers if answer is not None]
    if not all(_is_value(instrument, answer) for answer in given):
        return NoScore(Why.RANGE, flags, rule)
    missing = len(answers) - len(given)
    if not given or missing > _may_miss(instrument):
        return NoScore(Why.MISSING, flags, rule)
    total = _total(instrument, answers)
    return Score(total, band_of(instrument, total), flags, rule, is_prorated=missing > 0)


def risk_flags(instrument: Instrument, answers: Answers) -> tuple[str, ...]:
    """The risk items that were answered so that help is shown, whatever else is missing."""
    return tuple(
        risk.flag
        for risk in instrument.risks
        if risk.item < len(answers)
        and _is_value(instrument, answers[risk.item])
        and int(str(answers[risk.item])) >= risk.at_least
    )


def band_of(instrument: Instrument, total: float | None) -> str | None:
    """The published name of the range this total lies in."""
    if total is None:
        return None
    return next((b.key for b in instrument.bands if b.low <= total <= b.high), None)


def change(instrument: Instrument, *, before: float, after: float) -> int:
    """-1 worse, 1 better, 0 about the same: only what is at least the reliable change is one."""
    least = instrument.reliable_change
    if least is None or abs(after - before) < least:
        return 0
    is_up = after > before
    return 1 if is_up == (instrument.direction == Direction.HIGHER_IS_BETTER) else -1


def _is_value(instrument: Instrument, answer: object) -> bool:
    return type(answer) is int and answer in instrument.values


def _may_miss(instrument: Instrument) -> int:
    """Where each answer stands for itself, any may be missing."""
    if instrument.scoring.kind == Kind.NONE:
        return len(instrument.items)
    return instrument.scoring.may_miss


def _total(instrument: Instrument, answers: Answers) -> int | float | None:
    values = _values(instrument, answers)
    match instrument.scoring.kind:
        case Kind.NONE:
            return None
        case Kind.SUM:
            return _half_up(Fraction(sum(values), len(values)) * len(answers))
        case Kind.PERCENT:
            highest = max(instrument.values) * len(values)
            return _half_up(Fraction(sum(values) * 100, highest))
        case Kind.MEAN:
            return _half_up(Fraction(sum(values) * 100, len(values))) / 100
        case Kind.COUNT:
            counts = zip(values, instrument.scoring.counts_as_one, strict=True)
            return sum(value in ones for value, ones in counts)


def _values(instrument: Instrument, answers: Answers) -> list[int]:
    """The answers as they count: turned round where the statement is."""
    ends = min(instrument.values) + max(instrument.values)
    pairs = zip(instrument.items, answers, strict=True)
    return [
        ends - int(str(answer)) if item.is_reversed else int(str(answer))
        for item, answer in pairs
        if answer is not None
    ]


def _half_up(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))
