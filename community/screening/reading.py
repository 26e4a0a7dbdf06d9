"""One text as every part of screening reads it: its letters folded once, and its words taken once."""

from __future__ import annotations

import re
from itertools import chain

from community.screening.marks import JOINED, marks
from community.screening.normalise import fold_letters, undone
from community.screening.remembered import Remembered

_WORD = re.compile(r"[a-z][a-z']*|\d+")
# Of plain letters, only words are left, apart.
_APART = "".join(chr(n) if chr(n).isalnum() or chr(n) == "'" else " " for n in range(128))


class Reading:
    """A text, its letters folded (`letters`), with the words of these and what they may be (`marks`);
    and the same with disguises undone (`folded`, `words`, `known`), as rules read it."""

    __slots__ = ("folded", "known", "letters", "marks", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters = fold_letters(text)
        self.words, self.known, self.marks = _words(self.letters.text)
        self.folded = undone(self.letters, marks=self.marks)
        if self.folded.text != self.letters.text:
            self.words, self.known, _ = _words(self.folded.text)


def read(text: str | Reading) -> Reading:
    """The reading of a text; one that is there already stays as it is."""
    return text if isinstance(text, Reading) else Reading(text)


def words_of(folded_text: str) -> list[str]:
    """The words that rules wake to and that the model counts."""
    return _words(folded_text)[0]


def _words(folded_text: str) -> tuple[list[str], set[str], int]:
    if not folded_text.isascii():
        words = _WORD.findall(folded_text)
        known = set(words)
        return words, known, marks(known)
    words = folded_text.translate(_APART).split()
    known = set(words)
    found = marks(known)
    if found & JOINED:
        words = list(chain.from_iterable(map(_taken_apart, words)))
        known = set(words)
        found = marks(known)
    return words, known, found


_taken_apart = Remembered(_WORD.findall, most=5_000).__getitem__
