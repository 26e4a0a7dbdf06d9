"""A practice room: scripted cases, invented, to try the desk's judgement where nobody is waiting.

Nothing of an answer is kept, and nobody else sees it. What fits follows what trusted services
publish; whose word stands behind it here is written down (`fixed_words`).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.safety.enums import Level

Words = str | Promise

STAY, HIDE, TEAM, LEAVE = "stay", "hide", "team", "leave"
ACTS: dict[str, Words] = {
    STAY: _("Write to the person and stay with them"),
    HIDE: _("Cover or hide the words, and say why"),
    TEAM: _("Ask a second person, or call those who lead"),
    LEAVE: _("Leave it as it is"),
}


@dataclass(frozen=True, slots=True)
class Practice:
    """One case: what is read, how soon it needs a person, which first acts fit, and why."""

    where: Words
    words: Words
    level: Level
    fits: frozenset[str]
    why: Words


CASES = (
    Practice(
        _("In a live room, at half past ten"),
        _("I have written the letters. Tonight it ends. Thank you all for everything."),
        Level.NOW,
        frozenset({STAY, TEAM}),
        _(
            "A plan and a time. Ask straight whether they are safe, stay, and let a second person "
            "call those who lead. The words stay: peers may answer, and pain is never hidden."
        ),
    ),
    Practice(
        _("In a live room, in the afternoon"),
        _("Some days I would rather not be here. I have my sister, and I will ring her."),
        Level.SOON,
        frozenset({STAY}),
        _(
            "A wish, and something that holds. Say that you read it, ask about now, and keep the "
            "sister in the talk. Nothing was wrong."
        ),
    ),
    Practice(
        _("On a wall"),
        _("Do not bother writing, Mara. Nobody would miss you."),
        Level.SOON,
        frozenset({HIDE}),
        _(
            "It is meant for somebody. Hide it and tell its author why in your own words. Then look "
            "after Mara: she may have read it."
        ),
    ),
    Practice(
        _("A report"),
        _("He says he is fifteen and asks who can buy him something to sleep."),
        Level.SOON,
        frozenset({TEAM}),
        _(
            "Somebody may be too young, and may be at risk. There is a card for it. The lead "
            "decides; until then nobody is left without a number to call."
        ),
    ),
    Practice(
        _("In a live room"),
        _("This form is killing me, I could scream. Anyone been through page nine?"),
        Level.CALM,
        frozenset({LEAVE}),
        _("A turn of speech. A flag means please read this, and you have."),
    ),
    Practice(
        _("A report about somebody who is unwell"),
        _("She wrote the same thing five times and shouts in capitals. Throw her out."),
        Level.TODAY,
        frozenset({STAY, TEAM}),
        _(
            "Unwell is not unkind. Ask how she is, offer a breather or an agreement on support. "
            "Nobody is shut out for being in crisis."
        ),
    ),
)


def said_about(case: Practice, *, level: Level, act: str) -> tuple[bool, bool]:
    """Whether the hurry fits, and whether the first act does."""
    return level == case.level, act in case.fits


def lines() -> list[str]:
    """Everything the practice room says."""
    return [str(words) for one in CASES for words in (one.where, one.words, one.why)]
