"""Hard words that have a plain one. A hint for whoever writes, never a reason to refuse."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "tables" / "jargon.csv"


@dataclass(frozen=True, slots=True)
class Hard:
    """A hard word in a text, and plain ones."""

    start: int
    end: int
    word: str
    plain: tuple[str, ...]


def hard_words(text: str) -> tuple[Hard, ...]:
    """Every hard word, in the order of the text."""
    pattern, rows = _table()
    return tuple(
        Hard(*found.span(), *rows[found.lastindex or 0]) for found in pattern.finditer(text)
    )


@cache
def _table() -> tuple[re.Pattern[str], dict[int, tuple[str, tuple[str, ...]]]]:
    with _TABLE.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter=";", quoting=csv.QUOTE_NONE))
    forms = "|".join(f"({row['forms']})" for row in rows).replace(" ", r"\s+")
    said = {
        number: (row["word"], tuple(row["plain"].split(" / ")))
        for number, row in enumerate(rows, start=1)
    }
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE), said
