"""Words, and the state they are in."""

import hashlib
import hmac
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.sealed import SealedTextField
from groups.enums import EMPTIED, HeldFor, Intent, MessageState, NoteKind
from groups.models.membership import EarlierName, Seat
from groups.models.room import Room

_TICK = timedelta(microseconds=1)
BODY_LIMIT = 4000
DRAFT_LIMIT = 20_000  # more than may be sent: what is too long is shortened by its author alone
NOTE_LIMIT = 60
WISH_LIMIT = 600

# What a message is left with when its words are gone for good, beside the state that says why.
EMPTY: dict[str, Any] = {
    "body": "",
    "note": "",
    "note_kind": "",
    "note_by_team": False,
    "intent": "",
    "wish": "",
    "whole": "",
    "covered": [],
    "rewrite": "",
    "rewrote_at": None,
}


def first_mac(body: str) -> str:
    """Names a body without keeping it, so that a repeat can be told from another text."""
    return hmac.new(settings.SECRET_KEY.encode(), body.encode(), hashlib.sha256).hexdigest()


class Message(models.Model):
    """What somebody wrote. Only `groups.events` and the desk's subject read `body`; the write path
    looks back at an author's own. `own_words` is for the author and for who decides about them.

    Its number is the number of its `msg` event; held words have none until a person releases them.
    `state_by` is a person's number without a foreign key, 0 for somebody who has left for good and
    for the clock.
    """

    # Room and author lead other indexes: one of their own would only slow every message down.
    room = models.ForeignKey(
        Room, on_delete=models.CASCADE, related_name="messages", db_index=False
    )
    seq = models.PositiveBigIntegerField(null=True)
    author = models.ForeignKey(
        Seat, on_delete=models.SET_NULL, null=True, related_name="messages", db_index=False
    )
    # Under which earlier name of its author it was said, where they have parted from one.
    said_as = models.ForeignKey(
        EarlierName, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    cid = models.UUIDField()
    body = models.TextField(max_length=BODY_LIMIT, blank=True)
    first_mac = models.CharField(max_length=64)  # of the body as first sent: is a repeat the same?
    note = models.CharField(max_length=NOTE_LIMIT, blank=True)  # what is inside, in own words
    note_kind = models.CharField(max_length=10, choices=NoteKind, blank=True)
    note_by_team = models.BooleanField(default=False)  # a moderator added it; the record says who
    intent = models.CharField(max_length=11, choices=Intent, blank=True)
    reply_to = models.PositiveBigIntegerField(null=True)
    written_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True)

    state = models.CharField(max_length=8, choices=MessageState, default=MessageState.SHOWN)
    state_at = models.DateTimeField(null=True)
    state_by = models.BigIntegerField(null=True)
    state_why = models.CharField(max_length=30, blank=True)

    promised_at = models.DateTimeField(null=True)  # in a slow room: read by the team until then
    held_for = models.CharField(max_length=8, choices=HeldFor, blank=True)
    seen_at = models.DateTimeField(null=True)  # a moderator read the words as they are now
    seen_by = models.BigIntegerField(null=True)
    offered_at = models.DateTimeField(null=True)  # a moderator would let it in; the author is asked
    offered_by = models.BigIntegerField(null=True)
    agreed_at = models.DateTimeField(null=True)  # the author's yes, while nobody is on duty
    # While the team covers a part, `body` holds what everybody may read, `whole` the author's words
    # and `covered` which of their characters are covered: no reading of `body` can give them away.
    covered = models.JSONField(default=list)
    whole = SealedTextField(max_length=BODY_LIMIT, blank=True)
    rewrite = SealedTextField(max_length=BODY_LIMIT, blank=True)  # the author's, for a moderator
    rewrote_at = models.DateTimeField(null=True)
    wish = SealedTextField(max_length=WISH_LIMIT, blank=True)  # a moderator's words to the author

    class Meta:
        ordering = ["room_id", "seq"]
        indexes = [
            models.Index(
                fields=["room", "written_at"],
                condition=Q(state=MessageState.HELD),
                name="words_that_wait_in_a_room",
            ),
            models.Index(
                fields=["room"], condition=Q(agreed_at__isnull=False), name="words_with_a_yes"
            ),
            models.Index(fields=["author", "-written_at"], name="what_somebody_said_last"),
            models.Index(
                fields=["room", "reply_to"],
                condition=Q(reply_to__isnull=False),
                name="answers_to_a_message",
            ),
            models.Index(
                fields=["said_as"],
                condition=Q(said_as__isnull=False),
                name="words_under_an_earlier_name",
            ),
            models.Index(
                fields=["written_at"], condition=~Q(intent=""), name="words_that_ask_for_something"
            ),
            models.Index(
                fields=["promised_at"],
                condition=Q(state=MessageState.SHOWN, seen_at=None, promised_at__isnull=False),
                name="words_nobody_has_read_yet",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["room", "seq"], name="a_message_has_a_number_of_its_own"
            ),
            models.UniqueConstraint(
                fields=["room", "author", "cid"], name="an_author_sends_a_message_once"
            ),
            models.CheckConstraint(
                condition=Q(state=MessageState.HELD, seq=None)
                | Q(state__in=[MessageState.SHOWN, MessageState.HIDDEN], seq__isnull=False)
                | Q(state__in=EMPTIED),
                name="held_words_have_no_number",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=[MessageState.SHOWN, MessageState.HELD],
                    state_at=None,
                    state_by=None,
                    state_why="",
                )
                | (
                    ~Q(state__in=[MessageState.SHOWN, MessageState.HELD])
                    & Q(state_at__isnull=False, state_by__isnull=False)
                    & ~Q(state_why="")
                ),
                name="a_changed_state_says_who_when_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=EMPTIED)
                | Q(body="", note="", note_kind="", intent="", whole="", rewrite=""),
                name="words_that_are_gone_are_gone",
            ),
            models.CheckConstraint(
                condition=Q(note_by_team=False) | ~Q(note_kind=""),
                name="a_note_of_the_team_says_what_it_is_about",
            ),
            models.CheckConstraint(
                condition=~Q(state=MessageState.HELD) | ~Q(held_for=""),
                name="held_words_wait_for_someone",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None) | Q(offered_at__isnull=False),
                name="a_yes_answers_an_offer",
            ),
            models.CheckConstraint(
                condition=Q(covered=[], whole="") | (~Q(covered=[]) & ~Q(whole="")),
                name="covered_words_are_kept_whole",
            ),
            models.CheckConstraint(
                condition=Q(rewrite="", rewrote_at=None)
                | (~Q(rewrite="") & Q(rewrote_at__isnull=False)),
                name="words_written_anew_say_since_when",
            ),
            models.CheckConstraint(
                condition=Q(seen_at=None, seen_by=None)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="who_has_read_words_and_when_belong_together",
            ),
        ]

    @property
    def desk_key(self) -> str:
        """How measures on the desk name this message."""
        return f"message:{self.pk}"

    @property
    def author_name(self) -> str:
        """What whoever wrote this was called when they did, as far as anybody may know."""
        if self.said_as is not None:
            return self.said_as.name
        return self.author.person.handle if self.author else ""

    @property
    def named_at(self) -> datetime | None:
        """A moment of the name it stands under, where its author has parted from that."""
        return self.said_as.until - _TICK if self.said_as else None

    @property
    def own_words(self) -> str:
        """The words as their author wrote them: for the author and for who decides about them.
        Everybody else reads `body`."""
        return self.whole or self.body


class Draft(models.Model):
    """What was in a box when a person had to go: one a box, sealed, 30 days. A room has one box; on a
    wall there is one more below each post."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts"
    )
    cid = models.UUIDField()
    body = SealedTextField(max_length=DRAFT_LIMIT)
    note = SealedTextField(blank=True)  # what stood in the field for the note above it
    note_kind = models.CharField(max_length=10, choices=NoteKind, blank=True)
    intent = models.CharField(max_length=11, choices=Intent, blank=True)
    held_for = models.CharField(max_length=5, choices=HeldFor, default=HeldFor.GROUP)
    reply_to = models.PositiveBigIntegerField(null=True)
    below = models.PositiveBigIntegerField(default=0)  # the post whose box it is; 0: the room's own
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["room", "person", "below"], name="one_draft_a_box"),
            models.CheckConstraint(
                condition=Q(below=0) | Q(reply_to=F("below"), reply_to__isnull=False),
                name="a_draft_below_a_post_answers_it",
            ),
        ]
