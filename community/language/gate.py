"""What the words of a text ask before it may be public.

What we say ourselves has to be free of words that must go. Where somebody tells their own life, or
is quoted, such a word may stay for a reason that is kept. A way of dying told in detail and the
names of others stay out of every story, whatever the reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from community.language.linter import Finding, check
from community.language.stories import Place, dangers
from community.language.terms import Severity


@dataclass(frozen=True, slots=True)
class Gate:
    """Places in our own words and in told words: what blocks, what needs a reason, what informs."""

    blocking: tuple[Finding, ...]
    for_a_reason: tuple[Finding, ...]
    informing: tuple[Finding, ...]
    dangers: tuple[Place, ...]

    @property
    def is_shut(self) -> bool:
        """Whether no reason opens it."""
        return bool(self.blocking or self.dangers)

    def lets(self, *, reason: str) -> bool:
        """Whether the text may be public, with this reason for the words that need one."""
        return not self.is_shut and (not self.for_a_reason or bool(reason.strip()))


def gate(*, own: str = "", told: str = "", story: bool = False) -> Gate:
    """`own` is what the house says; `told` are quotations, transcripts and stories. Places point
    into the one or the other. `story` says that the told words are somebody's life."""
    ours, theirs = check(own), check(told)
    return Gate(
        blocking=_of(ours, Severity.MUST),
        for_a_reason=(*_of(ours, Severity.SHOULD), *_of(theirs, Severity.MUST)),
        informing=(
            *_of(ours, Severity.CONSIDER),
            *_of(theirs, Severity.SHOULD),
            *_of(theirs, Severity.CONSIDER),
        ),
        dangers=dangers(told) if story else (),
    )


def _of(findings: tuple[Finding, ...], severity: Severity) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity is severity)
