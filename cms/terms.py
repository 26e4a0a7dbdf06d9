"""Hard words of the glossary, explained where they stand: on hover, and by keyboard. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

_TAG = re.compile(r"(<[^>]+>)")
_CLOSED = re.compile(r"^<(/?)(a|h[1-6]|button|aside|figure)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """A hard word and what it means."""

    word: str
    meaning: str


def explained(html: str, terms: Iterable[Plain], *, glossary: str) -> SafeString:
    """The same, with the first place of each word explained. Words in headings, links, quotes and
    care cards are left alone."""
    known = {term.word.lower(): term for term in terms}
    if not known:
        return mark_safe(html)
    longest_first = sorted(known, key=len, reverse=True)
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    depth, made = 0, []
    for part in _TAG.split(html):
        tag = _CLOSED.match(part)
        if tag:
            depth += -1 if tag[1] else 1
        elif depth == 0 and not part.startswith("<") and known:
            part = words.sub(lambda found: _once(found[0], known, glossary), part)
        made.append(part)
    return mark_safe("".join(made))


def _once(typed: str, known: dict[str, Plain], glossary: str) -> str:
    term = known.pop(typed.lower(), None)
    if term is None or (term.word.isupper() and not typed.isupper()):
        return typed
    key = slugify(term.word)
    return format_html(
        '<span class="term"><a href="{}#{}" aria-describedby="term-{}">{}</a>'
        '<span class="term-plain" role="tooltip" id="term-{}">{}</span></span>',
        glossary, key, key, typed, key, term.meaning,
    )  # fmt: skip
