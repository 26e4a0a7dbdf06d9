"""What readers of the library are shown."""

import difflib
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import time

from django.urls import reverse
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from cms.models import ArticlePage, LibraryHome, TopicPage
from community.help import queries as help_queries
from community.help.queries import ShownLine
from community.house import queries as house

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Found:
    """Pages that match. `instead` is the word that was searched where the one typed matched
    nothing: one slip of a finger is forgiven, and said."""

    pages: list[ArticlePage]
    words: str
    instead: str = ""


def home() -> LibraryHome | None:
    """The front of the library."""
    front: LibraryHome | None = LibraryHome.objects.live().first()
    return front


def topics() -> list[TopicPage]:
    """Every public topic, in the editors' order."""
    return list(TopicPage.objects.live().public().order_by("path"))


def articles_of(topic: TopicPage) -> list[ArticlePage]:
    """A topic's public articles, by title."""
    return list(ArticlePage.objects.live().public().child_of(topic).order_by("title"))


def newest(count: int = 4) -> list[ArticlePage]:
    """The articles that became public last."""
    return list(ArticlePage.objects.live().public().order_by("-first_published_at")[:count])


def articles_at(paths: Collection[str]) -> dict[str, ArticlePage]:
    """The public articles at these paths of this place, by path. Three queries."""
    front = home()
    if front is None:
        return {}
    mount, wanted = reverse("wagtail_serve", args=[""]), {}
    for path in paths:
        rest = path.removeprefix(mount).strip("/")
        wanted[f"{front.url_path}{rest}/"] = path
    found = ArticlePage.objects.live().public().filter(url_path__in=wanted)
    return {wanted[page.url_path]: page for page in found}


def search(words: str) -> Found:
    """Public articles with these words; if there are none, with the nearest words we have."""
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
    public = ArticlePage.objects.live().public()
    found = get_search_backend().search(words, public, operator="and")
    return list(found[:20]) or list(get_search_backend().autocomplete(words, public)[:20])


def _mend(words: str) -> str:
    """Each word that no page holds becomes the nearest one that some page does."""
    known: Counter[str] = Counter()
    rows = ArticlePage.objects.live().public().values_list("title", "summary", "words")
    for row in rows:
        known.update(word.lower() for text in row for word in _WORD.findall(text))
    return _WORD.sub(lambda match: _nearest(match.group(), known), words)


def _nearest(word: str, known: Counter[str]) -> str:
    """Of words that are equally near, the one our pages use most: it is what they are about."""
    typed = word.lower()
    if typed in known:
        return word
    close = difflib.get_close_matches(typed, known, n=5, cutoff=0.75)
    return max(close, key=lambda near: (_likeness(typed, near), known[near]), default=word)


def _likeness(one: str, other: str) -> float:
    return round(difflib.SequenceMatcher(None, one, other).ratio(), 2)


@dataclass(frozen=True, slots=True)
class CareLines:
    """What a care card says of this place: whom to call now, and when the team is here."""

    emergency: str
    lines: list[ShownLine]
    opens: time
    closes: time


def care_lines(count: int = 2) -> CareLines:
    """The first lines that are open in the house's country, for grown-ups."""
    country = house.current().country
    shown = help_queries.lines_for(country, now=timezone.now())
    open_now = [one for one in shown if one.open and not one.line.for_young]
    hours = house.hours()
    return CareLines(
        help_queries.emergency_number(country), open_now[:count], hours.opens, hours.closes
    )
