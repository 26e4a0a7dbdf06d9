"""What keeps a page from the public besides its words: how hard it reads, and what somebody who cannot
see it would meet. Pure questions."""

import re
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cms.measured import measured
from community.language.readability import Reading
from community.refusal import Refusal

HARD = Refusal(
    "grade",
    _("It reads harder than this library allows. Shorter words and sentences help; see below."),
)
EMPTY_HEADING = Refusal(
    "heading", _("A heading has no text below it. Write some, or take the heading out.")
)
HEADING_ORDER = Refusal(
    "heading_order",
    _("Steps have a small title of their own. Put a heading somewhere above them first."),
)
LINK_WORDS = Refusal(
    "link_words",
    _("A link stands on “here” or on a bare address. Put it on words that say where it leads."),
)
PICTURE_WORDS = Refusal(
    "picture", _("Say for each picture what it shows, and not what its file is called.")
)
CAPTIONS = Refusal(
    "captions", _("A film needs captions, for people who cannot hear it. Say that it has them.")
)
TRANSCRIPT = Refusal("transcript", _("Write below each recording what is said in it."))
FEW = 60  # words; below that a grade says little
_SAYS_NOTHING = frozenset(
    "here|click here|click|this|this link|this page|link|more|read more|read on|page|website".split(
        "|"
    )
)
_ADDRESS = re.compile(r"^(?:https?://|www\.)", re.IGNORECASE)
_FILE = re.compile(r"^\S+\.(?:jpe?g|png|gif|webp|avif|heic|svg)$", re.IGNORECASE)


def refusals(page: Any, *, links: list[str], hardest: int) -> list[Refusal]:
    """Everything of it, in the order of the page. `links` are the words its links stand on."""
    found = []
    if _has_empty_heading(page.body):
        found.append(EMPTY_HEADING)
    if _skips_a_heading(page.body):
        found.append(HEADING_ORDER)
    if any(says_nothing(words) for words in links):
        found.append(LINK_WORDS)
    if any(_shows_nothing(block) for block in page.body):
        found.append(PICTURE_WORDS)
    recordings = [block.value for block in page.body if block.block_type == "recording"]
    if any(one.get("is_film") and not one.get("has_captions") for one in recordings):
        found.append(CAPTIONS)
    if any(not str(one.get("words") or "").strip() for one in recordings):
        found.append(TRANSCRIPT)
    if not page.is_told and is_hard(page, hardest=hardest):
        found.append(HARD)
    return found


def is_hard(page: Any, *, hardest: int) -> bool:
    """Whether our own words ask for more school than that. What somebody said is not measured, and
    neither is a language for which the figures say nothing."""
    reading = measured(f"{page.summary}\n\n{page.own_words()}")
    return is_measurable(reading) and reading.grade > hardest


def is_measurable(reading: Reading) -> bool:
    """Whether the figures say something: they were made for English, and of few words say little."""
    return settings.LANGUAGE_CODE.startswith("en") and reading.words >= FEW


def _has_empty_heading(body: Any) -> bool:
    kinds = [block.block_type for block in body]
    return any(
        kind == "heading" and following in ("heading", "")
        for kind, following in pairwise([*kinds, ""])
    )


def _skips_a_heading(body: Any) -> bool:
    """Titles of steps are of the third order: one of the second stands before them."""
    kinds = [block.block_type for block in body]
    return "steps" in kinds and "heading" not in kinds[: kinds.index("steps")]


def says_nothing(words: str) -> bool:
    """Whether words of a link do not say where it leads."""
    said = " ".join(words.lower().split()).strip(" .:→»›>")
    return said in _SAYS_NOTHING or not said or bool(_ADDRESS.match(said))


def _shows_nothing(block: Any) -> bool:
    if block.block_type != "picture":
        return False
    return not shows_something(str(block.value.get("words") or ""))


def shows_something(words: str) -> bool:
    """Whether words say what a picture shows."""
    return bool(words.strip()) and not _FILE.match(words.strip())
