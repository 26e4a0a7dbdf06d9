"""Cleaning what somebody wrote: one rule for the page and the socket.

Nothing a person can see is changed. What is taken out either cannot be stored, cannot be seen, or
would turn other people's words around on the screen (bidirectional overrides).
"""

import re
import unicodedata

from django.utils.translation import gettext as _

from community.refusal import Refusal
from groups.models.message import BODY_LIMIT, NOTE_LIMIT

# Line ends of every kind are one kind; a tab is a space.
_LINES = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
# Control characters but the line end, halves of surrogate pairs, and what turns text around or
# marks it invisibly: embeddings, overrides and isolates, deprecated and interlinear formatting;
# and the sign that stands for covered words (`spans.COVER`), which is the team's alone.
# Joiners, direction marks, variation selectors and tags stay: emoji and whole scripts need them.
_TAKEN_OUT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u206f\ufff9-\ufffc\ufeff]"
)
_LOOKS_EMPTY = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_UNSEEN = frozenset({"Cf", "Cc", "Cs", "Cn", "Mn", "Me", "Zs", "Zl", "Zp"})


def clean_words(text: str) -> str:
    """The text in NFC, stripped, one kind of line end, without what is unseen and does harm."""
    text = _LINES.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _TAKEN_OUT.sub("", text)).strip()


def clean_note(text: str) -> str:
    """A content note: cleaned as words are, on one line."""
    return " ".join(clean_words(text).split())


def refuse_words(body: str, note: str) -> Refusal | None:
    """Why cleaned words cannot be sent as they are: nothing to see in them, or too many."""
    if not _can_be_seen(body):
        return Refusal("empty", _("There is nothing to send yet. Write a word or two first."))
    if len(body) > BODY_LIMIT:
        over = len(body) - BODY_LIMIT
        return Refusal(
            "too_long",
            _("%(limit)s characters fit into one message. Yours has %(over)s more.")
            % {"limit": f"{BODY_LIMIT:,}", "over": f"{over:,}"},
        )
    if len(note) > NOTE_LIMIT:
        return Refusal(
            "too_long",
            _("%(limit)s characters fit into the note above a message.") % {"limit": NOTE_LIMIT},
        )
    return None


def _can_be_seen(text: str) -> bool:
    return any(c not in _LOOKS_EMPTY and unicodedata.category(c) not in _UNSEEN for c in text)
