"""The words at which the house asks before they go out. Kept in memory for a few seconds, since every
message is held against them; most houses have none."""

import logging
import re
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db import Error
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from groups.models import WordRule

log = logging.getLogger(__name__)
KEPT_SECONDS = 20


@dataclass(frozen=True)
class Asked:
    """One rule, as messages are held against it."""

    number: int
    words: tuple[str, ...]
    why: str
    instead: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Whole words alone, however they are spelled in capitals, with any space between them."""
        longest_first = sorted(self.words, key=len, reverse=True)
        parts = (r"\s+".join(map(re.escape, one.split())) for one in longest_first)
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand."""
        return [match.span() for match in self.pattern.finditer(text)]

    @property
    def said(self) -> str:
        """Why it asks, and how it can be said."""
        return _("%(why)s You could say it this way: %(instead)s") % {
            "why": self.why,
            "instead": self.instead,
        }


_kept: tuple[float, tuple[Asked, ...]] | None = None


def standing() -> tuple[Asked, ...]:
    """Those that count now. One query every few seconds; while the database is away those of
    before, since no message waits for a rule about words."""
    global _kept
    if _kept is None or time.monotonic() - _kept[0] > KEPT_SECONDS:
        try:
            _kept = (time.monotonic(), _read())
        except Error as error:
            log.warning("rules about words were not read: %s", type(error).__name__)
            return _kept[1] if _kept else ()
    return _kept[1]


def _read() -> tuple[Asked, ...]:
    rows = WordRule.objects.filter(ended_at=None, until__gt=timezone.now()).order_by("pk")
    return tuple(Asked(one.pk, lines_of(one.words), one.why, one.instead) for one in rows)


def forget() -> None:
    """Read anew at the next message."""
    global _kept
    _kept = None


def lines_of(words: str) -> tuple[str, ...]:
    """The words of a rule, each once."""
    return tuple(dict.fromkeys(" ".join(one.split()) for one in words.splitlines() if one.strip()))


def asks_about(body: str, note: str) -> list[Asked]:
    """The rules whose words stand in what somebody would send."""
    return [one for one in standing() if one.spans(body) or one.spans(note)]


def count(rules: Iterable[Asked], *, anyway: bool) -> None:
    """That somebody was asked, or sent it anyway: how often, and nothing else."""
    numbers = [one.number for one in rules]
    if not numbers:
        return
    more = {"anyway": F("anyway") + 1} if anyway else {"hits": F("hits") + 1}
    try:
        WordRule.objects.filter(pk__in=numbers).update(**more)
    except Error as error:
        log.warning("a rule about words was not counted: %s", type(error).__name__)
