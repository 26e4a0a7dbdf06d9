"""Fit the linear model. Plain Python; a few minutes on one core.

Logistic regression with AdaGrad steps and a little L2, on hashed features weighted by how rare
they are. Groups of texts are given equal say (short chat, long questions, distress without
suicidal thoughts, our own supplement), so that the model learns words and not a source.
"""

from __future__ import annotations

import itertools
import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from community.screening.model import (
    BUCKETS,
    HEADER,
    MAGIC,
    length_norm,
    pair,
    pieces,
    plain,
    single,
)

EPOCHS = 5
STEP = 0.05
DECAY = 2e-6
SEED = 7


@dataclass(frozen=True, slots=True)
class Example:
    """One text as words; `concern` 0 or 1; `say` is its weight in the fit."""

    words: tuple[str, ...]
    concern: int
    say: float = 1.0


@dataclass(slots=True)
class Fitted:
    """Weights that already hold the rarity of each feature."""

    weights: list[float]
    bias: float

    def value(self, words: Sequence[str]) -> float:
        return self.bias + sum(self.weights[i] * v for i, v in features(words).items())


def features(words: Sequence[str]) -> dict[int, float]:
    """Buckets and values exactly as the model sums them, before rarity."""
    kept = plain(words)
    singles, pairs = set(kept), set(itertools.pairwise(kept))
    norm = length_norm(len(singles) + len(pairs))
    found: dict[int, float] = {}
    for word in singles:
        found[single(word)] = found.get(single(word), 0.0) + 1.0 / norm
        parts = pieces(word)
        for part in parts:
            found[part] = found.get(part, 0.0) + 1.0 / (norm * math.sqrt(len(parts)))
    for first, second in pairs:
        bucket = pair(first, second)
        found[bucket] = found.get(bucket, 0.0) + 1.0 / norm
    return found


def fit(examples: Sequence[Example]) -> Fitted:
    """Fit on all examples. The same examples give the same weights."""
    rows = [(features(e.words), e.concern, e.say) for e in examples]
    counts: Counter[int] = Counter()
    for values, _, _ in rows:
        counts.update(values.keys())
    rarity = {
        i: 0.0 if n < 2 else 0.5 * math.log((len(rows) + 1) / (n + 1)) for i, n in counts.items()
    }
    prepared = [
        ([(i, v * rarity[i]) for i, v in values.items() if rarity[i]], y, say)
        for values, y, say in rows
    ]
    weights, bias = _descend(prepared)
    return Fitted([weights[i] * rarity.get(i, 0.0) for i in range(BUCKETS)], bias)


Row = tuple[list[tuple[int, float]], int, float]


def _descend(rows: list[Row]) -> tuple[list[float], float]:
    weights, seen = [0.0] * BUCKETS, [1e-3] * BUCKETS
    bias, bias_seen = 0.0, 1e-3
    order = list(range(len(rows)))
    shuffle = random.Random(SEED)  # noqa: S311 - order of training, nothing secret
    for _ in range(EPOCHS):
        shuffle.shuffle(order)
        for index in order:
            values, concern, say = rows[index]
            z = bias + sum(weights[i] * v for i, v in values)
            slope = say * (1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z)))) - concern)
            bias_seen += slope * slope
            bias -= STEP * slope / math.sqrt(bias_seen)
            for i, v in values:
                g = slope * v + DECAY * weights[i]
                seen[i] += g * g
                weights[i] -= STEP * g / math.sqrt(seen[i])
    return weights, bias


def packed(fitted: Fitted) -> bytes:
    """The file that is shipped: a header and one signed byte per bucket."""
    largest = sorted(map(abs, fitted.weights))[-1] or 1.0
    scale = largest / 127.0
    table = bytes(round(weight / scale) & 0xFF for weight in fitted.weights)
    return HEADER.pack(MAGIC, scale, fitted.bias) + table
