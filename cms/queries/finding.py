"""Finding a page by words: those typed, those that mean the same, and those a finger slipped on."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import reduce

from wagtail.search.backends import get_search_backend
from wagtail.search.query import PlainText, SearchQuery

from cms.models import ArticlePage
from cms.near import meanings, nearest
from cms.queries.reading import whole

_WORD = re.compile(r"[^\W\d_]{3,}")
_TYPED = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
SHOWN = 20
_LOOKED_AT = 200  # of them those shown are chosen


@dataclass(frozen=True, slots=True)
class Found:
    """Pages that match. `instead` is the word that was searched where the one typed matched
    nothing: one slip of a finger is forgiven, and said."""

    pages: list[ArticlePage]
    words: str
    instead: str = ""


def search(words: str) -> Found:
    """Public pages with these words or plain ones that mean the same; if there are none, with the
    nearest words we have."""
    words = " ".join(words.split())[:100]
    if not words:
        return Found([], "")
    pages = _matching(words)
    if pages:
        return Found(pages, words)
    mended = _mend(words)
    if mended.lower() == words.lower():
        return Found([], words)
    return Found(_matching(mended), words, mended)


def _matching(words: str) -> list[ArticlePage]:
    backend, pages = get_search_backend(), whole()
    asked = _asked(words)
    found = list(backend.search(asked, pages)[:_LOOKED_AT]) if asked is not None else []
    # Whoever types a title wants that page first, however often others say its words.
    found.sort(key=lambda page: words.lower() not in page.title.lower())
    return found[:SHOWN] or list(backend.autocomplete(words, pages)[:SHOWN])


def _asked(words: str) -> SearchQuery | None:
    """Every word, each as itself or in other words for it."""
    each = [
        reduce(lambda one, other: one | other, map(PlainText, meanings(word)))
        for word in _TYPED.findall(words.lower())
    ]
    return reduce(lambda one, other: one & other, each) if each else None


def _mend(words: str) -> str:
    """Each word that no page holds becomes the nearest one that some page does."""
    known: Counter[str] = Counter()
    for row in whole().values_list("title", "summary", "words"):
        known.update(word.lower() for text in row for word in _WORD.findall(text))
    return _WORD.sub(lambda match: nearest(match.group(), known), words)
