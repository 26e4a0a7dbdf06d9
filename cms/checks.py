"""What is left before somebody can check a page, and how it reads. Pure questions, no writing."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms import wording
from community.language.readability import AIM, Reading
from community.refusal import Refusal

SHOWN_SENTENCES = 3
SHOWN_WORDS = 14


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that is left, and the field where it is mended."""

    field: str
    words: str | Promise


SOMETHING_LEFT = _("Nothing is lost. This is left before somebody can check it:")
NO_SOURCES = Left("sources", _("Add where this comes from, or say below why there is no source."))
NO_NEXT_REVIEW = Left("next_review", _("Say when somebody looks at it again. A year is usual."))
NO_PICTURE_WORDS = Left("body", _("Say for each picture what it shows."))
NO_WORDS = Left("body", _("There is no text yet."))


def what_is_left(
    *,
    body: Any,
    sources: Any,
    why_no_sources: str,
    next_review: Any,
    words: Refusal | None = None,
) -> list[Left]:
    """Everything a second person would send it back for, in the order of the page. `words` is what
    their wording asks for."""
    left = []
    if not body:
        left.append(NO_WORDS)
    if any(_is_mute(block) for block in body or ()):
        left.append(NO_PICTURE_WORDS)
    if not sources and not why_no_sources.strip():
        left.append(NO_SOURCES)
    if next_review is None:
        left.append(NO_NEXT_REVIEW)
    if words is not None:
        left.append(Left("why_these_words" if words == wording.REASON else "body", words.words))
    return left


def reading_in_words(reading: Reading) -> str:
    """A sentence for people who do not think in grades."""
    if not reading.words:
        return str(_("Nothing to read yet."))
    first = _("Reads like age %(age)s.") % {"age": reading.age}
    if reading.grade > AIM + 1:
        first = f"{first} {_('Shorter words and sentences would reach more people.')}"
    count = len(reading.long_sentences)
    if not count:
        return f"{first} {_('No sentence is long.')}"
    long = ngettext("%(count)s long sentence:", "%(count)s long sentences:", count)
    return f"{first} {long % {'count': count}}"


def grades_in_words(reading: Reading, *, hardest: int) -> str:
    """The figures, for who does think in them."""
    said = _(
        "School grade %(grade)s by Flesch-Kincaid, %(smog)s by SMOG. This library allows %(most)s."
    )
    return said % {"grade": reading.grade, "smog": reading.smog, "most": hardest}


def long_sentences(reading: Reading) -> list[str]:
    """How the first long ones begin, so that an editor finds them."""
    return [_beginning(sentence) for sentence in reading.long_sentences[:SHOWN_SENTENCES]]


def pictures_in_words(body: Any) -> str:
    """Whether somebody who cannot see the pictures is told what they show. Nothing without any."""
    pictures = [block for block in body or () if block.block_type == "picture"]
    mute = sum(_is_mute(block) for block in pictures)
    if not pictures:
        return ""
    if not mute:
        return str(_("Every picture says what it shows."))
    said = ngettext(
        "%(count)s picture does not say yet what it shows.",
        "%(count)s pictures do not say yet what they show.",
        mute,
    )
    return said % {"count": mute}


def _beginning(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:SHOWN_WORDS]) + (" …" if len(words) > SHOWN_WORDS else "")


def _is_mute(block: Any) -> bool:
    return block.block_type == "picture" and not str(block.value.get("words") or "").strip()
