"""Where our pages lead outside, and what was found there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from html import unescape
from operator import or_
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from cms.enums import Found
from cms.links import links_of, parts_of
from cms.models import ArticlePage, OutsideAddress, Service

# Once may be a bad evening of theirs: it is said when it was so again on another day.
MISSES = {Found.GONE: 2, Found.INSIDE: 1, Found.SILENT: 3}
SEVERAL = 3
BROKEN = reduce(or_, (Q(found=found, misses__gte=least) for found, least in MISSES.items()))


@dataclass(frozen=True, slots=True)
class Place:
    """An address, the words it stands on, and where: on which page or service of ours."""

    address: str
    words: str
    where: str
    edit: str


@dataclass(frozen=True, slots=True)
class Outside:
    """What was found at an address, and every place that leads there."""

    number: int
    address: str
    found: Found
    since: datetime
    places: tuple[Place, ...]


def places() -> Iterator[Place]:
    """Every way outside from what readers see. Two queries and one for each kind of page."""
    for page in ArticlePage.objects.live().order_by("title").specific():
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        for address, words in ways_of(page):
            yield Place(address, words, page.title, edit)
    for service in Service.objects.exclude(url="").order_by("name"):
        edit = reverse("wagtailsnippets_cms_service:edit", args=[service.pk])
        yield Place(service.url, service.name, service.name, edit)


def ways_of(page: Any) -> Iterator[tuple[str, str]]:
    """The addresses outside of one page: of its sources, and of the links in its text."""
    for source in page.sources:
        if source.value["address"]:
            yield source.value["address"], source.value["title"]
    for facts, words in links_of(page.body):
        address = unescape(facts.get("href", ""))
        if _is_outside(address):
            yield address, words


def broken_on(page: Any) -> list[tuple[str, Found]]:
    """Words of this page that lead to an address which leads nowhere. One query."""
    ways = dict(ways_of(page))
    rows = OutsideAddress.objects.filter(BROKEN, address__in=ways).order_by("pk")
    return [(ways[row.address], Found(row.found)) for row in rows]


def broken() -> list[Outside]:
    """Addresses outside that lead nowhere. Two queries where there are none."""
    return [] if is_nobody_reached() else _told(OutsideAddress.objects.filter(BROKEN))


def is_nobody_reached() -> bool:
    """Whether not one of several addresses ever answered: then this server may not go out, and the
    addresses are not to blame. One query."""
    missed = Q(found__in=[Found.SILENT, Found.GONE])
    sums = OutsideAddress.objects.exclude(found="").aggregate(
        all=Count("pk"), missed=Count("pk", filter=missed)
    )
    return bool(sums["missed"] == sums["all"] >= SEVERAL)


def shut() -> list[Outside]:
    """Addresses that let no program look, for a person to open."""
    return _told(OutsideAddress.objects.filter(found=Found.SHUT))


def is_any_untried() -> bool:
    """Whether some address was not tried yet."""
    return OutsideAddress.objects.filter(found="").exists()


def _told(rows: Iterable[OutsideAddress]) -> list[Outside]:
    known = {row.address: row for row in rows}
    leading = defaultdict(list)
    for place in places() if known else ():
        if place.address in known:
            leading[place.address].append(place)
    found = [
        Outside(row.pk, row.address, Found(row.found), row.since, tuple(leading[row.address]))
        for row in known.values()
        if row.since is not None and leading[row.address]
    ]
    return sorted(found, key=lambda one: (one.since, one.number))


def _is_outside(address: str) -> bool:
    parts = parts_of(address)
    return parts is not None and parts.scheme in ("http", "https") and "." in parts.netloc
