"""Attacks on a member: aimed at "you" or a name, with a threat, a slur or "kill yourself".

This protects the person addressed. Swearing about oneself, about life or about nobody is
distress or temper and is never heard here; there is no list of bad words for their own sake.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from community.screening.attack_words import AIMED, EDGE, HANDS, PATTERNS, RAISED, WAKES
from community.screening.findings import Context, Reason, Signal, Turn
from community.screening.name_words import is_also_a_word
from community.screening.normalise import Folded, fold_letters

Beside = frozenset[str]


def _wakes() -> dict[str, list[tuple[int, Beside]]]:
    """By word: the patterns it can wake, each with the words beside it ("@": a name will do)."""
    found: dict[str, list[tuple[int, Beside]]] = {}
    for index, (kind, _) in enumerate(PATTERNS):
        for words, beside in WAKES[kind]:
            for word in words.split():
                found.setdefault(word, []).append((index, frozenset(beside.split())))
    return found


def _aims() -> dict[str, list[Beside]]:
    found: dict[str, list[Beside]] = {}
    for words, beside in AIMED:
        for word in words.split():
            found.setdefault(word, []).append(frozenset(beside.split()))
    return found


_BY_WORD, _AIMED = _wakes(), _aims()
_WAKING, _HANDS = frozenset(_BY_WORD), frozenset(HANDS.split())
_COMPILED = tuple((kind, re.compile(rf"(?<![\w'])(?:{words}){EDGE}")) for kind, words in PATTERNS)
# "My coffee", "the rain": what stands behind these is nobody's name.
_NO_NAME = "".join(
    rf"(?<!\b{word} )"
    for word in "a an the my your his her our their this that no any some".split()
)
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
    if context is not None and context.peer_handles and is_aimed(text, words):
        text = _with_mentions(text, context.peer_handles)
    awake = _awake(words, someone="@" in text)
    if not awake:
        return ()
    found: list[Reason] = []
    for name, pattern in (_COMPILED[index] for index in awake):
        for match in pattern.finditer(text):
            reason = _judge(folded, text, name, match)
            if reason is not None:
                found.append(reason)
    return tuple(found)


def is_aimed(text: str, words: set[str]) -> bool:
    """Whether these are words of an attack that a name alone can stand in."""
    if not _HANDS.isdisjoint(words) and RAISED.search(text) is not None:
        return True
    beside = (one for word in _AIMED.keys() & words for one in _AIMED[word])
    return any(not one.isdisjoint(words) for one in beside)


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


def _judge(folded: Folded, text: str, name: str, match: re.Match[str]) -> Reason | None:
    start = match.start()
    before = re.split(r"[.!?\n;]", folded.text[max(0, start - 90) : start])[-1]
    if name == "kill yourself" and _CARING.search(before):
        return None
    turned: tuple[Turn, ...] = ()
    if _REPORTED.search(before) or _SAID_OF_SELF.search(before):
        turned = (Turn.THIRD_PERSON,)
    elif text.count('"', 0, start) % 2 == 1 and '"' in text[match.end() :]:
        turned = (Turn.QUOTATION,)
    span = folded.original(start + len(match.group()) - len(match.group().lstrip()), match.end())
    return Reason(Signal.ATTACK, *span, name, turned)


def _with_mentions(text: str, handles: Iterable[str]) -> str:
    """The text with an @ and as many letters in place of each name of somebody present."""
    folded = (fold_letters(handle).text for handle in handles)
    names = [name for name in folded if len(name) > 1 and name in text and not is_also_a_word(name)]
    if not names:
        return text
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.sub(rf"(?<![\w@'.\-]){_NO_NAME}(?:{longest_first})(?![\w\-])", _mention, text)


def _mention(name: re.Match[str]) -> str:
    return "@" + "x" * (len(name.group()) - 1)
