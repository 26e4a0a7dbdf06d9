"""Numbers and sites that always pass: those everybody knows, and the lines this house shows.

Screening asks no table. Whoever keeps the lines registers a way to read them, which must be quick
and must never fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from community.screening.contact_words import HELP_SITES, HELPLINES


class Lines(NamedTuple):
    """Numbers as digits alone, and hosts."""

    numbers: frozenset[str]
    sites: frozenset[str]


_sources: list[Callable[[], Lines]] = []


def register(source: Callable[[], Lines]) -> None:
    """Called by whoever keeps helplines, once."""
    _sources.append(source)


def is_number(digits: str) -> bool:
    """Whether these are the digits of a helpline, with or without a country in front."""
    return any(digits in numbers or _ends_one(digits, numbers) for numbers in _numbers())


def is_site(host: str) -> bool:
    """Whether this is the site of a helpline, or a part of it."""
    known = (HELP_SITES, *(source().sites for source in _sources))
    return any(host == site or host.endswith("." + site) for sites in known for site in sites)


def _numbers() -> Iterator[frozenset[str]]:
    yield HELPLINES
    for source in _sources:
        yield source().numbers


def _ends_one(digits: str, numbers: frozenset[str]) -> bool:
    return any(
        len(line) >= 6 and digits.endswith(line.lstrip("0")) and len(digits) - len(line) <= 4
        for line in numbers
    )
