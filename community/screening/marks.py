"""What one word can be a part of, as bits: a text is looked through for a thing only where its words
together have the bits for it.

A bit says "may be": words that hold none of it can be passed over, and nothing else follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_

from community.screening.contact_words import (
    DIGIT_WORDS,
    IN_ADDRESSES,
    PLATFORM,
    PROVIDER,
    STREET,
    UNITS,
    WEAK_STREET,
)
from community.screening.disguises import LONGEST, respelt
from community.screening.remembered import Remembered

JOINED = 1 << 0  # digits beside letters, or a quotation mark in front: more words than one
DIGITS = 1 << 1
DISGUISED = 1 << 2  # misspelt, or one letter is held down
LETTER = 1 << 3  # one letter, but no word of English
LONG = 1 << 4
MAIL = 1 << 5
AT = 1 << 6
IN_MAIL = 1 << 7
PLATFORMS = 1 << 8
SPELLED = 1 << 9  # begins with a digit in words
UNIT = 1 << 10  # a number in front of a street
PLACE = 1 << 11
MEETING = 1 << 12

_WORDS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (bit, re.compile(pattern))
    for bit, pattern in (
        (JOINED, r".*[a-z']\d|.*\d[a-z']|'"),
        (DIGITS, r".*\d"),
        (LETTER, r"[b-hj-z]$"),
        (LONG, rf".{{{LONGEST + 1}}}"),
        (MAIL, r".*(?:mail|outlook|icloud|yahoo)|sign"),
        (IN_MAIL, rf"a$|at$|{PROVIDER}"),
        (AT, r"at$"),
        (
            PLATFORMS,
            r".*(?:username|gamertag|handle|screenname|imessage)|.*(?:user|screen)$"
            rf"|{PLATFORM.replace(' ?', '').replace(' ', '')}s?$|(?:whats|tik|xbox|cash|line)$",
        ),
        (SPELLED, rf"{'|'.join(DIGIT_WORDS)}|double|triple|treble|o$"),
        (UNIT, rf"(?:.*ty)?(?:{UNITS})$"),
        (
            PLACE,
            rf"(?:{STREET}|{WEAK_STREET}|{IN_ADDRESSES})$|.*(?:stra(?:ss?e?)?|weg|gasse|allee|platz)$",
        ),
        (MEETING, r"(?:corner|meet)$"),
    )
)


_ANY = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _WORDS))


def _marks(word: str) -> int:
    parts = {word, *word.split("'")}
    found = DISGUISED if respelt(word) else 0
    if not any(map(_ANY.match, parts)):  # as with nearly every word nobody has used here before
        return found
    for bit, pattern in _WORDS:
        if any(pattern.match(part) for part in parts):
            found |= bit
    return found


_of_word = Remembered(_marks, most=20_000).__getitem__


def marks(words: Iterable[str]) -> int:
    """The bits of all these words together."""
    return reduce(or_, set(map(_of_word, words)), 0)
