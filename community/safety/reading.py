"""What the words of a report, a letter or an appeal say about how soon someone must look."""

from dataclasses import dataclass

from community import screening
from community.safety.enums import Level, ReportReason, Urgency

_ORDER = (Level.CALM, Level.TODAY, Level.SOON, Level.NOW)
_OF_WORDS = {"amber": Level.TODAY, "red": Level.SOON, "crisis": Level.NOW}
_OF_REASON = {
    ReportReason.DIE: Level.NOW,
    **dict.fromkeys(
        (
            ReportReason.CHILD,
            ReportReason.THREAT,
            ReportReason.OUTSIDE,
            ReportReason.SEXUAL,
            ReportReason.MONEY,
            ReportReason.YOUNG,
            ReportReason.METHOD,
            ReportReason.WORRIED,
        ),
        Level.SOON,
    ),
    ReportReason.RULES: Level.CALM,
    ReportReason.SPAM: Level.CALM,
}
_OF_OTHERS = Level.TODAY


@dataclass(frozen=True, slots=True)
class Reading:
    """How soon, and the codes that say why. Codes are never words of anybody."""

    level: Level
    codes: tuple[str, ...] = ()


def concern(found: screening.Finding) -> Reading | None:
    """What screening found, as the desk takes it; None where nobody needs to be told.

    The one place where a level of words becomes a level of the desk. Words in a language the
    program cannot read say nothing to it, so a person reads them today.
    """
    level = _OF_WORDS.get(str(found.level))
    standing = [reason for reason in found.reasons if not reason.turned]
    if level is None and any(r.signal == screening.Signal.LANGUAGE for r in standing):
        level = Level.TODAY
    if level is None:
        return None
    reasons = standing or found.reasons
    return Reading(level, tuple(dict.fromkeys(str(reason.signal) for reason in reasons)))


def sooner(one: Level, other: Level) -> Level:
    """The one of two levels that hurries more."""
    return max(one, other, key=_ORDER.index)


def read(words: str, *, at_least: Level) -> Reading:
    """Screens the words: they can only raise the level."""
    heard = concern(screening.screen(words)) if words.strip() else None
    if heard is None:
        return Reading(at_least)
    return Reading(sooner(at_least, heard.level), tuple(sorted(heard.codes)))


def read_report(reason: ReportReason, words: str) -> Reading:
    """A report starts by its reason; its words can only raise it."""
    found = read(words, at_least=_OF_REASON.get(reason, _OF_OTHERS))
    return Reading(found.level, (f"reported_{reason.value}", *found.codes))


def read_worry(urgency: Urgency, words: str) -> Reading:
    """A worry about somebody starts by what its reporter knows of the hurry; its words can only
    raise it."""
    found = read(words, at_least=Level.NOW if urgency == Urgency.NOW else Level.SOON)
    return Reading(found.level, (f"reported_{ReportReason.WORRIED.value}", *found.codes))
