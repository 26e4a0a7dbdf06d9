"""All distress rules, by the word that wakes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import accumulate, count
from operator import add, or_

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

# By word, the rules it wakes, as bits; and those it lets wake that need a second word.
_BY_ANCHOR: dict[str, int] = {}
_BY_ALSO: dict[str, int] = {}
for _index, _rule in enumerate(ALL):
    for _anchor in _rule.anchors:
        _BY_ANCHOR[_anchor] = _BY_ANCHOR.get(_anchor, 0) | 1 << _index
    for _anchor in _rule.also:
        _BY_ALSO[_anchor] = _BY_ALSO.get(_anchor, 0) | 1 << _index
_BY_ONE = sum(1 << index for index, rule in enumerate(ALL) if not rule.also)
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
    waking = _waking(words)
    return [index for index in range(len(ALL)) if waking >> index & 1]


def _waking(words: set[str]) -> int:
    """The same as bits."""
    woken = reduce(or_, map(_BY_ANCHOR.__getitem__, _BY_ANCHOR.keys() & words), 0)
    if woken & ~_BY_ONE:
        also = map(_BY_ALSO.__getitem__, _BY_ALSO.keys() & words)
        woken &= reduce(or_, also, _BY_ONE)
    return woken


def places(
    text: str, words: set[str], *, most: int = sys.maxsize
) -> list[tuple[Rule, list[tuple[int, int]]]]:
    """Every rule that is heard in the folded text, in their fixed order, with where: at most so many
    places, one after the other."""
    waking = _waking(words)
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
    before = accumulate(map(len, words), initial=0)
    return zip(words, map(add, before, count()), strict=False)


def _begins(word: str) -> int:
    """The rules that can begin with this word, as bits. Most words were heard before; a new one costs
    a few look-ups, as many as it has letters."""
    heard = set(_BY_FIRST.get(word, ()))
    heard.update(*(_BY_BEGINNING.get(word[:end], ()) for end in range(1, len(word) + 1)))
    if word[:1].isdigit():
        heard.update(_BY_FIRST.get("0*", ()))
    return _bits(heard)


_begun_by = Remembered(_begins, most=20_000)
