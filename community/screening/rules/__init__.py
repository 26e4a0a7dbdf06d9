"""All distress rules, by the word that wakes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

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


def awake(words: set[str]) -> list[int]:
    """The rules worth trying on a text with these words, by their fixed order."""
    heard = ANCHORS & words
    found = {index for word in heard for index in _BY_ANCHOR[word]}
    return sorted(i for i in found if not ALL[i].also or not ALL[i].also.isdisjoint(words))


def places(text: str, words: set[str]) -> Iterator[tuple[Rule, Iterator[tuple[int, int]]]]:
    """Every rule that may be heard in the folded text, in their fixed order, with where it is."""
    starts: dict[int, list[int]] = {index: [] for index in awake(words)}
    if not starts:
        return
    for word in _WORD.finditer(text):
        for index in _begun_by(word.group()):
            if index in starts:
                starts[index].append(word.start())
    for index, found in starts.items():
        if found:
            yield ALL[index], ALL[index].places(text, found)


@lru_cache(maxsize=20_000)
def _begun_by(word: str) -> tuple[int, ...]:
    """The rules that can begin with this word. Most words were heard before; a new one costs a few
    look-ups, as many as it has letters."""
    heard = set(_BY_FIRST.get(word, ()))
    heard.update(*(_BY_BEGINNING.get(word[:end], ()) for end in range(len(word) + 1)))
    if word[0].isdigit():
        heard.update(_BY_FIRST.get("0*", ()))
    return tuple(sorted(heard))
