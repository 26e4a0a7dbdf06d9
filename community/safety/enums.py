"""Words of the desk: levels, states and named sets of states."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How soon a person must look."""

    NOW = "now", _("Now")
    SOON = "soon", _("Soon")
    TODAY = "today", _("Today")
    CALM = "calm", _("When there is time")


class ItemState(models.TextChoices):
    """Where a desk item stands."""

    OPEN = "open", _("waits for someone")
    TAKEN = "taken", _("someone has it")
    WAITING = "waiting", _("waits for the person")
    CLOSED = "closed", _("closed")


UNFINISHED = frozenset({ItemState.OPEN, ItemState.TAKEN, ItemState.WAITING})


class ItemKind(models.TextChoices):
    """Why an item is on the desk."""

    REPORT = "report", _("someone reported this")
    SIGNAL = "signal", _("words that may need a person")
    HELD = "held", _("words that wait for the team")
    REQUEST = "request", _("someone asks to join")
    APPEAL = "appeal", _("someone asks us to look again")


class MeasureKind(models.TextChoices):
    """What can be decided about a person's place here."""

    WARNING = "warning", _("a word with you")
    REMOVAL = "removal", _("removed from a room")
    PAUSE = "pause", _("a pause from writing")
    SUSPENSION = "suspension", _("suspended")


class DutyKind(models.TextChoices):
    """What keeps a moderator's lease alive."""

    SCREEN = "screen", _("at the screen")
    PAGE = "page", _("at the screen, without scripts")
    CALL = "call", _("on a call")
