"""Parts of somebody's words, named by their first character and the one after their last.

What is covered is not marked in the words others read but taken out of them: one sign stands where
something was, however long, and nobody can write that sign themselves (`forms.clean_words`).
"""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

Span = tuple[int, int]

COVER = "\ufffc"
MOST = 40  # parts of one message: more than that is the whole of it


def joined(spans: Iterable[Iterable[int]]) -> list[Span]:
    """The same parts in order, those that touch or overlap as one."""
    found: list[Span] = []
    for start, end in sorted((start, end) for start, end in spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def fit(spans: Iterable[Span], text: str) -> bool:
    """Whether each of these is a part of the text, with something in it."""
    return all(0 <= start < end <= len(text) for start, end in spans)


def without(text: str, spans: Iterable[Iterable[int]]) -> str:
    """The text with the sign in place of each of these parts."""
    kept: list[str] = []
    at = 0
    for start, end in joined(spans):
        kept += [text[at:start], COVER]
        at = end
    return "".join([*kept, text[at:]])


def in_brackets(text: str) -> str:
    """The text for where nothing can be marked: a word in brackets where something was."""
    return text.replace(COVER, f"[{_('covered by the team')}]")


def places_of(words: str, text: str) -> list[Span]:
    """Wherever these words stand in the text, in capitals or not, however they are spaced."""
    wanted = r"\s+".join(re.escape(word) for word in words.split())
    if not wanted:
        return []
    return [match.span() for match in re.finditer(wanted, text, re.IGNORECASE)]
