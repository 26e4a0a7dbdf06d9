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
    CARD = "card", _("what helps in talking with you")
    TAGS = "tags", _("what you have lived with")
    DANGER = "danger", _("a sealed note for a hard hour")


class Topic(models.TextChoices):
    """What somebody lives with or has lived through, in plain words, none of them a diagnosis."""

    LOW = "low", _("low days")
    WORRY = "worry", _("worry and fear")
    SLEEP = "sleep", _("sleep")
    LOSS = "loss", _("losing someone")
    WORK = "work", _("work and money")
    FAMILY = "family", _("family")
    HOSPITAL = "hospital", _("a stay in hospital")
    ALONE = "alone", _("being alone")
    BODY = "body", _("food and body")
    DRINK = "drink", _("alcohol or drugs")
    NEAR = "near", _("being near someone who struggles")
    VOICES = "voices", _("hearing or seeing things others do not")


class Lived(models.TextChoices):
    """When somebody lived with it, or whether it was somebody near."""

    NOW = "now", _("now")
    PAST = "past", _("in the past")
    FAMILY = "family", _("in the family, or near")


class TagSeen(models.TextChoices):
    """Who may read a tag, each wider than the one before."""

    ME = "me", _("Only me")
    TWO = "two", _("Only people I talk with one to one")
    ROOMS = "rooms", _("People in my rooms, under “Who this is”")


class Along(models.TextChoices):
    """What becomes of words that stand under an old name, when somebody takes a new one."""

    TOGETHER = "together", _("It comes along: everybody reads it under my new name")
    APART = "apart", _("It stays under my old name, and nobody learns that both are me")
