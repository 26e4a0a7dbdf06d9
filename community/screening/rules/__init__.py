"""All distress rules, by the word that wakes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
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


_RULE = {1 << index: rule for index, rule in enumerate(ALL)}
_MATCH = {bit: rule.pattern.match for bit, rule in _RULE.items()}
_WORD = re.compile(r"\w+")
# Of plain folded letters, what `_WORD` finds is left where it stood.
_APART = "".join(chr(n) if chr(n).isalnum() or chr(n) == "_" else " " for n in range(128))


def awake(words: set[str]) -> list[int]:
    """The rules worth trying on a text with these words, by their fixed order."""
    heard = ANCHORS & words
    found = {index for word in heard for index in _BY_ANCHOR[word]}
    return sorted(i for i in found if not ALL[i].also or not ALL[i].also.isdisjoint(words))


def places(
    text: str, words: set[str], *, most: int = sys.maxsize
) -> list[tuple[Rule, list[tuple[int, int]]]]:
    """Every rule that is heard in the folded text, in their fixed order, with where: at most so many
    places, one after the other."""
    waking = _bits(awake(words))
    if not waking:
        return []
    heard: dict[int, list[tuple[int, int]]] = {}
    for word, at in _each_word(text):
        begun = _begun_by[word] & waking
        while begun:
            bit = begun & -begun
            begun ^= bit
            if match := _MATCH[bit](text, at):
                found = heard.setdefault(bit, [])
                if not found or at >= found[-1][1]:
                    found.append((at, match.end()))
                    if len(found) == most:
                        waking ^= bit
    return [(_RULE[bit], heard[bit]) for bit in sorted(heard)]


def _bits(indexes: Iterable[int]) -> int:
    return sum(1 << index for index in indexes)


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
    return _bits(heard)


_begun_by = Remembered(_begins, most=20_000)
