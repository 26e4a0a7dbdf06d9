"""Words of the desk: levels, states and named sets of states."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How soon a person must look."""

    NOW = "now", _("Now")
    SOON = "soon", _("Within 30 minutes")
    TODAY = "today", _("Today")
    CALM = "calm", _("Tomorrow")


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
    REPLY = "reply", _("someone answered us")
    WORRY = "worry", _("someone is worried about a person")
    HELLO = "hello", _("someone new has no answer yet")
    ASKED = "asked", _("someone asked for something and has no answer yet")
    UNREAD = "unread", _("words on a wall that nobody from the team has read")
    BOX = "box", _("someone wrote to the team")


# Somebody may need a person: their silence closes nothing.
ABOUT_CARE = frozenset({ItemKind.SIGNAL, ItemKind.WORRY})


class Rung(models.TextChoices):
    """Who is called, one after the other, while nobody has an item."""

    FIRST = "first", _("whoever is on duty or on call")
    AREA = "area", _("everybody who looks after the place")
    LEAD = "lead", _("the safeguarding lead, or who stands in")
    LEADS = "leads", _("those who lead")


class MeasureKind(models.TextChoices):
    """What can be decided about a person's place here."""

    HIDING = "hiding", _("words hidden")
    WARNING = "warning", _("a warning")
    REMOVAL = "removal", _("removed from a room")
    PAUSE = "pause", _("a pause from writing")
    SUSPENSION = "suspension", _("suspended")
    COVERING = "covering", _("a part of words covered")
    BREATHER = "breather", _("a breather")
    SUPPORT = "support", _("a support agreement")


# Steps against somebody: each names the rule it rests on, and none follows from being unwell.
SANCTIONS = frozenset(
    {
        MeasureKind.WARNING,
        MeasureKind.REMOVAL,
        MeasureKind.PAUSE,
        MeasureKind.SUSPENSION,
    }
)
# Kept for the person to read, and no sanction: nothing is ever held against anybody for it.
CARE = frozenset({MeasureKind.BREATHER, MeasureKind.SUPPORT})


class Arrived(models.TextChoices):
    """What became of emergency services that somebody called, or meant to."""

    ARRIVED = "arrived", _("Help reached them")
    UNKNOWN = "unknown", _("Somebody called, and we cannot know whether help reached them")
    NOT = "not", _("It was not needed any more")


class ReportReason(models.TextChoices):
    """What somebody tells the team; the form puts them together by kind. "Worried" has a page of
    its own."""

    DIE = "die", _("Someone may die or be hurt now")
    CHILD = "child", _("A child, or someone who cannot protect themselves")
    THREAT = "threat", _("A threat against someone")
    OUTSIDE = "outside", _("I know this person outside, and I am afraid")
    SEXUAL = "sexual", _("Sexual messages")
    MONEY = "money", _("Money, or being asked to meet")
    YOUNG = "young", _("Someone here may be too young")
    METHOD = "method", _("It tells how to hurt oneself or others")
    HATE = "hate", _("Hate against a person or a group")
    HURTS = "hurts", _("It is cruel, or attacks someone")
    ADVICE = "advice", _("Advice that can do harm")
    CONTACT = "contact", _("It shares contact details or names")
    RULES = "rules", _("It is against what this group agreed")
    SPAM = "spam", _("It sells something, or does not belong here")
    OTHER = "other", _("Something else")
    WORRIED = "worried", _("I am worried about this person")


class Apart(models.TextChoices):
    """Why somebody of the team does not look at an item."""

    TOLD = "told", _("told the team about it")
    MENTORS = "mentors", _("mentors one of them, or is mentored")
    BLOCKED = "blocked", _("one of them does not hear the other")
    PRESENT = "present", _("wrote in the lines shown")
    DECLARED = "declared", _("says they are too near to it")
    DECIDED = "decided", _("decided what is looked at again")


class Urgency(models.TextChoices):
    """What somebody who is worried knows of the hurry. Nothing is chosen for them."""

    NOW = "now", _("Someone may be hurt now, or very soon")
    NOT_NOW = "not_now", _("Not now, but I am worried")
    UNSURE = "unsure", _("I do not know")


class HardTopic(models.TextChoices):
    """What somebody of the team may ask not to be called to."""

    SUICIDE = "suicide", _("suicide")
    SELF_HARM = "self_harm", _("self-harm")
    VIOLENCE = "violence", _("threats, hate and cruelty")
    SEXUAL = "sexual", _("sexual messages")
    CHILDREN = "children", _("children at risk")


class Why(models.TextChoices):
    """Why a moderator decides as they do: about words and acts, never about the person."""

    METHOD = "method", _("it names a way to be harmed")
    CONTACT = "contact", _("it holds contact details or names")
    OTHERS = "others", _("it tells something about somebody else")
    UNKIND = "unkind", _("it could hurt somebody here")
    HEAVY = "heavy", _("it may be too heavy for the room right now")
    PLACE = "place", _("it belongs somewhere else")
    RULES = "rules", _("it is against a rule of the house")
    CARE = "care", _("it is about care, nothing was wrong")
    FINE = "fine", _("it is all right here")
    SETTLED = "settled", _("it settled itself")
    OTHER = "other", _("something else")


class DutyKind(models.TextChoices):
    """What keeps a moderator's lease alive."""

    SCREEN = "screen", _("at the screen")
    PAGE = "page", _("at the screen, without scripts")
    CALL = "call", _("on a call")
