"""What the words of a page ask of its editor: better words where some hurt, and nothing in a story
that could harm a reader or somebody else in it. Pure questions."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from community.language.linter import Finding, check
from community.language.stories import Danger, dangers
from community.language.terms import Severity
from community.refusal import Refusal

MUST = Refusal(
    "must", _("Some words here hurt people. Choose better ones; they are listed with the text.")
)
REASON = Refusal(
    "reason", _("Some words could hurt. Choose better ones, or say below why they stay.")
)
METHOD = Refusal(
    "method", _("It tells how somebody was hurt. Take that part out; the rest can stay.")
)
NAME = Refusal("name", _("It names somebody who did not agree to be in it. Leave the name out."))

_SAID = {
    Severity.MUST: _("“%(word)s” hurts people. Better: %(better)s."),
    Severity.SHOULD: _("“%(word)s” could hurt somebody. Better: %(better)s."),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What was found. `told` are the parts in which somebody speaks of their own life: nobody is
    corrected there, but what could harm others stays out."""

    findings: tuple[Finding, ...]
    dangers: frozenset[Danger]
    quoted: tuple[Finding, ...] = ()  # words that hurt in what somebody else said

    @property
    def all(self) -> tuple[Finding, ...]:
        return (*self.findings, *self.quoted)

    def refusal(self, *, is_told: bool, why: str) -> Refusal | None:
        """Why the page cannot be public with these words. `is_told`: it is somebody's own story,
        where a reason is enough, as it is in a quote; `why` is that reason."""
        if Danger.METHOD in self.dangers:
            return METHOD
        if Danger.NAME in self.dangers:
            return NAME
        severities = {finding.severity for finding in self.findings}
        if Severity.MUST in severities and not is_told:
            return MUST
        asks = self.quoted or severities & {Severity.MUST, Severity.SHOULD}
        return REASON if asks and not why.strip() else None


def of_page(page: Any) -> Wording:
    """Everything in the page's title, sentence and text, and what stands beside it. Quotes and
    recordings are somebody's own words: of them only what hurts others asks for something, a reason
    why it stays."""
    is_told = page.is_told
    own = "\n\n".join((page.title, page.summary, page.own_words(), *page.small_words()))
    told = page.told_words()
    if is_told:
        told = "\n\n".join((page.title, page.summary, page.plain_words(), *page.small_words()))
    said = check(page.told_words())
    quoted = tuple(one for one in said if one.severity is Severity.MUST)
    return Wording(check(own), frozenset(place.danger for place in dangers(told)), quoted)


def of_shelf(*texts: str) -> Refusal | None:
    """Why a shelf cannot be public with these words: it has no place for a reason why they stay, and
    none where they would be listed. The gravest is named, with better ones."""
    found = [one for one in of_texts(*texts) if one.severity in _SAID]
    if not found:
        return None
    gravest = min(found, key=lambda one: list(_SAID).index(one.severity))
    named = {"word": gravest.term, "better": _(", or ").join(gravest.better)}
    return Refusal("shelf", _SAID[gravest.severity] % named)


def of_texts(*texts: str) -> tuple[Finding, ...]:
    """What stands in some short texts of ours."""
    return check("\n\n".join(text for text in texts if text))
