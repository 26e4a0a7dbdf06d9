"""How a text of ours reads, without what nobody may put into plainer words."""

from functools import cache

from community.language.readability import Reading, read
from community.wellbeing import instruments
from community.wellbeing.instruments import Wording


def measured(text: str) -> Reading:
    """A text's measures. The questions of published scales are left out: they stay as they are."""
    return read(text, leave_out=_published())


@cache
def _published() -> tuple[str, ...]:
    """Longer wording first: a shorter one may stand in it."""
    words = {
        str(wording)
        for one in instruments.ALL
        if one.wording is not Wording.OURS
        for wording in (one.stem, one.recall, *(item.words for item in one.asked))
        if wording
    }
    return tuple(sorted(words, key=len, reverse=True))
