"""What the words of a report, a letter or an appeal say about how soon someone must look."""

from dataclasses import dataclass

from community import screening
from community.safety.enums import Level, ReportReason

_ORDER = (Level.CALM, Level.TODAY, Level.SOON, Level.NOW)
_OF_WORDS = {"amber": Level.TODAY, "red": Level.SOON, "crisis": Level.NOW}
_OF_REASON = {
    ReportReason.WORRIED: Level.SOON,
    ReportReason.METHOD: Level.SOON,
    ReportReason.HURTS: Level.TODAY,
    ReportReason.CONTACT: Level.TODAY,
    ReportReason.OTHER: Level.TODAY,
    ReportReason.RULES: Level.CALM,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """How soon, and the codes that say why. Codes are never words of anybody."""

    level: Level
    codes: tuple[str, ...] = ()


def read(words: str, *, at_least: Level) -> Reading:
    """Screens the words: they can only raise the level."""
    found = screening.screen(words) if words.strip() else None
    if found is None or str(found.level) not in _OF_WORDS:
        return Reading(at_least)
    level = max(at_least, _OF_WORDS[str(found.level)], key=_ORDER.index)
    codes = {str(reason.signal) for reason in found.reasons if not reason.turned}
    return Reading(level, tuple(sorted(codes)))


def read_report(reason: ReportReason, words: str) -> Reading:
    """A report starts by its reason; its words can only raise it."""
    found = read(words, at_least=_OF_REASON[reason])
    return Reading(found.level, (f"reported_{reason.value}", *found.codes))
