"""How many years of school a text asks for, by two published formulas.

Flesch-Kincaid = .39 · words/sentences + 11.8 · syllables/words − 15.59 (Kincaid et al., 1975).
SMOG = 1.043 · √(words of three syllables and more · 30/sentences) + 3.1291 (McLaughlin, 1969); made
for thirty sentences, rough below that. English only; for other languages the figures say nothing
and are not shown.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from community.language.syllables import syllables

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-zÀ-ÿ]+)?")
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"'”’)\]]|$)|\n\s*\n|\n(?=\s*[-•*])")
_NAME = re.compile(r"(?<=[a-z,;’'] )(?!I\b)[A-ZÀ-Þ][\w’'-]*(?: (?:of|the|and) (?=[A-Z]))?")
_MANY_SYLLABLES = 3
LONG_SENTENCE = 25  # words; more is marked as long (plain-language guides agree on 20 to 25)
AIM = 6.0  # the grade we aim at: six of ten adults struggle with harder health texts


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text asks of its reader. `age` is the grade as an age, for people who do not think
    in American school years."""

    grade: float
    words: int
    sentences: int
    long_sentences: tuple[str, ...]
    smog: float = 0.0

    @property
    def age(self) -> int:
        return max(6, round(self.grade) + 5)

    @property
    def minutes(self) -> int:
        """Time to read at 200 words a minute, at least one."""
        return max(1, round(self.words / 200))


def read(text: str, *, leave_out: Iterable[str] = ()) -> Reading:
    """Measures a text. A text without words has grade 0.

    Names count as words, but not for how long they are. `leave_out` is for wording that nobody may
    make simpler, such as the questions of a published scale: it is not measured at all.
    """
    for wording in leave_out:
        text = text.replace(wording, "")
    parts = [part.strip() for part in _SENTENCE_END.split(text)]
    sentences = [part for part in parts if _WORD.search(part)]
    words = _WORD.findall(text)
    if not words:
        return Reading(0.0, 0, 0, ())
    counts = [syllables(word) for word in words]
    names = [syllables(word) for name in _NAME.findall(text) for word in _WORD.findall(name)]
    spoken = sum(counts) - sum(names) + len(names)
    many = sum(n >= _MANY_SYLLABLES for n in counts) - sum(n >= _MANY_SYLLABLES for n in names)
    long = tuple(s for s in sentences if len(_WORD.findall(s)) > LONG_SENTENCE)
    return Reading(
        grade=round(max(flesch_kincaid(len(words), len(sentences), spoken), 0.0), 1),
        words=len(words),
        sentences=len(sentences),
        long_sentences=long,
        smog=round(smog(many, len(sentences)), 1),
    )


def flesch_kincaid(words: int, sentences: int, syllable_count: int) -> float:
    """The grade by Flesch and Kincaid, from the counts."""
    return 0.39 * words / sentences + 11.8 * syllable_count / words - 15.59


def smog(long_words: int, sentences: int) -> float:
    """The grade by McLaughlin, from the count of words with three syllables and more."""
    return 1.043 * sqrt(long_words * 30 / sentences) + 3.1291
