"""All distress rules, by the word that wakes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from community.screening.remembered import Remembered
from community.screening.rules import (
    acts,
    asking,
    drawn,
    hopeless,
    methods,
    plans,
    soft,
    thoughts,
    unsafe,
    wishes,
)
from community.screening.rules.rule import Rule

ALL: tuple[Rule, ...] = (
    *acts.RULES,
    *plans.RULES,
    *thoughts.RULES,
    *unsafe.RULES,
    *drawn.RULES,
    *methods.RULES,
    *asking.RULES,
    *wishes.RULES,
    *soft.RULES,
    *hopeless.RULES,
)

_BY_ANCHOR: dict[str, list[int]] = {}
for _index, _rule in enumerate(ALL):
    for _anchor in _rule.anchors:
        _BY_ANCHOR.setdefault(_anchor, []).append(_index)
ANCHORS = frozenset(_BY_ANCHOR)

_BY_FIRST: dict[str, list[int]] = {}  # whole words, and "0*" for any number
_BY_BEGINNING: dict[str, list[int]] = {}
for _index, _rule in enumerate(ALL):
    for _first in _rule.first:
        _is_whole = _first == "0*" or not _first.endswith("*")
        _by = _BY_FIRST if _is_whole else _BY_BEGINNING
        _by.setdefault(_first if _is_whole else _first[:-1], []).append(_index)


_WORD = re.compile(r"\w+")
# Of plain folded letters, what `_WORD` finds is left where it stood.
_APART = "".join(chr(n) if chr(n).isalnum() or chr(n) == "_" else " " for n in range(128))


def awake(words: set[str]) -> list[int]:
    """The rules worth trying on a text with these words, by their fixed order."""
    heard = ANCHORS & words
    found = {index for word in heard for index in _BY_ANCHOR[word]}
    return sorted(i for i in found if not ALL[i].also or not ALL[i].also.isdisjoint(words))


def places(text: str, words: set[str]) -> Iterator[tuple[Rule, Iterator[tuple[int, int]]]]:
    """Every rule that may be heard in the folded text, in their fixed order, with where it is."""
    indexes = awake(words)
    if not indexes:
        return
    begun = [(rules, at) for word, at in _each_word(text) if (rules := _begun_by[word])]
    for index in indexes:
        bit = 1 << index
        if starts := [at for rules, at in begun if rules & bit]:
            yield ALL[index], ALL[index].places(text, starts)


def _each_word(text: str) -> Iterator[tuple[str, int]]:
    """Every word with where it begins, and nothing ("") between two signs."""
    if not text.isascii():
        return ((match.group(), match.start()) for match in _WORD.finditer(text))
    words = text.translate(_APART).split(" ")
    return zip(words, accumulate((len(word) + 1 for word in words), initial=0), strict=False)


def _begins(word: str) -> int:
    """The rules that can begin with this word, as bits. Most words were heard before; a new one costs
    a few look-ups, as many as it has letters."""
    heard = set(_BY_FIRST.get(word, ()))
    heard.update(*(_BY_BEGINNING.get(word[:end], ()) for end in range(1, len(word) + 1)))
    if word[:1].isdigit():
        heard.update(_BY_FIRST.get("0*", ()))
    return sum(1 << index for index in heard)


_begun_by = Remembered(_begins, most=20_000)
