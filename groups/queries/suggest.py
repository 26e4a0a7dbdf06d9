"""Which groups fit what somebody says brings them here. No model, no scores kept: the words of a
group's own description of itself are looked for in what the person wrote."""

import re
from dataclasses import dataclass

from groups.enums import GroupState
from groups.models import SupportGroup

AT_MOST = 3
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Endings that do not change what a word is about; the first that fits is taken off.
_ENDINGS = (
    ("iness", "y"), ("ness", ""), ("ies", "y"), ("ied", "y"), ("ying", "y"), ("ings", ""),
    ("ing", ""), ("ions", ""), ("ion", ""), ("ed", ""), ("ly", ""), ("s", ""),
)  # fmt: skip
_SAME = {"cannot": "cant", "couldnt": "cant", "mum": "mother", "mom": "mother", "dad": "father"}
_EMPTY = frozenset("a an and are at for in is it my near of on or some someone the to".split())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A group, and the person's own words that led to it; no words for the group that welcomes
    whoever matched nothing."""

    group: SupportGroup
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fit:
    weight: int
    first: int
    words: tuple[str, ...]


def suggest(words: str) -> list[Suggestion]:
    """At most three open groups, the best fit first; the welcome group where nothing fits; nothing
    where there is no such group. The same words always get the same answer. One query."""
    groups = list(SupportGroup.objects.filter(state=GroupState.OPEN, is_unlisted=False))
    fits = [(fit, group) for group in groups if (fit := _fit(group, words)) is not None]
    fits.sort(key=lambda found: (-found[0].weight, found[0].first, found[1].slug))
    if fits:
        return [Suggestion(group, fit.words) for fit, group in fits[:AT_MOST]]
    return [Suggestion(group) for group in groups if group.is_welcome]


def _fit(group: SupportGroup, words: str) -> _Fit | None:
    """How the group's words are found in these words: longer phrases weigh more, the group's own
    lines more than its title."""
    spoken = list(_WORD.finditer(words))
    stems = [_stem(word.group()) for word in spoken]
    found: dict[tuple[int, int], int] = {}
    for phrase, weight in _phrases(group):
        at = _find(phrase, stems)
        if at is not None:
            span = (at, at + len(phrase) - 1)
            found[span] = max(found.get(span, 0), weight * len(phrase))
    if not found:
        return None
    said = sorted(_widest(list(found)))
    return _Fit(
        weight=sum(found[span] for span in said),
        first=said[0][0],
        words=tuple(words[spoken[a].start() : spoken[b].end()] for a, b in said[:AT_MOST]),
    )


def _phrases(group: SupportGroup) -> list[tuple[list[str], int]]:
    lines = [_stems(line) for line in group.speaks_of.splitlines()]
    title = [[stem] for stem in _stems(group.title) if stem not in _EMPTY]
    return [(line, 2) for line in lines if line] + [(word, 1) for word in title]


def _find(phrase: list[str], stems: list[str]) -> int | None:
    """Where the phrase stands in the words, whole and in its order."""
    width = len(phrase)
    return next((i for i in range(len(stems)) if stems[i : i + width] == phrase), None)


def _widest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that lie in no other: "can't sleep" and not "sleep" again."""
    return [
        (a, b)
        for a, b in spans
        if not any(x <= a and b <= y and (x, y) != (a, b) for x, y in spans)
    ]


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    plain = word.casefold().replace("'", "").replace("’", "")
    plain = _SAME.get(plain, plain)
    for ending, instead in _ENDINGS:
        kept = plain[: len(plain) - len(ending)]
        if plain.endswith(ending) and len(kept) >= 4 and not _is_no_plural(plain):
            return kept + instead
    return plain


def _is_no_plural(plain: str) -> bool:
    """Stress, anxious, crisis: their last letter is their own."""
    return plain.endswith(("ss", "us", "is")) and not plain.endswith("ness")
