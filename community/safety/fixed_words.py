"""Sentences that are the same in every house and meet people at their worst, and whose word stands
behind them here.

A feature registers its own in `AppConfig.ready`, or the roof does. Somebody reads the words as they
are; where they change after that, nobody has read them any more.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import cast

from django.core.cache import cache
from django.template.backends.django import Template
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.functional import Promise

from community.safety.models import WordsRead

READ_AGAIN_AFTER = timedelta(days=365)
_KEY, _KEPT_SECONDS = "safety.words_read", 60
_SAID = re.compile(
    r"\{% translate \"([^\"]+)\"[^%]*%\}|\{% blocktranslate[^%]*%\}(.+?)\{% endblocktranslate %\}",
    re.DOTALL,
)
_INCLUDED = re.compile(r"\{% include \"([^\"]+)\"")
_PARTS = "components/"  # of the frame: buttons, links back
_MARKS = re.compile(r"<[^>]+>|\{%[^%]*%\}")

Words = str | Promise


@dataclass(frozen=True, slots=True)
class FixedWords:
    """One set of them. `lines` are read anew each time they are asked for."""

    key: str
    title: Words
    lines: Callable[[], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with one set: who read it last, and what is due. `read` None: nobody yet."""

    words: FixedWords
    read: WordsRead | None
    has_changed: bool
    is_old: bool

    @property
    def is_read(self) -> bool:
        """Whether somebody's word stands behind these words as they are."""
        return self.read is not None and not self.has_changed


_sets: dict[str, FixedWords] = {}


def register(key: str, *, title: Words, lines: Callable[[], Sequence[str]]) -> None:
    """Called once a set, when every app is ready. Raises ValueError for a key that is taken."""
    if key in _sets:
        raise ValueError(f"These words are registered already: {key}.")
    _sets[key] = FixedWords(key, title, lines)


def sentences(*templates: str) -> list[str]:
    """What these templates say, and what they take in from others, in the order it stands in them.
    Each sentence once."""
    found: list[str] = []
    for name in _with_included(templates):
        for short, block in _SAID.findall(_source(name)):
            found.append(" ".join(_MARKS.sub("", short or block).split()))
    return list(dict.fromkeys(found))


def _with_included(templates: Sequence[str]) -> list[str]:
    """These templates and all that stand in them, each once."""
    found: dict[str, None] = {}
    waiting = list(reversed(templates))
    while waiting:
        name = waiting.pop()
        if name in found or name.startswith(_PARTS):
            continue
        found[name] = None
        waiting += reversed(_INCLUDED.findall(_source(name)))
    return list(found)


def _source(name: str) -> str:
    return cast(Template, get_template(name)).template.source


def said(words: Iterable[Words]) -> list[str]:
    """Lazy sentences as lines."""
    return [str(one) for one in words]


def digest_of(words: FixedWords) -> str:
    """Names the words as they are, whatever language they are shown in."""
    with translation.override(None):
        return sha256("\n".join(words.lines()).encode()).hexdigest()


def find(key: str) -> FixedWords | None:
    """The set of this name."""
    return _sets.get(key)


def every() -> list[FixedWords]:
    """Every set, in the order they were registered."""
    return list(_sets.values())


def standing(*, today: date | None = None) -> list[Standing]:
    """How it stands with every set. One query."""
    today = today or timezone.localdate()
    last: dict[str, WordsRead] = {}
    for read in WordsRead.objects.all():
        last.setdefault(read.key, read)
    return [_standing(words, last.get(words.key), today=today) for words in every()]


def _standing(words: FixedWords, read: WordsRead | None, *, today: date) -> Standing:
    return Standing(
        words,
        read,
        has_changed=read is not None and read.digest != digest_of(words),
        is_old=read is not None and today - read.read_on > READ_AGAIN_AFTER,
    )


def due(*, today: date | None = None) -> list[Standing]:
    """What somebody has to read: nobody has, not as it is now, or not for a year."""
    return [one for one in standing(today=today) if not one.is_read or one.is_old]


def reader_of(key: str) -> WordsRead | None:
    """Who stands behind these words as they are. Kept for a minute: it stands on every room's page."""
    found: dict[str, WordsRead] | None = cache.get(_KEY)
    if found is None:
        found = {one.words.key: one.read for one in standing() if one.is_read and one.read}
        cache.set(_KEY, found, _KEPT_SECONDS)
    return found.get(key)


def forget() -> None:
    """Shows a change at once in this process's cache."""
    cache.delete(_KEY)
