"""A text of ours as plain words, with the way back: a place in the words is a place in the HTML. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

_TAG = re.compile(r"(<[^>]+>)")
_NAME = re.compile(r"<(/?)(\w+)")
_WITHIN_A_LINE = frozenset("a abbr b br code em i mark small span strong sub sup time".split())
_TOOLTIP = 'class="term-plain"'  # what a hard word means: ours, and not a part of the sentence


@dataclass(frozen=True, slots=True)
class Mark:
    """A place somebody should look at: from `start` to `end`, or one point. `number` leads to the note."""

    start: int
    end: int
    kind: str
    number: int
    words: str = ""  # shown with the place


@dataclass(frozen=True, slots=True)
class Laid:
    """`words` are the whole text. `own` is the same with quotes left blank: places agree."""

    pieces: tuple[tuple[str, int | None], ...]  # each with the place where its words begin, if any
    words: str
    quotes: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, int], ...]

    @property
    def own(self) -> str:
        return _without(self.words, self.quotes)

    @property
    def quoted(self) -> str:
        """Only what somebody else said."""
        parts = [0, *(edge for quote in self.quotes for edge in quote), len(self.words)]
        return _without(self.words, zip(parts[::2], parts[1::2], strict=True))

    def marked(self, marks: Iterable[Mark]) -> SafeString:
        """The HTML again, each place marked. Places that overlap are marked once, the first of them."""
        free = _apart(marks)
        return mark_safe(
            "".join(
                piece if start is None else _with(unescape(piece), start, free)
                for piece, start in self.pieces
            )
        )


def lay(html: str) -> Laid:
    """Reads HTML of ours: every tag is closed, and no text of it is another tag."""
    pieces: list[tuple[str, int | None]] = []
    words, is_aside = "", False
    begun: dict[str, list[int]] = {"blockquote": [], "a": []}
    found: dict[str, list[tuple[int, int]]] = {"blockquote": [], "a": []}
    for at, piece in enumerate(_TAG.split(html)):
        tag = _NAME.match(piece) if at % 2 else None
        if at % 2 == 0 and not is_aside:
            pieces.append((piece, len(words)))
            words += unescape(piece)
            continue
        pieces.append((piece, None))
        if tag is None:
            continue
        closes, name = tag[1], tag[2].lower()
        is_aside = _TOOLTIP in piece or (is_aside and name != "span")
        if name in begun and not closes:
            begun[name].append(len(words))
        elif begun.get(name):
            found[name].append((begun[name].pop(), len(words)))
        words += "" if name in _WITHIN_A_LINE else "\n\n"
    return Laid(tuple(pieces), words, tuple(found["blockquote"]), tuple(found["a"]))


def _without(words: str, places: Iterable[tuple[int, int]]) -> str:
    """The same with these places blank: a paragraph ends there, and nothing moves."""
    for start, end in places:
        words = words[:start] + "\n" * (end - start) + words[end:]
    return words


def _apart(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in marks:
        if not any(mark.start < one.end and one.start < mark.end for one in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: (mark.start, mark.end))


def _with(text: str, start: int, marks: list[Mark]) -> str:
    """A piece of text with what of the marks falls into it."""
    made, at, end = [], start, start + len(text)
    for mark in marks:
        if mark.start == mark.end and start < mark.end <= end:
            made += [escape(text[at - start : mark.end - start]), _point(mark)]
            at = mark.end
        elif mark.start < end and start < mark.end:
            first, last = max(mark.start, at), min(mark.end, end)
            made.append(escape(text[at - start : first - start]))
            made.append(_place(mark, text[first - start : last - start], is_last=mark.end <= end))
            at = last
    made.append(escape(text[at - start :]))
    return "".join(made)


def _place(mark: Mark, text: str, *, is_last: bool) -> str:
    number = format_html("<sup>{}</sup>", mark.number)
    return format_html(
        '<mark id="said-{}" class="writing writing-{}" title="{}">{}{}</mark>',
        slugify(text), mark.kind, mark.words, text, number if is_last and mark.number else "",
    )  # fmt: skip


def _point(mark: Mark) -> str:
    return format_html(' <span class="writing-note writing-{}">{}</span>', mark.kind, mark.words)
