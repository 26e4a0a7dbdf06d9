"""Reasons in sentences: one for who chooses, one for who is asked."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext as _

from community.accounts.enums import Topic
from mentoring.enums import Aim, Gender, Language, Situation, Style, Value, When
from mentoring.matching.cast import Reason
from mentoring.matching.hours import said


def to_member(reason: Reason) -> str:
    """The reason as the member reads it, about the mentor."""
    keys = reason.keys
    match reason.kind:
        case "topics":
            return _("Knows from their own life: %(what)s.") % {"what": names(Topic, keys)}
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
        case "diagnosis":
            return _("You both asked for a diagnosis to count, and you share one.")
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


def to_team(reasons: Iterable[Reason]) -> list[str]:
    """The reasons as the member reads them, for whoever chooses for them; that a diagnosis counts is
    for the two alone."""
    return [to_member(reason) for reason in reasons if reason.kind != "diagnosis"]


def to_mentor(reason: Reason) -> str:
    """The same reason as the mentor reads it, about the member."""
    keys = reason.keys
    match reason.kind:
        case "topics":
            return _("You know from your own life: %(what)s.") % {"what": names(Topic, keys)}
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
        case "diagnosis":
            return _("You both asked for a diagnosis to count, and you share one.")
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
