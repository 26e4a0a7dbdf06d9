"""A small linear model over hashed words: numbers only, no text inside.

It ranks what the rules do not hear. Features are single words, pairs of neighbours and the
3-5 letter pieces of each word, hashed into 2^16 buckets of one signed byte. A word's own part
is remembered in a bounded cache, which keeps inference in plain Python fast enough.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterable
from math import sqrt
from pathlib import Path
from zlib import crc32

from community.screening.disguises import LONGEST
from community.screening.marks import DIGITS, LONG
from community.screening.remembered import Remembered

BITS = 16
BUCKETS = 1 << BITS
MASK = BUCKETS - 1
MAGIC = b"KSM2"
# Fewer words than this are not scaled up, so that one hot word alone cannot carry a message.
SHORTEST = 12
HEADER = struct.Struct("<4sff")
PATH = Path(__file__).with_name("model.bin")


class Weights:
    """Quantised weights and the two numbers that turn a sum into a value around zero."""

    __slots__ = ("bias", "scale", "table")

    def __init__(self, *, table: bytes, scale: float, bias: float) -> None:
        # One lookup from byte to signed number is faster than an array of signed bytes.
        self.table = tuple(byte - 256 if byte > 127 else byte for byte in table)
        self.scale = scale
        self.bias = bias


def load(path: Path = PATH) -> Weights | None:
    """The shipped weights, or None when the file is missing or not ours: rules go on alone."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    if len(raw) != HEADER.size + BUCKETS:
        return None
    magic, scale, bias = HEADER.unpack_from(raw)
    if magic != MAGIC:
        return None
    return Weights(table=raw[HEADER.size :], scale=scale, bias=bias)


_WEIGHTS = load()


def plain(words: Iterable[str]) -> list[str]:
    """Numbers become one sign, so that a model cannot learn anyone's age or dose by heart."""
    return ["0" if word[0].isdigit() else word[:LONGEST] for word in words]


def pieces(word: str) -> list[int]:
    """Buckets of the 3-5 letter pieces of one word, with its edges marked."""
    marked = f"<{word}>".encode()
    size = len(marked)
    return [
        crc32(marked[start : start + width], width) & MASK
        for width in (3, 4, 5)
        for start in range(size - width + 1)
    ]


def single(word: str) -> int:
    return crc32(word.encode(), 1) & MASK


def pair(first: str, second: str) -> int:
    return crc32(f"{first} {second}".encode(), 2) & MASK


def length_norm(features: int) -> float:
    """Long messages are divided by the root of their length, so that venting does not drift up."""
    return sqrt(max(features, SHORTEST))


def model_value(words: list[str], *, marks: int = ~0) -> float | None:
    """The model's value, roughly a log-odds; None when there is no model. `marks`: what the words
    can be a part of, where that is known: mostly they are plain already."""
    if _WEIGHTS is None:
        return None
    if not words:
        return _WEIGHTS.bias
    return _WEIGHTS.bias + _WEIGHTS.scale * _sum(plain(words) if marks & (DIGITS | LONG) else words)


def _sum(words: list[str]) -> float:
    singles = set(words)
    pairs = set(itertools.pairwise(words))
    total = sum(map(_word, singles)) + sum(map(_pair, pairs))
    return total / length_norm(len(singles) + len(pairs))


def _of_word(word: str) -> float:
    assert _WEIGHTS is not None
    table = _WEIGHTS.table
    parts = pieces(word)
    value = float(table[single(word)])
    if parts:
        value += sum(table[part] for part in parts) / sqrt(len(parts))
    return value


def _of_pair(pair_of_words: tuple[str, str]) -> int:
    assert _WEIGHTS is not None
    return _WEIGHTS.table[pair(*pair_of_words)]


_word = Remembered(_of_word, most=20_000).__getitem__
_pair = Remembered(_of_pair, most=40_000).__getitem__
