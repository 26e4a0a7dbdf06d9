"""What of somebody's words is folded for one reader. Pure.

The room's script does the same for words that arrive later (`fold.js`); one table of cases tests
both. Folded is never gone: a line says that something is there, and it can be opened.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from groups.enums import Fold, NoteKind

MUTED = "muted"
ASKED = "asked"  # three members asked the team to look at it, and nobody has yet
_VOWELS = frozenset("aeiouy")
_SHORT = re.compile(r"([a-z])(?:ies|ied|ying)")  # dies, died, dying: die


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one reader would rather not meet: a choice for kinds of notes, and muted words. Who
    looks after the room reads what members asked them to look at."""

    choices: Mapping[str, str] = field(default_factory=dict)
    muted: tuple[str, ...] = ()
    looks_after: bool = False


@dataclass(frozen=True, slots=True)
class Folded:
    """How words stand before a reader. `label` is the line above them, if there is one."""

    how: str = Fold.SHOW
    label: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether the words are seen only by who opens them."""
        return self.how != Fold.SHOW


def folded(
    *, own: bool, note: str, note_kind: str, body: str, wishes: Wishes, asked: str = ""
) -> Folded:
    """How these words stand before the reader with these wishes. One's own are never folded.
    `asked`: what stands above words that three members asked the team to look at."""
    how = how_folded(
        own=own, note=note, note_kind=note_kind, body=body, wishes=wishes, asked=bool(asked)
    )
    if how == ASKED:
        return Folded(how, " · ".join(one for one in (asked, label(note, note_kind)) if one))
    if how == MUTED:
        return Folded(how, _("1 message folded"))
    if how == Fold.NEVER:
        about = NoteKind(note_kind or NoteKind.OTHER).label
        return Folded(how, _("Folded, as you chose: %(kind)s") % {"kind": about})
    return Folded(how, label(note, note_kind))


def how_folded(
    *, own: bool, note: str, note_kind: str, body: str, wishes: Wishes, asked: bool = False
) -> str:
    """One of `Fold`, MUTED or ASKED. A kind never wanted comes before muted words, these before
    what members asked to be looked at, and that before a note that is only closed."""
    if own:
        return Fold.SHOW
    choice = Fold.SHOW
    if note or note_kind:
        choice = Fold(wishes.choices.get(note_kind or NoteKind.OTHER, Fold.COLLAPSE))
    if choice != Fold.NEVER and is_muted(f"{note} {body}", wishes.muted):
        return MUTED
    if asked and choice != Fold.NEVER and not wishes.looks_after:
        return ASKED
    return choice


def label(note: str, note_kind: str) -> str:
    """The note as one line: what it is about, and the words beside it."""
    if note_kind in ("", NoteKind.OTHER) and note:
        return note
    about = str(NoteKind(note_kind).label) if note_kind else ""
    return f"{about}: {note}" if note else about


# Words and their families ------------------------------------------------------------------------


def is_muted(text: str, muted: Iterable[str]) -> bool:
    """Whether one of the muted words, or several in a row, stand in the text: themselves or another
    of their family (drink, drinks, drinking)."""
    said = stems(text) if muted else []
    return any(_stands_in(stems(words), said) for words in muted)


def stems(text: str) -> list[str]:
    """The words of the text, each as the stem its family shares."""
    lowered = unicodedata.normalize("NFC", text).lower()
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in lowered)
    return [stem(word) for word in "".join(kept).split()]


def stem(word: str) -> str:
    """A word without the endings that make a family in English. Rough on purpose: what is folded
    too much can be opened."""
    if short := _SHORT.fullmatch(word):
        return f"{short[1]}ie"
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ings", ""), ("ing", ""), ("ed", "")):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and _VOWELS & set(base) and not word.endswith("eed"):
            return _bare(_once(base) + instead)
    return _bare(_singular(word))


def _singular(word: str) -> str:
    if len(word) > 4 and re.search(r"(?:s|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1] if len(word) > 3 and re.search(r"[^su]s$", word) else word


def _once(base: str) -> str:
    """betting, bet: the last consonant was doubled for the ending."""
    return base[:-1] if base[-1] == base[-2] and base[-1] not in "aeiouylsz" else base


def _bare(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _stands_in(words: list[str], said: list[str]) -> bool:
    many = len(words)
    return many > 0 and any(said[at : at + many] == words for at in range(len(said) - many + 1))
