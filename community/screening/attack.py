"""Attacks on a member: aimed at "you" or a name, with a threat, a slur or "kill yourself".

This protects the person addressed. Swearing about oneself, about life or about nobody is
distress or temper and is never heard here; there is no list of bad words for their own sake.
"""

from __future__ import annotations

import re
from functools import lru_cache

from community.screening.attack_words import EDGE, PATTERNS, WAKES
from community.screening.findings import Context, Reason, Signal, Turn
from community.screening.normalise import Folded

_MENTION = r"@\w+"
_Wake = tuple[int, frozenset[str]]


def _wakes() -> dict[str, tuple[_Wake, ...]]:
    """By word: the patterns it can wake, each with the words beside it ("@": a name will do)."""
    found: dict[str, list[_Wake]] = {}
    for index, (kind, _) in enumerate(PATTERNS):
        for words, beside in WAKES[kind]:
            for word in words.split():
                found.setdefault(word, []).append((index, frozenset(beside.split())))
    return {word: tuple(wakes) for word, wakes in found.items()}


_BY_WORD = _wakes()
_WAKING = frozenset(_BY_WORD)


@lru_cache(maxsize=256)
def _patterns(names: frozenset[str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns, with the names of people present counted like a mention."""
    someone = "|".join([_MENTION, *(re.escape(name) for name in sorted(names))])
    return tuple(
        (kind, _pattern(words.replace(_MENTION, f"(?:{someone})"))) for kind, words in PATTERNS
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{words}){EDGE}")


_CARING = re.compile(
    r"(?:don'?t|do not|never|please don'?t|not to|not|isn'?t|didn'?t|shouldn'?t|won'?t|stop|without|thoughts? of|think\w* (?:of|about)|want(?:ing)? to|"
    r"feel(?:ing)? like|are you|do you|did you|have you|if you|before you|planning to|plan to|urge to|try(?:ing)? to|tried to|going to|able to|you might|you may|instead of|when you)"
    r"(?: [\w']+){0,4} ?$"
)
_REPORTED = re.compile(
    r"(?:\b(?:he|she|they|someone|somebody|people|everyone|mom|mum|dad|sister|brother|boss|ex|voices?|kids|guy|classmates?|parents|bull(?:y|ies)|commenters?|stranger|user|it|brain|mind|head|depression|anxiety|ocd|illness|disease|thoughts?|demons?)\b"
    r"(?: \w+){0,3} (?:told|tell|tells|said|says|saying|called|calls|calling|yell\w*|scream\w*|messaged|texted|wrote|commented|keep telling|telling) |"
    r"\b(?:told|tells|telling|tell|called|calls|calling|getting told|get told) (?:me|him|her|them|us|to)\b)[^.!?\n]{0,60}$"
)
_SAID_OF_SELF = re.compile(r"\b(?:myself|to myself|my brain|my head|in my head|the voice|mirror)\b")


def listen_for_attack(
    folded: Folded, words: set[str], context: Context | None
) -> tuple[Reason, ...]:
    """Every attack, with its turn when someone only reports, quotes or fears it."""
    text = folded.text
    names = _named(text, context)
    awake = _awake(words, someone=bool(names) or "@" in text)
    if not awake:
        return ()
    found: list[Reason] = []
    patterns = _patterns(names)
    for name, pattern in (patterns[index] for index in awake):
        for match in pattern.finditer(text):
            reason = _judge(folded, name, match)
            if reason is not None:
                found.append(reason)
    return tuple(found)


def _awake(words: set[str], *, someone: bool) -> list[int]:
    """The patterns worth trying on a text with these words, in their order. `someone`: a person is
    named in it."""
    found = {
        index
        for word in _WAKING & words
        for index, beside in _BY_WORD[word]
        if not beside or not beside.isdisjoint(words) or (someone and "@" in beside)
    }
    return sorted(found)


def _judge(folded: Folded, name: str, match: re.Match[str]) -> Reason | None:
    start = match.start()
    before = re.split(r"[.!?\n;]", folded.text[max(0, start - 90) : start])[-1]
    if name == "kill yourself" and _CARING.search(before):
        return None
    turned: tuple[Turn, ...] = ()
    if _REPORTED.search(before) or _SAID_OF_SELF.search(before):
        turned = (Turn.THIRD_PERSON,)
    elif folded.text.count('"', 0, start) % 2 == 1 and '"' in folded.text[match.end() :]:
        turned = (Turn.QUOTATION,)
    span = folded.original(start + len(match.group()) - len(match.group().lstrip()), match.end())
    return Reason(Signal.ATTACK, *span, name, turned)


def _named(text: str, context: Context | None) -> frozenset[str]:
    """The people present whose name stands in the text."""
    if context is None or not context.peer_handles:
        return frozenset()
    lower = (handle.lower() for handle in context.peer_handles if len(handle) > 1)
    return frozenset(handle for handle in lower if handle in text)
