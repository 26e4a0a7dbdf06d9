"""Words of the library's review, and of what keeps people from help."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CheckKind(models.TextChoices):
    """The two checks every page passes, in this order."""

    CLINICAL = "clinical", _("Clinical check")
    LIVED = "lived", _("Lived-experience check")


class Barrier(models.TextChoices):
    """What stands between somebody and help, as they would say it."""

    COST = "cost", _("It costs too much")
    TRAVEL = "travel", _("It is too far, or hard to get to")
    LANGUAGE = "language", _("It is not in my language")
    SEEN = "seen", _("Somebody could find out")
    WORK = "work", _("I cannot get away from work")
    TRUST = "trust", _("I do not trust it")
    HARM = "harm", _("I asked for help before, and it hurt")


class Found(models.TextChoices):
    """What was found at an address outside."""

    WORKS = "works", _("works")
    GONE = "gone", _("is there no more")
    SILENT = "silent", _("does not answer")
    SHUT = "shut", _("lets no program look")
    INSIDE = "inside", _("does not lead to the open internet")
