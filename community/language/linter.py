"""Words that hurt, each with better ones. Suggests and explains; it changes nothing by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from community.language import speaker
from community.language.terms import Severity, Source, Term, terms, woken_by
from community.language.whys import WHYS

_BEGINNING = re.compile(r"\b[a-z]{3,4}", re.IGNORECASE)
# One letter for one letter, so that places stay where they are.
_FOLDED = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " ", "\u202f": " ",
    "\t": " ", "\r": " ",
})  # fmt: skip
_MAY_STAND_ALONE = frozenset({"slur", "old"})


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text, what is wrong with it, and what could stand there."""

    start: int
    end: int
    term: str
    severity: Severity
    reason: str
    better: tuple[str, ...]
    source: Source

    @property
    def why(self) -> str:
        """The reason as a sentence."""
        return str(WHYS[self.reason])


def check(text: str) -> tuple[Finding, ...]:
    """Everything in `text` that has a better word, in its order. Where two overlap the longer is told.

    Quoted words, names, and what people say of themselves are left alone; so is every sentence in
    which somebody writes of wanting to die: that is for a person, not for a table of words.
    """
    folded = text.translate(_FOLDED)
    kept: list[tuple[int, int, Term]] = []
    taken = bytearray(len(text))
    for start, end, term in sorted(_found(folded), key=lambda one: (one[0] - one[1], one[0])):
        if not any(taken[start:end]):
            taken[start:end] = b"x" * (end - start)
            kept.append((start, end, term))
    return tuple(_finding(*one) for one in sorted(kept, key=lambda one: one[0]))


def _finding(start: int, end: int, term: Term) -> Finding:
    return Finding(
        start=start,
        end=end,
        term=term.term,
        severity=term.severity,
        reason=term.reason,
        better=term.better,
        source=term.source,
    )


def _found(text: str) -> Iterator[tuple[int, int, Term]]:
    woken = _woken(text)
    if not woken:
        return
    quotes = speaker.quoted(text)
    for sentence in speaker.sentences(text):
        rows = _rows_of(woken, sentence)
        if not rows or speaker.wants_to_die(sentence):
            continue
        for term in rows:
            for match in term.pattern.finditer(sentence.text):
                start, end = match.span(match.lastindex or 0)
                place = (start + sentence.start, end + sentence.start)
                if not (_is_inside(quotes, *place) or _is_left_alone(sentence, start, end, term)):
                    yield *place, term


def _woken(text: str) -> list[tuple[int, tuple[int, ...]]]:
    """Where a word stands that some row may know, and those rows. Nearly all rows sleep."""
    known = woken_by()
    places = []
    for word in _BEGINNING.finditer(text):
        start = word[0].lower()
        if (rows := known.get(start)) is not None:
            places.append((word.start(), rows))
    return places


def _rows_of(woken: list[tuple[int, tuple[int, ...]]], sentence: speaker.Sentence) -> list[Term]:
    end = sentence.start + len(sentence.text)
    numbers = {n for place, rows in woken if sentence.start <= place < end for n in rows}
    every = terms()
    return [every[number] for number in sorted(numbers)]


def _is_inside(places: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(opened < end and start < closed for opened, closed in places)


def _is_left_alone(sentence: speaker.Sentence, start: int, end: int, term: Term) -> bool:
    if term.within is not None and not term.within.search(sentence.text):
        return True
    if term.lets_pass is not None and any(
        passing.start() < end and start < passing.end()
        for passing in term.lets_pass.finditer(sentence.text)
    ):
        return True
    return speaker.is_name(
        sentence, start, end, may_stand_alone=term.reason in _MAY_STAND_ALONE
    ) or speaker.speaks_of_self(sentence, start, end, names_a_person=term.names_a_person)
