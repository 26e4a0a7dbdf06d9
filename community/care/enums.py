"""Words for what is between a member and the person who treats them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class How(models.TextChoices):
    """How a coordinator made sure who somebody of a care team is."""

    REGISTER = "register", _("found in the public register of the profession")
    EMPLOYER = "employer", _("asked at the place where they work")
    PAPERS = "papers", _("saw their papers, in person")


class Side(models.TextChoices):
    """Who ended something."""

    MEMBER = "member", _("the member")
    PROVIDER = "provider", _("the provider")
    SERVICE = "service", _("the service")


class Kind(models.TextChoices):
    """What can be handed over, in the order in which it is read."""

    CARD = "card", _("How I like to be spoken with")
    GOAL = "goal", _("A goal")
    SECTION = "section", _("From my plan")
    SINCE = "since", _("Since we last met")
    DAYS = "days", _("How my days were")
    ANSWERS = "answers", _("Answers to questions about the last weeks")


class Asked(models.TextChoices):
    """What became of a scale that was asked for."""

    GIVEN = "given", _("handed over")
    NOT_NOW = "not_now", _("not this time")


class Came(models.TextChoices):
    """What came of talking about something."""

    KEEP = "keep", _("Keep")
    CHANGE = "change", _("Change")
    STOP = "stop", _("Stop")


class DecidedBy(models.TextChoices):
    """Who decided it, as the provider wrote it down."""

    BOTH = "both", _("the two of us together")
    MEMBER = "member", _("they alone")
    PROVIDER = "provider", _("I alone")
    OTHER = "other", _("somebody else")
