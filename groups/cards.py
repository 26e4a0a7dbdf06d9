"""Links to pages of this place, shown as cards with their title.

Rooms do not know which pages there are: whoever keeps some registers an answer, and it is asked
with paths alone. Nothing outside this place is ever fetched, and nothing is asked about it.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.functional import Promise

from groups.spans import COVER

ADDRESS = re.compile(rf"https?://[^\s<>\"{COVER}]+")
AFTER = ".,;:!?)]}'’”"  # ends a sentence more often than an address
MOST = 3  # cards below one message


@dataclass(frozen=True, slots=True)
class Card:
    """A page of this place that anybody may read."""

    href: str
    title: str
    side: str | Promise  # how long it takes to read


Find = Callable[[Collection[str]], dict[str, Card]]
_finds: dict[str, Find] = {}


def register(prefix: str, find: Find) -> None:
    """Answers for the paths below `prefix`: the public pages among them, by path."""
    _finds[prefix] = find


def cards(paths: Iterable[str]) -> dict[str, Card]:
    """The cards for these paths; nothing for those that are no public page."""
    wanted = set(paths)
    found: dict[str, Card] = {}
    for prefix, find in _finds.items():
        if below := {path for path in wanted if path.startswith(prefix)}:
            found |= find(below)
    return found


def paths_in(body: str, *, host: str) -> list[str]:
    """The paths of links to this place in the words, each once, in their order."""
    found: dict[str, None] = {}
    for match in ADDRESS.finditer(body):
        path = path_of(match.group().rstrip(AFTER), host=host)
        if path:
            found[path] = None
    return list(found)[:MOST]


def alone_in(body: str, pages: Collection[str], *, host: str) -> frozenset[str]:
    """The addresses of these pages that have a line to themselves: their card says all they say."""
    lines = (line.strip() for line in body.splitlines())
    return frozenset(
        line
        for line in lines
        if ADDRESS.fullmatch(line)
        and not line.endswith(tuple(AFTER))
        and not set("?#") & set(line)
        and path_of(line, host=host) in pages
    )


def leads_here(address: str) -> bool:
    """Whether this is the address of a public page of this place and nothing else: no way to reach
    anybody. Only then is it asked which pages there are."""
    path = path_of(address.rstrip(AFTER), host=urlsplit(settings.SITE_URL).netloc)
    return bool(path) and "?" not in address and "#" not in address and path in cards([path])


def path_of(address: str, *, host: str) -> str:
    """The path of an address of this place that has a card; empty for every other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_ours = bool(host) and parts.netloc.lower() == host.lower() and parts.path.isprintable()
    return parts.path if is_ours and parts.path.startswith(tuple(_finds)) else ""
