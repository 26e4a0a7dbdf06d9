"""Five situations that have a route of their own: what to ask, what not to promise, who decides.

The cards route and remind. They name nobody, call nobody outside and disclose nothing. Fixed words,
ours: whose word stands behind them here is written down (`fixed_words`).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Situation:
    """One card. `codes`: what on an item makes this card the first that is offered."""

    key: str
    title: Words
    first: Words
    ask: tuple[Words, ...]
    never: tuple[Words, ...]
    decides: Words
    codes: frozenset[str]


_NO_SECRET = _("That it stays between the two of you. Say that you may have to tell the lead.")

SITUATIONS = (
    Situation(
        "child",
        _("A child or an adult may be at risk"),
        _("Somebody who cannot protect themselves may be hurt, neglected or used."),
        (
            _("Is anybody hurt or in danger at this moment?"),
            _("Who is it about, and how old? Only as much as they want to say."),
            _("Does anybody else know? Who is with them today?"),
        ),
        (_NO_SECRET, _("That nothing will happen, or what will happen. You do not know it.")),
        _(
            "The safeguarding lead decides whether anybody outside is told. You do not look into "
            "it, and you speak to nobody who is accused."
        ),
        frozenset({"reported_child"}),
    ),
    Situation(
        "danger",
        _("Somebody may hurt another person"),
        _("A threat, a plan or a wish to hurt somebody, here or outside."),
        (
            _("Do you mean to do it? When, and how?"),
            _("Is the person near you now? Can you put distance between you?"),
            _("What has helped before, when it felt like this?"),
        ),
        (_NO_SECRET, _("That nobody will be warned.")),
        _(
            "The safeguarding lead, with a second person, decides whether somebody is warned. Where "
            "an act is under way one person on duty may call, and a second looks at it afterwards."
        ),
        frozenset({"reported_threat"}),
    ),
    Situation(
        "outside",
        _("Somebody violent, or somebody from outside, is near"),
        _("They know the person, are followed by them, or live with them."),
        (
            _("Are you safe where you are? Can they see this screen?"),
            _("Shall we hide you from one another now? They are not told."),
            _("Would another name help? What is safe for us to write to you?"),
        ),
        (
            _("That the other will be stopped."),
            _("To write to them by mail or outside, unless they said how."),
        ),
        _(
            "The member decides each step. The safeguarding lead decides about the other person's "
            "place here, and never lets them learn who told."
        ),
        frozenset({"reported_outside", "attack"}),
    ),
    Situation(
        "young",
        _("Somebody may be too young to be here"),
        _("They say so, or others think so."),
        (
            _("How old are you? We ask because this place is for adults, not to scold you."),
            _("Are you safe today? Is there an adult you trust?"),
            _("Shall I give you numbers that are there for young people?"),
        ),
        (_("That they can stay."), _NO_SECRET),
        _(
            "The safeguarding lead decides. Until then they stay able to reach Help now and the "
            "team, and nobody is left without a number to call."
        ),
        frozenset({"reported_young"}),
    ),
    Situation(
        "unclear",
        _("Somebody has drunk or taken something, or has lost touch"),
        _("What they write does not join up, or they see and hear what others do not."),
        (
            _("What have you taken, how much, and when? Is somebody with you?"),
            _("Can you breathe well, stay awake, sit up?"),
            _("Short sentences, one question at a time. Do not argue about what they see."),
        ),
        (
            _("That they can decide something big tonight. Say that tomorrow is soon enough."),
            _("That it will pass by itself."),
        ),
        _(
            "Where somebody may be in danger of their body, whoever is on duty says so and gives the "
            "emergency number at once; the lead is called for everything else."
        ),
        frozenset({"act"}),
    ),
)
_BY_KEY = {one.key: one for one in SITUATIONS}


def situation(key: str) -> Situation | None:
    """The card of this name."""
    return _BY_KEY.get(key)


def likely_first(signals: list[str]) -> list[Situation]:
    """All five, those that an item's codes point to first."""
    return sorted(SITUATIONS, key=lambda one: one.codes.isdisjoint(signals))


def lines() -> list[str]:
    """Everything the cards say."""
    found: list[Words] = []
    for one in SITUATIONS:
        found += (one.title, one.first, *one.ask, *one.never, one.decides)
    return [str(words) for words in found]
