"""Words for people: roles, states, consents."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may be asked to do here. Everyone who joined is a member without a grant."""

    MEMBER = "member", _("member")
    GREETER = "greeter", _("greeter")
    MENTOR = "mentor", _("mentor")
    MODERATOR = "moderator", _("moderator")
    WELLBEING_REVIEWER = "wellbeing_reviewer", _("wellbeing reviewer")
    SAFEGUARDING_LEAD = "safeguarding_lead", _("safeguarding lead")
    COORDINATOR = "coordinator", _("coordinator")
    EDITOR = "editor", _("editor")
    REVIEWER = "reviewer", _("reviewer")
    PROVIDER = "provider", _("provider")
    OPERATOR = "operator", _("operator")


# Roles that read or decide over other people's words, or run the place: a second factor is theirs.
STAFF = frozenset(
    {
        Role.MODERATOR,
        Role.WELLBEING_REVIEWER,
        Role.SAFEGUARDING_LEAD,
        Role.COORDINATOR,
        Role.EDITOR,
        Role.REVIEWER,
        Role.PROVIDER,
        Role.OPERATOR,
    }
)


class Standing(models.TextChoices):
    """Where an account stands."""

    WAITING = "waiting", _("waiting for a person to let them in")
    ACTIVE = "active", _("active")
    SUSPENDED = "suspended", _("suspended")
    LEAVING = "leaving", _("leaving, can come back")
    GONE = "gone", _("gone")
    DIED = "died", _("has died")


class ConsentKind(models.TextChoices):
    """What a person said yes to, each in a version of its own."""

    RULES = "rules", _("the house rules")
    HEALTH_DATA = "health_data", _("keeping what I write about my health")


class Offer(models.TextChoices):
    """Small things that can wait until somebody came back, in the order in which they are offered,
    one at a time."""

    CODE = "code", _("a code to come back with")
    PRONOUNS = "pronouns", _("pronouns")
    ABOUT = "about", _("a line about you")
    DANGER = "danger", _("a sealed note for a hard hour")


class Along(models.TextChoices):
    """What becomes of words that stand under an old name, when somebody takes a new one."""

    TOGETHER = "together", _("It comes along: everybody reads it under my new name")
    APART = "apart", _("It stays under my old name, and nobody learns that both are me")
