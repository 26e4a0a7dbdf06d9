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


# People talk here at the same time.
TALKING = frozenset({RoomKind.LIVE, RoomKind.PAIR})


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


class Intent(models.TextChoices):
    """What the author would like of whoever answers: their own choice, or none."""

    LISTEN = "listen", _("Please just listen")
    SHARE = "share", _("Would like to hear what others lived through")
    PRACTICAL = "practical", _("Looking for something practical")
    DISTRACTION = "distraction", _("Could use something else to think of")


class NoteKind(models.TextChoices):
    """What a note before words is about. Words of one's own can stand beside it."""

    LOSS = "loss", _("Loss and grief")
    HARM = "harm", _("Self-harm or suicide")
    VIOLENCE = "violence", _("Violence or abuse")
    BODY = "body", _("Food and the body")
    SUBSTANCES = "substances", _("Alcohol and drugs")
    HOSPITAL = "hospital", _("Hospital and treatment")
    OTHER = "other", _("Something else that may be hard")


class Fold(models.TextChoices):
    """What a reader wants of words with a note of one kind."""

    SHOW = "show", _("Show me the words")
    COLLAPSE = "collapse", _("Show me the note first")
    NEVER = "never", _("Show me only a line")


class ReactionKind(models.TextChoices):
    """What a reader can tell the author without words. Nobody else learns of it."""

    HEARD = "heard", _("I hear you")
    TOO = "too", _("Me too")
    HELPED = "helped", _("This helped me")


class EventKind(models.TextChoices):
    """What can happen in a room. Numbered, and free of anyone's words."""

    MSG = "msg", "msg"
    EDIT = "edit", "edit"
    HIDE = "hide", "hide"
    RESTORE = "restore", "restore"
    DELETE = "delete", "delete"
    GONE = "gone", "gone"
    ERASED = "erased", "erased"
    NOTE = "note", "note"
    NOTICE = "notice", "notice"
    VOID = "void", "void"
