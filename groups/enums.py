"""Words of groups and rooms, and named sets of states."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GroupState(models.TextChoices):
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class Door(models.TextChoices):
    """How one comes into a group."""

    OPEN = "open", _("Open: whoever is signed in can join")
    PRIVATE = "private", _("Private: people ask, and a person answers")
    UNLISTED = "unlisted", _("Private and not shown: only its members can see that it exists")


class RoomKind(models.TextChoices):
    """live: words go out while a moderator is on duty. slow: a wall, at every hour. pair: two
    people and a coordinator who answers for them; it needs no duty."""

    LIVE = "live", _("live room")
    SLOW = "slow", _("slow room")
    PAIR = "pair", _("pair room")


class Memory(models.TextChoices):
    """How long words live in a room."""

    KEPT = "kept", _("Words are kept")
    DAYS = "days", _("Words are kept for a number of days")
    MEETING = "meeting", _("No word stays once the meeting is over")


class RoomState(models.TextChoices):
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class MembershipState(models.TextChoices):
    """A person's place in a support group."""

    ASKED = "asked", _("asked to join")
    ACTIVE = "active", _("member")
    LEFT = "left", _("left")
    REMOVED = "removed", _("removed")
    DECLINED = "declined", _("not now")


class SeatState(models.TextChoices):
    """A person's place in a room."""

    ACTIVE = "active", _("in the room")
    LEFT = "left", _("left")
    REMOVED = "removed", _("removed")


class MessageState(models.TextChoices):
    SHOWN = "shown", _("shown")
    HELD = "held", _("waits for a person")
    HIDDEN = "hidden", _("hidden by a moderator")
    DELETED = "deleted", _("deleted by its author")
    EXPIRED = "expired", _("kept no longer")


# A message in these states has no body any more.
EMPTIED = frozenset({MessageState.DELETED, MessageState.EXPIRED})


class WhyBack(models.TextChoices):
    """Why hidden words come back: about the words, as `safety.enums.Why`. Kept in the record."""

    MISTAKE = "mistake", _("they were hidden by mistake")
    FITS = "fits", _("somebody read them again, and they fit this room")
    PAST = "past", _("what made them too much is over")


class HeldFor(models.TextChoices):
    """Whom held words wait for: the author's own choice."""

    GROUP = "group", _("for the group, once a moderator has read it")
    TEAM = "team", _("only for the team")
    ME = "me", _("only for me")


class EventKind(models.TextChoices):
    """What can happen in a room. Numbered, and free of anyone's words."""

    MSG = "msg", "msg"
    EDIT = "edit", "edit"
    HIDE = "hide", "hide"
    RESTORE = "restore", "restore"
    DELETE = "delete", "delete"
    GONE = "gone", "gone"
    ERASED = "erased", "erased"
    NOTICE = "notice", "notice"
    VOID = "void", "void"
    EXPIRED = "expired", "expired"  # what was said before a number is kept no longer
