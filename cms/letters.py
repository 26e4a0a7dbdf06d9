"""Letters with blanks in [square brackets]: their parts, and what is filled in. Pure."""

import re
from collections.abc import Mapping

_BLANK = re.compile(r"(\[[^\[\]\n]{1,60}\])")


def parts_of(letter: str) -> list[tuple[str, bool]]:
    """Its words and its blanks, in order; True for a blank."""
    return [
        (part[1:-1] if part.startswith("[") else part, part.startswith("["))
        for part in _BLANK.split(letter)
        if part
    ]


def blanks_of(letter: str) -> list[str]:
    """Each blank once, in order: what stands in one stands in each of the same name."""
    return list(dict.fromkeys(part for part, is_blank in parts_of(letter) if is_blank))


def filled(letter: str, words: Mapping[str, str]) -> list[tuple[str, bool]]:
    """The same parts, with words where a blank was; True for a blank that is left."""
    return [
        (words.get(part, "") or part, is_blank and not words.get(part))
        for part, is_blank in parts_of(letter)
    ]
