"""The texts people say yes to, each in versions that are kept: what was agreed can be read again.

A new version is added at the end of its list, never over an old one. Everybody is asked again
before they next enter a room.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.accounts.enums import ConsentKind
from community.house.queries import own_rules, own_rules_as_of


@dataclass(frozen=True, slots=True)
class Text:
    """One version of a text, in lines."""

    version: str
    lines: tuple[str | Promise, ...]


_RULES_1 = Text(
    "1",
    (
        _("Be kind. Everyone here is having a hard time of some sort."),
        _("No real names, no phone numbers, no addresses: not yours, not anyone else's."),
        _("Speak from your own life. Nobody has to take advice."),
        _("Please leave out ways of hurting oneself. They can stay with someone who reads them."),
        _("If a life is in danger, the team may have to act, and may have to tell someone."),
        _(
            "A program looks for words about suicide and calls the team. "
            "At night there may be nobody to call."
        ),
    ),
)
_HEALTH_1 = Text(
    "1",
    (
        _("It is all right that you keep what I write about my health."),
        _(
            "We keep it so that the people you choose can read it. We do not sell it or pass it "
            "on, except where a life is in danger. You can take this back at any time, in two "
            "steps, on your page."
        ),
    ),
)

VERSIONS: dict[ConsentKind, tuple[Text, ...]] = {
    ConsentKind.RULES: (_RULES_1,),
    ConsentKind.HEALTH_DATA: (_HEALTH_1,),
}


def current(kind: ConsentKind) -> Text:
    """The text that is asked for now. The operator's own rules follow ours; a change of theirs is
    a version of its own, such as "1.2"."""
    ours = VERSIONS[kind][-1]
    number, lines = own_rules() if kind == ConsentKind.RULES else (0, ())
    return Text(f"{ours.version}.{number}", (*ours.lines, *lines)) if number else ours


def text(kind: ConsentKind, version: str) -> Text | None:
    """The text as it was in a version, or None for a version that never was."""
    first, _dot, number = version.partition(".")
    ours = next((found for found in VERSIONS[kind] if found.version == first), None)
    if ours is None or not number:
        return ours
    lines = own_rules_as_of(int(number)) if number.isdecimal() else ()
    return Text(version, (*ours.lines, *lines)) if lines else None
