"""Fold a text to plain lower-case letters without losing where each letter stood.

Rules read the folded text; reasons point into the original. Disguised words ("su1c1de",
"k.i.l.l", "diiie") are undone only when the result is a word that matters here, so that
prices, scores and ordinary names stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from community.screening.disguises import CONFUSABLES, LONGEST, MISSPELT, RISKY, respelt
from community.screening.marks import DISGUISED, LETTER
from community.screening.remembered import Remembered

_SIMPLE = {
    0x2018: "'", 0x2019: "'", 0x201B: "'", 0x02BC: "'", 0x60: "'", 0xB4: "'",
    0x201C: '"', 0x201D: '"', 0xAB: '"', 0xBB: '"', 0x201E: '"',
    0x2013: "-", 0x2014: "-", 0x2010: "-", 0x2011: "-", 0x2026: ".", 0xA0: " ",
    0x0B: " ", 0x0C: " ", 0x1C: " ", 0x1D: " ", 0x1E: " ", 0x1F: " ", 0x0D: " ",
}  # fmt: skip
_PLAIN = "".join(_SIMPLE.get(n, chr(n).lower()) for n in range(128))
_BEYOND = re.compile(r"[^\x00-\x7f]")
_LEET = str.maketrans("013457@$!|+", "oieastasilt")
_MIXED = re.compile(r"[a-z][013457@$!|*+#_.\-]+[a-z]|(?<![a-z0-9])[$013457@!|][a-z]")
# Found at once, and a part of every such place: most texts hold none and are not read further.
_SIGN_IN_WORD = re.compile(r"[013457@$!|*+#_.\-][a-z]")
_SINGLE = re.compile(r"[ .\-_*][a-z](?![a-z'])")
_SPACED = re.compile(r"(?<![a-z'])(?:[a-z][ .\-_*]{1,2}){2,}[a-z](?![a-z'])")
_SPACES = re.compile(r" {2,}")
_TOKEN = re.compile(r"[a-z0-9@$!|*+.#_\-]+")
_MASK = "*#_."
_SEPARATOR = re.compile(r"[*#_.\-]")
_WORD = re.compile(r"[a-z][a-z']*")
_BY_LENGTH = {size: sorted(w for w in RISKY if len(w) == size) for size in range(3, 12)}


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text. `offsets[i]` is where folded letter i stood; None means nothing moved."""

    text: str
    length: int
    offsets: tuple[int, ...] | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the folded text to the span of the original it came from."""
        if self.offsets is None:
            return start, min(end, self.length)
        first = self.offsets[start] if start < len(self.offsets) else self.length
        last = self.offsets[end - 1] + 1 if 0 < end <= len(self.offsets) else self.length
        return first, max(first, last)


def fold(text: str) -> Folded:
    """Fold `text`. Most messages are plain letters and take the short way."""
    return undone(fold_letters(text))


def undone(folded: Folded, *, marks: int = ~0) -> Folded:
    """The same with disguised words in their plain form and one space for many. `marks`: what its
    words can be a part of, where that is known."""
    disguised = _disguises(folded.text, marks)
    if "  " in folded.text:
        runs = ((m.start(), m.end(), " ") for m in _SPACES.finditer(folded.text))
        disguised = sorted([*disguised, *runs])
    return _replace(folded, disguised) if disguised else folded


def fold_letters(text: str) -> Folded:
    """Lower case, compatibility forms and look-alike letters; digits and signs are kept."""
    if text.isascii():
        return Folded(text.translate(_PLAIN), len(text))
    letters: list[str] = []
    offsets: list[int] = []
    here = 0
    for match in _BEYOND.finditer(text):
        at = match.start()
        letters.append(text[here:at].translate(_PLAIN))
        offsets.extend(range(here, at))
        pieces = _letter(match.group())
        letters.append(pieces)
        offsets.extend([at] * len(pieces))
        here = at + 1
    letters.append(text[here:].translate(_PLAIN))
    offsets.extend(range(here, len(text)))
    return Folded("".join(letters), len(text), tuple(offsets))


def _fold_char(char: str) -> str:
    if ord(char) in _SIMPLE:
        return _SIMPLE[ord(char)]
    if char.isdigit():
        return str(unicodedata.digit(char))
    known = CONFUSABLES.get(char)
    if known is not None:
        return known
    plain = unicodedata.normalize("NFKD", char)
    return "".join(
        CONFUSABLES.get(piece, piece)
        for piece in plain.lower()
        if unicodedata.category(piece) not in {"Mn", "Me", "Cf"}
    )


_letter = Remembered(_fold_char, most=5_000).__getitem__


def _disguises(text: str, marks: int) -> list[tuple[int, int, str]]:
    """Every disguised word as (start, end, plain word), found only where a quick look says so."""
    found: list[tuple[int, int, str]] = []
    if marks & LETTER and len(_SINGLE.findall(text)) > 1:
        for match in _SPACED.finditer(text):
            if plain := _joined(match.group()):
                found.append((match.start(), match.end(), plain))
    if _SIGN_IN_WORD.search(text) and _MIXED.search(text) and _has_masks(text):
        for match in _TOKEN.finditer(text):
            if plain := _unmasked(match.group()):
                found.append((match.start(), match.end(), plain))
    if marks & DISGUISED:
        for match in _WORD.finditer(text):
            if plain := respelt(match.group()):
                found.append((match.start(), match.end(), plain))
    return sorted(found)


def _has_masks(text: str) -> bool:
    return any(_unmasked(token) for token in _TOKEN.findall(text) if not token.isalpha())


def _joined(spaced: str) -> str:
    word = re.sub(r"[^a-z]", "", spaced)
    return MISSPELT.get(word, word) if word in RISKY or word in MISSPELT else ""


def _unmasked(token: str) -> str:
    """The plain word behind "su1c1de", "k.i.l.l" or "d*e"; empty when there is none."""
    if len(token) > LONGEST or token.isalpha():
        return ""
    core = token.rstrip("!.*+|_-#")
    plain = core.translate(_LEET)
    bare = _SEPARATOR.sub("", plain)
    if bare == core:
        return ""
    if bare in RISKY or bare in MISSPELT:
        return MISSPELT.get(bare, bare)
    masked = sum(core.count(sign) for sign in _MASK)
    if not 0 < masked <= len(core) // 2 or len(core) < 3:
        return ""
    return next((word for word in _BY_LENGTH.get(len(core), ()) if _same(core, word)), "")


def _same(masked: str, word: str) -> bool:
    return all(a == b or a in _MASK for a, b in zip(masked, word, strict=True))


def _replace(folded: Folded, found: list[tuple[int, int, str]]) -> Folded:
    """Put the plain words in place of the disguised ones, left to right, without overlaps."""
    text, offsets = folded.text, folded.offsets or tuple(range(len(folded.text)))
    letters: list[str] = []
    moved: list[int] = []
    here = 0
    for start, end, plain in found:
        if start < here:
            continue
        letters.append(text[here:start])
        moved.extend(offsets[here:start])
        letters.append(plain)
        last = offsets[end - 1]
        moved.extend(min(offsets[start] + step, last) for step in range(len(plain) - 1))
        moved.append(last)
        here = end
    letters.append(text[here:])
    moved.extend(offsets[here:])
    return Folded("".join(letters), folded.length, tuple(moved))
