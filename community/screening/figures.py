"""Recall at a false-alarm rate, AUROC, and how sure these are. Plain Python."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf, nextafter

RESAMPLES = 300
SEED = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with the 2.5th and 97.5th percentile of its resamples."""

    value: float
    low: float
    high: float


def threshold(negatives: Sequence[float], rate: float) -> float:
    """The lowest score at which at most `rate` of the negatives raise a false alarm."""
    allowed = int(rate * len(negatives) + 1e-9)
    ranked = sorted(negatives, reverse=True)
    return nextafter(ranked[allowed], inf) if allowed < len(ranked) else ranked[-1]


def recall(positives: Sequence[float], negatives: Sequence[float], rate: float) -> float:
    """The share of positives at or above the threshold for `rate`."""
    bar = threshold(negatives, rate)
    return sum(score >= bar for score in positives) / len(positives)


def auroc(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """How often a positive stands above a negative; ties count half."""
    ranked = sorted(negatives)
    wins = sum(bisect_left(ranked, s) + bisect_right(ranked, s) for s in positives)
    return wins / 2 / len(positives) / len(negatives)


def with_interval(
    measure: Callable[[Sequence[float], Sequence[float]], float],
    positives: Sequence[float],
    negatives: Sequence[float],
) -> Figure:
    """`measure` with a bootstrap interval; the same scores give the same interval."""
    draw = random.Random(SEED)  # noqa: S311 - resampling, nothing secret
    values = sorted(
        measure(
            draw.choices(positives, k=len(positives)), draw.choices(negatives, k=len(negatives))
        )
        for _ in range(RESAMPLES)
    )
    edge = int(0.025 * RESAMPLES)
    return Figure(measure(positives, negatives), values[edge], values[-1 - edge])
