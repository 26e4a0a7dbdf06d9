"""Which words of a text a person reads first: a way to be harmed together with an amount, a place or
means at hand.

Pain itself is never held, nor a medicine taken as it should be. The spans are what the author can
leave out to send the rest at once.
"""

from __future__ import annotations

import re

from community.screening.findings import Finding, Level, Reason, Signal
from community.screening.method_names import details_near, find_method
from community.screening.normalise import fold
from community.screening.screener import screen

Span = tuple[int, int]

LEFT_OUT = "(…)"
_A_WAY = frozenset({Signal.METHOD, Signal.PLAN, Signal.ACT})
# These rules hear a way and the means, the place or the amount in one.
_WHOLE = frozenset(
    {
        "means at hand",
        "an amount at home",
        "took an amount",
    }
)
_ORDINARY = frozenset({"took pills"})  # heard alone, it may be this morning's medicine
_ENOUGH = 3
_AT_HAND = re.compile(
    r"\b(?:have|got|holding|with)(?: [\w']+){0,3} (?:pills|tablets|meds|medication|rope|noose|blades?|razors?|knife|gun|bottle|bleach)"
    r"(?: \w+){0,2} (?:here|ready|nearby|beside me|next to me|in front of me|in my (?:hands?|lap|bag|pocket)|on the (?:table|bed|desk))\b"
)


def held_back(text: str, found: Finding | None = None) -> tuple[Span, ...]:
    """The places in `text` for which somebody reads it first; none where it can go out. `found`:
    what `screen(text)` has answered already."""
    found = found or screen(text)
    if found.level.rank < Level.AMBER.rank:
        return ()
    ways = [one for one in found.reasons if _is_a_way(one)]
    if not ways:
        return ()
    spans = [(one.start, one.end) for one in ways if one.rule in _WHOLE]
    spans += _at_hand(text)
    if any(one.rule not in _ORDINARY for one in ways):
        for method in find_method(text):
            if method.detail:
                spans += [(method.start, method.end), *details_near(text, method)]
    return _joined(spans)


def without(text: str, spans: tuple[Span, ...]) -> str:
    """The text with a sign in place of these words."""
    for start, end in reversed(spans):
        text = f"{text[:start].rstrip()} {LEFT_OUT} {text[end:].lstrip()}"
    return re.sub(r" +([.,;!?])", r"\1", text).strip()


def can_go_out(text: str) -> str:
    """The text without the words it is held for; nothing where too little would be left of it, or
    what is left would be held as well."""
    for _again in range(_ENOUGH):
        spans = held_back(text)
        if not spans:
            return text if any(part.isalpha() for part in text.replace(LEFT_OUT, "")) else ""
        text = without(text, spans)
    return ""


def _at_hand(text: str) -> list[Span]:
    folded = fold(text)
    return [folded.original(*match.span()) for match in _AT_HAND.finditer(folded.text)]


def _is_a_way(one: Reason) -> bool:
    return one.signal in _A_WAY and not one.turned


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """In order, those that touch made one."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)
