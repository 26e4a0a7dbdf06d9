"""The Flesch-Kincaid grade: how many years of school a text asks for.

grade = .39 · words/sentences + 11.8 · syllables/words − 15.59 (Kincaid et al., 1975). English only;
for other languages the figure says nothing and is not shown.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’][A-Za-zÀ-ÿ]+)?")
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"'”’)\]]|$)|\n\s*\n|\n(?=\s*[-•*])")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")
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

    @property
    def age(self) -> int:
        return max(6, round(self.grade) + 5)

    @property
    def minutes(self) -> int:
        """Time to read at 200 words a minute, at least one."""
        return max(1, round(self.words / 200))


def read(text: str) -> Reading:
    """Measures a text. A text without words has grade 0."""
    parts = [part.strip() for part in _SENTENCE_END.split(text)]
    sentences = [part for part in parts if _WORD.search(part)]
    words = _WORD.findall(text)
    if not words:
        return Reading(0.0, 0, 0, ())
    syllable_count = sum(syllables(word) for word in words)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * syllable_count / len(words) - 15.59
    long = tuple(s for s in sentences if len(_WORD.findall(s)) > LONG_SENTENCE)
    return Reading(round(max(grade, 0.0), 1), len(words), len(sentences), long)


def syllables(word: str) -> int:
    """Syllables by vowel groups, with the silent endings English has. Near enough for a grade."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    groups = len(_VOWELS.findall(word))
    if word.endswith("e") and not word.endswith(("le", "ee", "ye")) and groups > 1:
        groups -= 1
    if (
        word.endswith("es")
        and not word.endswith(("ses", "zes", "ces", "ges", "les"))
        and groups > 1
    ):
        groups -= 1
    if word.endswith("ed") and not word.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(groups, 1)
