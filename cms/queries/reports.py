"""What editors learn from readers and from the pages themselves: looked for in vain, led nowhere."""

from dataclasses import dataclass
from datetime import timedelta
from html import unescape

from django.db.models import Sum
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from wagtail.models import Page

from cms.links import links_of, parts_of
from cms.models import ArticlePage, SearchedWord
from cms.queries.reading import home

SHOWN_FOR = timedelta(days=90)
LEAST = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word that was in at least three searches which found nothing."""

    word: str
    times: int


def looked_for() -> list[Word]:
    """The most frequent first. One query."""
    since = timezone.localdate() - SHOWN_FOR
    rows = SearchedWord.objects.filter(week__gte=since).values("word").annotate(all=Sum("times"))
    found = rows.filter(all__gte=LEAST).order_by("-all", "word")
    return [Word(row["word"], row["all"]) for row in found]


@dataclass(frozen=True, slots=True)
class Broken:
    """A link of a public page that leads nowhere, by the words it stands on."""

    page: ArticlePage
    words: str


def broken_links() -> list[Broken]:
    """Links between our own pages and to places of this house. Addresses outside are not asked: each
    is opened by a person, who writes down the day."""
    live = dict(Page.objects.live().values_list("pk", "url_path"))
    front = home()
    known = _Known(frozenset(live), frozenset(live.values()), front.url_path if front else "/")
    return [
        Broken(page, words)
        for page in ArticlePage.objects.live().order_by("title").specific()
        for facts, words in links_of(page.body)
        if known.leads_nowhere(facts)
    ]


@dataclass(frozen=True, slots=True)
class _Known:
    pages: frozenset[int]
    paths: frozenset[str]
    front: str

    def leads_nowhere(self, facts: dict[str, str]) -> bool:
        if facts.get("linktype") == "page":
            return int(facts.get("id") or 0) not in self.pages
        address = parts_of(unescape(facts.get("href", "")))
        if address is None:
            return True
        if address.scheme or address.netloc:
            return address.scheme in ("http", "https") and "." not in address.netloc
        return bool(address.path) and not self._is_ours(address.path)

    def _is_ours(self, path: str) -> bool:
        try:
            found = resolve(path)
        except Resolver404:
            return False
        if found.view_name != "cms:page":
            return True
        rest = path.removeprefix(reverse("wagtail_serve", args=[""])).strip("/")
        return (f"{self.front}{rest}/" if rest else self.front) in self.paths
