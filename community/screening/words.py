"""The reasons in words for the person who reads them at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from community.screening.findings import Reason, Signal, Turn

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

SIGNALS = {
    Signal.ACT: _("Something may have been done already"),
    Signal.PLAN: _("A plan, a time, means at hand or a farewell"),
    Signal.METHOD: _("A way of dying is named"),
    Signal.THOUGHT: _("Thoughts of suicide"),
    Signal.WISH: _("A wish to be dead or not to wake up"),
    Signal.HOPELESS: _("Seeing no way on"),
    Signal.SELF_HARM: _("Self-harm"),
    Signal.TOPIC: _("Suicide is mentioned"),
    Signal.CONCERN: _("Worry about another person"),
    Signal.ATTACK: _("An attack on someone: look after the person it is aimed at"),
    Signal.WORDING: _(
        "No single phrase: the wording as a whole is like that of people in distress"
    ),
    Signal.LANGUAGE: _("Unknown language: a person should read this"),
}
TURNS = {
    Turn.NEGATION: _("said as a denial"),
    Turn.PAST: _("about the past"),
    Turn.RECOVERY: _("told as recovery"),
    Turn.THIRD_PERSON: _("about another person"),
    Turn.HELPER: _("asked or advised as help"),
    Turn.IDIOM: _("a figure of speech or a joke"),
    Turn.QUOTATION: _("a quotation"),
    Turn.FICTION: _("a song, book, film or game"),
    Turn.BEREAVEMENT: _("about a loss"),
    Turn.DOSE: _("a usual dose of medicine"),
}


def reason_words(reason: Reason) -> _StrPromise:
    """One plain line: what was heard and, if anything, what turned it."""
    if not reason.turned:
        return SIGNALS[reason.signal]
    turned = lazystr(", ".join(["{}"] * len(reason.turned)))
    return format_lazy(
        "{} ({})",
        SIGNALS[reason.signal],
        format_lazy(str(turned), *(TURNS[turn] for turn in reason.turned)),
    )
