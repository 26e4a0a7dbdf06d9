"""The words of the operator's settings."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Joining(models.TextChoices):
    OPEN = "open", _("everyone who reads the rules")
    INVITATION = "invitation", _("everyone with an invitation code or a referral card")
    APPROVAL = "approval", _("everyone a coordinator lets in")


class Night(models.TextChoices):
    """Who pays attention outside the hours."""

    NOBODY = "nobody", _("nobody: people are told so and sent to lines that are open")
    ON_CALL = "on_call", _("somebody on call, named below")


class Wall(models.TextChoices):
    """What becomes of words in slow rooms outside the hours."""

    WAIT = "wait", _("they wait until somebody from the team has read them")
    APPEAR = "appear", _("they appear at once, and the team can cover them later")


class Point(models.TextChoices):
    """What a person has to stand behind before strangers are let in."""

    COUNTRY = "country", _("The country and its helplines are right")
    HOURS = "hours", _("The hours are staffed, and the rota says by whom")
    SAFEGUARDING = "safeguarding", _("The safeguarding lead and the deputy know that they are")
    NIGHT = "night", _("It is settled who pays attention at night, or that nobody does")
    TEXTS = "texts", _("The house rules and what we say about privacy are right for this place")
    MAIL = "mail", _("Mail goes out")
    BACKUP = "backup", _("A backup was restored once")


# What somebody says with their name: each button says what it is for.
STANDS_BEHIND: dict[Point, Promise] = {
    Point.COUNTRY: _("I stand behind these lines"),
    Point.HOURS: _("I stand behind these hours"),
    Point.SAFEGUARDING: _("I stand behind these two people"),
    Point.NIGHT: _("I stand behind what is said for the night"),
    Point.TEXTS: _("I stand behind these texts"),
    Point.MAIL: _("I have seen mail arrive"),
    Point.BACKUP: _("I have seen a backup restored"),
}

# Settings that a point speaks of: where one changes, the point is shown to be looked at again.
SPEAKS_OF: dict[Point, frozenset[str]] = {
    Point.COUNTRY: frozenset({"country"}),
    Point.HOURS: frozenset({"staffed_from", "staffed_until", "rota"}),
    Point.SAFEGUARDING: frozenset({"lead", "lead_reach", "deputy", "deputy_reach"}),
    Point.NIGHT: frozenset({"night", "night_who"}),
    Point.TEXTS: frozenset({"own_rules"}),
    Point.MAIL: frozenset(),
    Point.BACKUP: frozenset(),
}
