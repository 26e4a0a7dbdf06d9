"""What turns a signal: the same words, but denied, long past, somebody else's, sung or joked.

A turn never removes a signal: it lowers its weight and is shown to the moderator, because a
denial ("I am not suicidal, but…") can be the first thing a person dares to say.
"""

from __future__ import annotations

import re

from community.screening.findings import Signal, Turn
from community.screening.turn_words import (
    BEREAVED,
    DOSE,
    FICTION,
    HELPER,
    IDIOM,
    LAUGHTER,
    MAY_LAUGH,
    NEGATION,
    NEGATIVE,
    NOT_NEGATION,
    OVERDOSE_WORDS,
    PAST,
    PRESENT,
    RECOVERY,
    SUBJECT,
    TRIVIAL,
    Telling,
)

# How much of a rule's weight stays. Set by hand on our own sentences, then checked by
# cross-validation; see MODEL_CARD.md.
KEEPS = {
    Turn.NEGATION: 0.35,
    Turn.PAST: 0.6,
    Turn.RECOVERY: 0.35,
    Turn.THIRD_PERSON: 0.3,
    Turn.HELPER: 0.2,
    Turn.IDIOM: 0.12,
    Turn.QUOTATION: 0.3,
    Turn.FICTION: 0.15,
    Turn.BEREAVEMENT: 0.25,
    Turn.DOSE: 0.1,
}
_STOPS = ".!?;:\n,()"  # of a part of a sentence
_ENDS = ".!?;\n"  # of a sentence
_JOIN = re.compile(
    r" (?:but|because|cause|cuz|although|though|however|yet|except|and then|so that) "
)
_JOINS = frozenset("but because cause cuz although though however yet except then that".split())
_CLAUSE = re.compile(rf"[{re.escape(_STOPS)}]|{_JOIN.pattern}")
_NEAR = 160
_A_NUMBER = re.compile(r"\d")
_DISMISSED = re.compile(
    r"\bsuicid\w+ (?:is|was|isn'?t|wasn'?t|would be|will)(?: not|n't| never)(?: be)? (?:\w+ )?(?:option|answer|solution|way|choice)|"
    r"\bsuicid\w+ (?:isn't|wasn't|isnt) (?:\w+ )?(?:option|answer|solution|way|choice)|off the table"
)
_FIRST = re.compile(r"\b(?:i|i'm|im|i've|ive|i'd|i'll|my|me|myself|mine)\b")
# "I'm so", "I have been feeling" right before the words: they are the author's own.
_SAYS_I = re.compile(
    r"\b(?:i|i'm|im|i've|ive|i am|i feel|i'd|makes? me|made me|making me)(?: \w+){0,2} ?$"
)
_OF_OTHERS = frozenset({Signal.TOPIC, Signal.THOUGHT, Signal.METHOD, Signal.CONCERN, Signal.ACT})
_TELLINGS = (PAST, RECOVERY, HELPER, IDIOM, FICTION, BEREAVED)
_REFLEXIVE = re.compile(
    r"\bmy ?self\b|\bmy (?:own )?(?:life|wrists?|brains?|head|death|suicide)\b|\bkms\b"
)


class Turner:
    """Reads what turns the signals of one text; each sentence is read once for each turn."""

    __slots__ = ("_joins", "_laughs", "_may_tell", "_seen", "text", "words")

    def __init__(self, text: str, words: set[str]) -> None:
        self.text, self.words = text, words
        numbers = _A_NUMBER.search(text) is not None
        told = _with_their_parts(words) if numbers else words
        self._may_tell = [
            telling
            for telling in _TELLINGS
            if (numbers and telling.with_numbers) or not telling.needs.isdisjoint(told)
        ]
        self._laughs = MAY_LAUGH.search(text) is not None
        self._joins = not _JOINS.isdisjoint(words)
        self._seen: dict[tuple[int, str], bool] = {}

    def turns(self, start: int, end: int, signal: Signal) -> tuple[Turn, ...]:
        """Everything that turns the signal found at text[start:end], in a fixed order."""
        text, words = self.text, self.text[start:end]
        before, after = self._around(start, end)
        sentence = _sentence(text, start, end)
        says_i = _SAYS_I.search(before) is not None
        own = says_i or _FIRST.search(words) is not None
        turned = (
            (Turn.NEGATION, _negated(before, words + after)),
            (Turn.PAST, self._tells(PAST, sentence) and not self._has(PRESENT, sentence)),
            (Turn.RECOVERY, self._tells(RECOVERY, text)),
            (Turn.THIRD_PERSON, not own and _someone_else(before)),
            (Turn.HELPER, not own and self._tells(HELPER, sentence)),
            (Turn.IDIOM, self._jokes(sentence) or _is_trivial(signal, after)),
            (Turn.QUOTATION, _quoted(text, start, end)),
            (Turn.FICTION, self._tells(FICTION, sentence)),
            (
                Turn.BEREAVEMENT,
                signal in _OF_OTHERS
                and not says_i
                and self._tells(BEREAVED, sentence)
                and not _REFLEXIVE.search(words),
            ),
            (
                Turn.DOSE,
                signal is Signal.ACT
                and self._has(DOSE, sentence)
                and not self._has(OVERDOSE_WORDS, text),
            ),
        )
        return tuple([turn for turn, found in turned if found])

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """The part of the clause before and after a match, at most so many letters each."""
        before = self.text[max(0, start - _NEAR) : start]
        before = before[max(map(before.rfind, _STOPS)) + 1 :]
        if self._joins:
            before = _JOIN.split(before)[-1]
        after = self.text[end : end + _NEAR]
        stop = _CLAUSE.search(after)
        return before, after[: stop.start()] if stop else after

    def _jokes(self, sentence: str) -> bool:
        return self._tells(IDIOM, sentence) or (self._laughs and self._has(LAUGHTER, sentence))

    def _tells(self, telling: Telling, part: str) -> bool:
        return telling in self._may_tell and self._has(telling.pattern, part)

    def _has(self, pattern: re.Pattern[str], part: str) -> bool:
        key = (id(pattern), part)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = pattern.search(f" {part}") is not None
        return found


def _with_their_parts(words: set[str]) -> set[str]:
    """With "song" for "song's"."""
    return words.union(*(word.split("'") for word in words if "'" in word))


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence a match stands in, at most so many letters on each side."""
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    for sign in _ENDS:
        first = max(first, text.rfind(sign, first, start) + 1)
        if (stop := text.find(sign, end, last)) >= 0:
            last = stop
    return text[first:last]


def _is_trivial(signal: Signal, after: str) -> bool:
    return signal is not Signal.ACT and TRIVIAL.match(after) is not None


def _negated(before: str, after: str) -> bool:
    if ("suicid" in after or "table" in after) and _DISMISSED.search(after) is not None:
        return True
    if NEGATIVE.search(before) is None:
        return False
    return NEGATION.search(NOT_NEGATION.sub(" ", before)) is not None


def _someone_else(before: str) -> bool:
    """Whether the nearest subject before the words is another person."""
    subject = None
    for match in SUBJECT.finditer(before):
        subject = match
    return subject is not None and subject.lastgroup != "first"


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether a pair of quotation marks closes around the words, inside a longer text."""
    opened = text.rfind('"', 0, start)
    closed = text.find('"', end)
    if opened < 0 or closed < 0 or closed - opened > 200:
        return False
    inside = text[opened + 1 : closed]
    outside = (text[:opened] + text[closed + 1 :]).strip(' "')
    return text.count('"', 0, start) % 2 == 1 and len(outside) > 12 and "\n\n" not in inside
