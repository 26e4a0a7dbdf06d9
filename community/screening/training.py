"""Turn a graded table into examples for the fit, and cross-validate rules and model together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from zlib import crc32

from community.screening import supplement
from community.screening.fitting import Example, fit
from community.screening.reading import read

FOLDS = 5
# Long everyday rows are counselling questions; short ones chat. Each kind gets its own say,
# so that 8,000 short chat lines do not drown the few that are closest to real support talk.
_LONG = 36
_SAY = {"short": 150.0, "long": 120.0, "calm": 120.0, "own": 60.0}
_WISH_ONLY = 0.6


def words(text: str) -> tuple[str, ...]:
    return tuple(read(text).words)


def kind(row_words: Sequence[str], severity: int) -> str:
    """concern, calm (distress without suicidal thoughts), long or short everyday talk."""
    if severity > 0:
        return "concern"
    if severity == 0:
        return "calm"
    return "long" if len(row_words) > _LONG else "short"


def examples(rows: Sequence[tuple[tuple[str, ...], int]]) -> list[Example]:
    """Weighted examples of the rows and of our own supplement."""
    kinds: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    made: list[Example] = []
    for row_words, severity in rows:
        if severity > 0:
            made.append(Example(row_words, 1, _WISH_ONLY if severity == 1 else 1.0))
        else:
            kinds[kind(row_words, severity)].append(row_words)
    kinds["own"] = [words(text) for text in supplement.texts()]
    for name, texts in kinds.items():
        made.extend(Example(text, 0, _SAY[name] / len(texts)) for text in texts)
    mean = sum(example.say for example in made) / len(made)
    return [Example(e.words, e.concern, e.say / mean) for e in made]


def out_of_fold(rows: Sequence[tuple[tuple[str, ...], int]]) -> list[float]:
    """Model values, each from a fit that has not seen the row nor one that begins like it."""
    groups = [crc32(" ".join(row_words[:6]).encode()) % FOLDS for row_words, _ in rows]
    values = [0.0] * len(rows)
    for fold_number in range(FOLDS):
        seen = [row for row, group in zip(rows, groups, strict=True) if group != fold_number]
        fitted = fit(examples(seen))
        for index, group in enumerate(groups):
            if group == fold_number:
                values[index] = fitted.value(rows[index][0])
    return values
