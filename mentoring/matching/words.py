"""Reasons in sentences: one for who chooses, one for who is asked."""

from collections.abc import Iterable, Mapping

from django.db import models
from django.utils.translation import gettext as _

from community.accounts.enums import Lived, Topic
from mentoring.enums import Aim, Gender, Language, Situation, Style, Value, When
from mentoring.matching.cast import Reason
from mentoring.matching.hours import said

DIAGNOSIS = "diagnosis"  # both asked for it to count, and share one


def to_member(reason: Reason) -> str:
    """The reason as the member reads it, about the mentor."""
    keys = reason.keys
    match reason.kind:
        case "topics":
            return _("Knows from their own life: %(what)s.") % {
                "what": _with_when(keys, "%(when)s", 1)
            }
        case "times":
            return _("You both have time: %(what)s.") % {"what": names(When, keys)}
        case "hours":
            return _("You both have time, by your clock: %(what)s.") % {"what": said(keys)}
        case "style":
            return _("Meets people as you like it: %(what)s.") % {"what": names(Style, keys)}
        case "languages":
            return _("You both speak: %(what)s.") % {"what": names(Language, keys)}
        case "values":
            return _("You both like or care about: %(what)s.") % {"what": names(Value, keys)}
        case "situation":
            return _("Lives as you do: %(what)s.") % {"what": names(Situation, keys)}
        case "goals":
            return _("Can help with: %(what)s.") % {"what": names(Aim, keys)}
        case "gender":
            return _("As you wished: %(what)s.") % {"what": names(Gender, keys)}
        case "age":
            return _("Of the age you wished for.")
        case "chosen":
            return _("You said that you would like to talk with them.")
        case "wished":
            return _("Would gladly talk with you.")
        case "other_values":
            return _("Did not name: %(what)s.") % {"what": names(Value, keys)}
        case "other_situation":
            return _("Did not name: %(what)s.") % {"what": names(Situation, keys)}
        case "other_goals":
            return _("Did not name as something to help with: %(what)s.") % {
                "what": names(Aim, keys)
            }
        case "untold":
            return _("Has not said anything about: %(what)s.") % {"what": names(Topic, keys)}
        case "kept":
            return _("Keeps to themself what they have lived through.")
        case "other_style" if keys[1:]:
            return _("Meets people another way: %(what)s.") % {"what": names(Style, keys[1:])}
        case "other_style":
            return _("Has not said how they meet people.")
        case "little_time":
            return _("You have little time in common: %(many)s minutes a week.") % {"many": keys[0]}
        case "two_hats":
            return _("Looks after a room you are in, so you would meet there too.")
    return ""


def before_a_yes(reasons: Iterable[Reason]) -> list[Reason]:
    """What may be read before both have said yes to each other: not that they share a diagnosis. Who
    ticked one alone would know from it which the other has."""
    return [reason for reason in reasons if reason.kind != DIAGNOSIS]


def to_choose(reasons: Iterable[Reason]) -> list[str]:
    """The reasons as the member reads them, while they choose or somebody chooses for them."""
    return [to_member(reason) for reason in before_a_yes(reasons)]


def to_answer(reasons: Iterable[Reason]) -> list[str]:
    """The reasons as a mentor reads them who is asked."""
    return [to_mentor(reason) for reason in before_a_yes(reasons)]


def to_mentor(reason: Reason) -> str:
    """The same reason as the mentor reads it, about the member."""
    keys = reason.keys
    match reason.kind:
        case "topics":
            they = _("they: %(when)s")
            return _("You know from your own life: %(what)s.") % {"what": _with_when(keys, they, 2)}
        case "times":
            return _("You both have time: %(what)s.") % {"what": names(When, keys)}
        case "hours":
            return _("You both have time, by your clock: %(what)s.") % {"what": said(keys)}
        case "style":
            return _("They like how you meet people: %(what)s.") % {"what": names(Style, keys)}
        case "languages":
            return _("You both speak: %(what)s.") % {"what": names(Language, keys)}
        case "values":
            return _("You both like or care about: %(what)s.") % {"what": names(Value, keys)}
        case "situation":
            return _("Lives as you do: %(what)s.") % {"what": names(Situation, keys)}
        case "goals":
            return _("You can help with: %(what)s.") % {"what": names(Aim, keys)}
        case "gender" | "age":
            return _("They wished for somebody of your gender or age.")
        case "chosen":
            return _("They would like to talk with you.")
        case "wished":
            return _("You said that you would gladly talk with them.")
        case "other_values":
            return _("They also named: %(what)s.") % {"what": names(Value, keys)}
        case "other_situation":
            return _("They also named: %(what)s.") % {"what": names(Situation, keys)}
        case "other_goals":
            return _("They would also like help with: %(what)s.") % {"what": names(Aim, keys)}
        case "untold":
            return _("They also named, and you did not: %(what)s.") % {"what": names(Topic, keys)}
        case "kept":
            return _("They do not know what you have lived through. You keep that to yourself.")
        case "other_style":
            return _("They would like: %(what)s.") % {"what": names(Style, keys[:1])}
        case "little_time":
            return _("You have little time in common: %(many)s minutes a week.") % {"many": keys[0]}
        case "two_hats":
            return _("You look after a room they are in, so you would meet there too.")
    return ""


def names(words: type[models.TextChoices], keys: Iterable[str]) -> str:
    """The words for these keys, in the order in which they are always shown."""
    chosen = set(keys)
    return ", ".join(str(word.label) for word in words if word.value in chosen)


def topics(chosen: Iterable[str], lived: Mapping[str, str]) -> str:
    """Topics, each with when it was where that is said."""
    return _with_when([f"{one}:{lived.get(one, '')}" for one in chosen], "%(when)s", 1)


def _with_when(keys: Iterable[str], form: str, at: int) -> str:
    """Topics as `rank` writes them into a reason: the mentor's time is the first, the member's the
    second."""
    said = {parts[0]: parts for parts in (key.split(":") for key in keys)}
    told = []
    for topic in Topic:
        if (parts := said.get(topic.value)) is None:
            continue
        when = parts[at] if parts[at:] else ""
        words = str(topic.label)
        told.append(f"{words} ({form % {'when': Lived(when).label}})" if when else words)
    return ", ".join(told)


def kept(reasons: Iterable[Reason]) -> list[list[object]]:
    """Reasons as plain values, to be kept with an offer."""
    return [[reason.kind, list(reason.keys)] for reason in reasons]


def read(rows: Iterable[list[object]]) -> list[Reason]:
    """What `kept` made, as reasons again."""
    found = []
    for kind, keys in rows:
        assert isinstance(keys, list)
        found.append(Reason(str(kind), tuple(str(key) for key in keys)))
    return found
