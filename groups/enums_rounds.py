"""Words of talking rounds, of pace, and of being there."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Presence(models.TextChoices):
    """How somebody is in a room: seen by name, or listening. Nothing chosen means listening, until
    they write."""

    HERE = "here", _("I am here")
    LISTENING = "listening", _("I am just listening")


class TurnState(models.TextChoices):
    """Where somebody stands in a round. asks: came later and waits to be let in."""

    ASKS = "asks", _("would like a turn")
    WAITS = "waits", _("has a turn to come")
    SPEAKS = "speaks", _("has the turn")
    SPOKE = "spoke", _("had a turn")
    PASSED = "passed", _("passed")
    LISTENS = "listens", _("listens")
    OUT = "out", _("stepped out")


# Who is in the round and shown by name; whom the host sees as not having spoken.
IN_ROUND = frozenset(set(TurnState) - {TurnState.OUT})
NOT_SPOKEN = IN_ROUND - {TurnState.SPEAKS, TurnState.SPOKE}


class Pace(models.IntegerChoices):
    """How many seconds lie between two messages of one person."""

    FREE = 0, _("As people write")
    CALM = 10, _("One message every 10 seconds")
    SLOW = 30, _("One message every 30 seconds")
    SLOWEST = 60, _("One message a minute")
