"""All distress rules, by the word that wakes them."""

from __future__ import annotations

from community.screening.rules import (
    acts,
    asking,
    hopeless,
    methods,
    plans,
    soft,
    thoughts,
    wishes,
)
from community.screening.rules.rule import Rule

ALL: tuple[Rule, ...] = (
    *acts.RULES,
    *plans.RULES,
    *thoughts.RULES,
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


def awake(words: set[str]) -> list[Rule]:
    """The rules worth trying on a text with these words, in their fixed order."""
    heard = ANCHORS & words
    if not heard:
        return []
    found = (ALL[index] for index in sorted({i for word in heard for i in _BY_ANCHOR[word]}))
    return [one for one in found if not one.also or not one.also.isdisjoint(words)]
