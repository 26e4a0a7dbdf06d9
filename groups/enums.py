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
    people and a coordinator who answers for them; it needs no duty. side: two people beside a room
    that goes on. back: those who look after a group, among themselves."""

    LIVE = "live", _("live room")
    SLOW = "slow", _("slow room")
    PAIR = "pair", _("pair room")
    SIDE = "side", _("side room")
    BACK = "back", _("back room")


# The rooms a group shows. Every other room is only there for who sits in it.
LISTED = frozenset({RoomKind.LIVE, RoomKind.SLOW})


# People talk here at the same time.
TALKING = frozenset({RoomKind.LIVE, RoomKind.PAIR})


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


class FoldEnd(models.TextChoices):
    """What became of words that three members asked to be looked at."""

    STOOD = "stood", _("somebody looked, and the words stand")
    ACTED = "acted", _("somebody looked, and did something")
    URGENT = "urgent", _("somebody may need help: words are not folded then")
    GONE = "gone", _("the words are not there any more")


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
    COVER = "cover", "cover"  # a part of the words is covered, or shown again
    FOLD = "fold", "fold"  # three members asked to look at the words, or somebody has looked
    DELETE = "delete", "delete"
    GONE = "gone", "gone"
    ERASED = "erased", "erased"
    NOTE = "note", "note"
    ROUND = "round", "round"
    HAND = "hand", "hand"
    PACE = "pace", "pace"
    NOTICE = "notice", "notice"
    LOCK = "lock", "lock"
    UNLOCK = "unlock", "unlock"
    TAKE = "take", "take"  # in a back room: "I take this", or lets go of it
    VOID = "void", "void"
    EXPIRED = "expired", "expired"  # what was said before a number is kept no longer


class Repeats(models.TextChoices):
    """How often a group meets by one plan."""

    ONCE = "once", _("once")
    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every two weeks")
    MONTHLY = "monthly", _("every month, on the same weekday")


class Answer(models.TextChoices):
    """What a member says about one meeting."""

    COMES = "comes", _("I will come")
    WAITS = "waits", _("waiting for a place")
    NOT = "not", _("not this time")


class HostKind(models.TextChoices):
    """As what somebody hosts who does not moderate the group."""

    PEER = "peer", _("host, from their own life")
    STAFF = "staff", _("host, from the team")
    CLINICIAN = "clinician", _("host, a clinician")


class Part(models.TextChoices):
    """As what somebody sits in a room of a group who is neither of its team nor just a member."""

    HOST = "host", _("host")
    VISITOR = "visitor", _("visitor")


class VisitState(models.TextChoices):
    """Where somebody's wish to visit stands."""

    ASKED = "asked", _("the group is being asked")
    AGREED = "agreed", _("the group said yes")
    OFF = "off", _("does not take place")


class AfterDrop(models.TextChoices):
    """What somebody chose who goes much lower than they came."""

    STAY = "stay", _("stay ten minutes with someone")
    CALM = "calm", _("something calm")
    LEAVE = "leave", _("leave")
