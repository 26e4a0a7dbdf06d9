"""With which words a pattern can begin, so that it is tried where one of them stands and nowhere else.

Reads the small part of the language of `re` that our rules are written in, and refuses any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPEN = re.compile(r"\(\?[:!=]|\(\?<[!=]|\(")
_CLASS = re.compile(r"\[\^?\]?[^\]]*\]")
_EDGES = (r"\b", "^", "$")


def first_words(pattern: str) -> frozenset[str]:
    """Every word (letters, digits and _) a match can begin with. "kill*" stands for whatever begins
    so, and "0*" for every number. Raises ValueError where the pattern cannot be read here."""
    return frozenset(_begin(pattern, ""))


def _begin(rest: str, word: str) -> Iterator[str]:
    """The first words of `rest`, of which `word` was read already."""
    if not rest:
        yield word
        return
    part, many, tail = _next(rest)
    may_be_missing = many.startswith(("?", "*", "{0", "{,"))
    if may_be_missing:
        yield from _begin(tail, word)
    if part.startswith(("(?!", "(?=", "(?<")) or part in _EDGES:
        if not may_be_missing:
            yield from _begin(tail, word)
    elif part.startswith("(?:"):
        yield from _begin_group(part, many, tail, word)
    elif part.isalnum() or part == "_":
        if many in ("", "?"):
            yield from _begin(tail, word + part)
        else:
            yield f"{word}{part}*"
    elif _is_between(part):
        if word:
            yield word
        elif not may_be_missing:
            raise ValueError(f"not read here: {rest}")
    elif word or part == r"\d":
        yield f"{word or 0}*"
    else:
        raise ValueError(f"not read here: {rest}")


def _begin_group(part: str, many: str, tail: str, word: str) -> Iterator[str]:
    once = many in ("", "?")
    for way in _ways(part[3:-1]):
        if not once and not _is_between(_next(way)[0]):  # the word may run on in it
            if not word:
                raise ValueError(f"not read here: {part}")
            yield f"{word}*"
            return
        yield from _begin(way + tail if once else way, word)


def _next(rest: str) -> tuple[str, str, str]:
    """The first part, how often it may stand, and what follows."""
    if rest[0] == "(":
        end = _closing(rest)
    elif rest[0] == "[":
        found = _CLASS.match(rest)
        if found is None:
            raise ValueError(f"not read here: {rest}")
        end = found.end()
    else:
        end = 2 if rest[0] == "\\" else 1
    many = re.match(r"(?:[?*+]|\{[^}]*\})[?+]?", rest[end:])
    length = many.end() if many else 0
    return rest[:end], rest[end : end + length], rest[end + length :]


def _closing(rest: str) -> int:
    """Where the group that opens here has ended."""
    depth, at = 0, 0
    while at < len(rest):
        sign = rest[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            found = _CLASS.match(rest, at)
            at = found.end() - 1 if found else at
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    raise ValueError(f"not read here: {rest}")


def _ways(body: str) -> Iterator[str]:
    """The alternatives of a group."""
    begin = at = 0
    while at < len(body):
        if body[at] == "|":
            yield body[begin:at]
            begin = at + 1
        at += len(_next(body[at:])[0]) if body[at] in "([\\" else 1
    yield body[begin:]


def _is_between(part: str) -> bool:
    """Whether this can only be something between two words."""
    if part.startswith("["):
        return not part.startswith("[^") and re.search(r"[\w\\]", part) is None
    return re.fullmatch(r"\\?[^\w\\]", part) is not None and part != "."
