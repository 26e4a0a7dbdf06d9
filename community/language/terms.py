"""The tables of words, each row with its source. Read once; patterns are built when first woken."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

from community.language.patterns import anything, pattern
from community.language.whys import ABOUT_PERSONS

TABLES = Path(__file__).parent / "tables"
THEMES = ("suicide", "people", "substances", "care", "disability")
_WITHIN = " => "


class Severity(StrEnum):
    """What a word asks of whoever writes: `must` goes, `should` needs a reason to stay, `consider`
    is worth a thought."""

    MUST = "must"
    SHOULD = "should"
    CONSIDER = "consider"


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so, and where it can be read."""

    key: str
    name: str
    address: str


@dataclass(frozen=True)
class Term:
    """One row. `evidence` says how the source backs it: the word was seen there, follows from a rule
    seen there, or is recalled and has to be looked up again."""

    term: str
    match: str
    unless: str
    severity: Severity
    reason: str
    better: tuple[str, ...]
    source: Source
    evidence: str
    wakes: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return pattern(self.match.rpartition(_WITHIN)[2])

    @cached_property
    def within(self) -> re.Pattern[str] | None:
        """What the sentence has to have besides, for words that are harmless elsewhere."""
        first = self.match.rpartition(_WITHIN)[0]
        return anything(first and rf"\b(?:{first})\b")

    @cached_property
    def lets_pass(self) -> re.Pattern[str] | None:
        return anything(self.unless)

    @property
    def names_a_person(self) -> bool:
        return self.reason in ABOUT_PERSONS


@cache
def sources() -> dict[str, Source]:
    return {row["key"]: Source(**row) for row in _rows("sources")}


@cache
def terms() -> tuple[Term, ...]:
    return tuple(_term(row) for theme in THEMES for row in _rows(theme))


@cache
def woken_by() -> dict[str, tuple[int, ...]]:
    """For the first four letters of a word, the rows that may find something beside it."""
    rows: dict[str, list[int]] = {}
    for number, term in enumerate(terms()):
        for wake in term.wakes:
            rows.setdefault(wake, []).append(number)
    return {wake: tuple(numbers) for wake, numbers in rows.items()}


def _term(row: dict[str, str]) -> Term:
    return Term(
        term=row["term"],
        match=row["match"],
        unless=row["unless"],
        severity=Severity(row["severity"]),
        reason=row["why"],
        better=tuple(row["better"].split(" / ")),
        source=sources()[row["source"]],
        evidence=row["seen"],
        wakes=tuple(row["wake"].split()),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter=";", quoting=csv.QUOTE_NONE))
