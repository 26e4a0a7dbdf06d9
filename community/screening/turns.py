"""What turns a signal: the same words, but denied, long past, somebody else's, sung or joked.

A turn never removes a signal: it lowers its weight and is shown to the moderator, because a
denial ("I am not suicidal, but…") can be the first thing a person dares to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left

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
_STOP = re.compile(r"[.!?;:\n,()]")  # of a part of a sentence
_ENDS = ".!?;\n"  # of a sentence
_JOIN = re.compile(
    r" (?:but|because|cause|cuz|although|though|however|yet|except|and then|so that) "
)
_JOINS = frozenset("but because cause cuz although though however yet except then that".split())
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

    __slots__ = ("_ends", "_joins", "_laughs", "_may_tell", "_seen", "_stops", "text", "words")

    def __init__(self, text: str, words: set[str]) -> None:
        self.text, self.words = text, words
        self._stops = [match.start() for match in _STOP.finditer(text)]
        self._ends = [at for at in self._stops if text[at] in _ENDS]
        self._joins = not _JOINS.isdisjoint(words)
        numbers = _A_NUMBER.search(text) is not None
        told = _with_their_parts(words) if numbers else words
        self._may_tell = [
            telling
            for telling in _TELLINGS
            if (numbers and telling.with_numbers) or not telling.needs.isdisjoint(told)
        ]
        self._laughs = MAY_LAUGH.search(text) is not None
        self._seen: dict[tuple[int, str], bool] = {}

    def turns(self, start: int, end: int, signal: Signal) -> tuple[Turn, ...]:
        """Everything that turns the signal found at text[start:end], in a fixed order."""
        words = self.text[start:end]
        before, after = self._around(start, end)
        sentence = self._sentence(start, end)
        says_i = _SAYS_I.search(_last_words(before)) is not None
        own = says_i or _FIRST.search(words) is not None
        turned = []
        if _negated(before, words + after):
            turned.append(Turn.NEGATION)
        if self._tells(PAST, sentence) and not self._has(PRESENT, sentence):
            turned.append(Turn.PAST)
        if self._tells(RECOVERY, self.text):
            turned.append(Turn.RECOVERY)
        if not own and _someone_else(before):
            turned.append(Turn.THIRD_PERSON)
        if not own and self._tells(HELPER, sentence):
            turned.append(Turn.HELPER)
        if self._jokes(sentence) or _is_trivial(signal, after):
            turned.append(Turn.IDIOM)
        if _quoted(self.text, start, end):
            turned.append(Turn.QUOTATION)
        if self._tells(FICTION, sentence):
            turned.append(Turn.FICTION)
        if signal in _OF_OTHERS and not says_i and self._mourns(words, sentence):
            turned.append(Turn.BEREAVEMENT)
        if signal is Signal.ACT and self._is_a_dose(sentence):
            turned.append(Turn.DOSE)
        return tuple(turned)

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """The part of the clause before and after a match, at most so many letters each."""
        first, last = _within(self._stops, start, end)
        before, after = self.text[max(first, start - _NEAR) : start], self.text[end:last]
        if self._joins:
            before, after = _JOIN.split(before)[-1], _JOIN.split(after, maxsplit=1)[0]
        return before, after

    def _sentence(self, start: int, end: int) -> str:
        """The sentence a match stands in, at most so many letters on each side."""
        first, last = _within(self._ends, start, end)
        return self.text[max(first, start - _NEAR) : last]

    def _jokes(self, sentence: str) -> bool:
        return self._tells(IDIOM, sentence) or (self._laughs and self._has(LAUGHTER, sentence))

    def _mourns(self, words: str, sentence: str) -> bool:
        return self._tells(BEREAVED, sentence) and _REFLEXIVE.search(words) is None

    def _is_a_dose(self, sentence: str) -> bool:
        return self._has(DOSE, sentence) and not self._has(OVERDOSE_WORDS, self.text)

    def _tells(self, telling: Telling, part: str) -> bool:
        return telling in self._may_tell and self._has(telling.pattern, part)

    def _has(self, pattern: re.Pattern[str], part: str) -> bool:
        key = (id(pattern), part)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = pattern.search(f" {part}") is not None
        return found


def _within(edges: list[int], start: int, end: int) -> tuple[int, int]:
    """Where the part between two edges begins and ends, at most so many letters from a match."""
    here = bisect_left(edges, start)
    first = edges[here - 1] + 1 if here else 0
    here = bisect_left(edges, end, here)
    last = end + _NEAR
    return first, min(edges[here], last) if here < len(edges) else last


def _last_words(before: str) -> str:
    """As many as `_SAYS_I` can stand in, so that it is not looked for in all the others."""
    return before[len(before.rsplit(" ", 5)[0]) :] if before.count(" ") >= 5 else before


def _with_their_parts(words: set[str]) -> set[str]:
    """With "song" for "song's"."""
    return words.union(*(word.split("'") for word in words if "'" in word))


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
