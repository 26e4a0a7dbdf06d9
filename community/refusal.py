"""A "no" that can say why: a code for programs, a sentence for people.

Rules return a Refusal or None; actions raise Refused; edges turn it into words.
"""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something may not be done. `hides` says that the thing does not exist for this person:
    a page then answers 404, exactly as for what was never there."""

    code: str
    words: str | Promise
    hides: bool = False


class Refused(Exception):
    """Raised by an action whose rule said no."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def insist(refusal: Refusal | None) -> None:
    """Raises Refused where a rule said no."""
    if refusal is not None:
        raise Refused(refusal)
