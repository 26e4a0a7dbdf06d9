"""A person's share of groups and rooms: their memberships, seats and words, to take along or to
erase. Numbers stay whole; what others wrote is theirs."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts import personal_data
from community.accounts.models import Block, Person
from community.safety import intake
from community.safety.enums import ItemKind
from groups.actions import rounds
from groups.append import add_event
from groups.enums import EventKind, FoldEnd, MessageState
from groups.finding import room_under_lock
from groups.models import (
    EMPTY,
    Draft,
    FoldFlag,
    Hand,
    MembersFold,
    Membership,
    Message,
    MutedWords,
    NoteChoice,
    Reaction,
    Room,
    RoomEvent,
    Seat,
    Turn,
    TypingShown,
)

MODELS = (
    "groups.Membership",
    "groups.Seat",
    "groups.EarlierName",
    "groups.Memorial",
    "groups.ExtraHost",
    "groups.WordRule",
    "groups.Message",
    "groups.RoomEvent",
    "groups.Draft",
    "groups.Room",
    "groups.Reaction",
    "groups.MembersFold",
    "groups.FoldFlag",
    "groups.NoteChoice",
    "groups.MutedWords",
    "groups.TypingShown",
)
STAYS = (
    personal_data.Stays(
        _(
            "In a room, that something was written there, and when. Without your name, and without your "
            "words unless you leave them there. What others said would lose its order otherwise."
        ),
        of=frozenset({"groups.Message", "groups.RoomEvent"}),
    ),
    personal_data.Stays(
        _(
            "Rooms you looked after and lists of words you made for them, and a number where you decided "
            "about a room. It then leads to nobody."
        ),
        of=frozenset(
            {
                "groups.MembersFold",
                "groups.Memorial",
                "groups.Message",
                "groups.Room",
                "groups.Visit",
                "groups.WordRule",
            }
        ),
        of_helpers=True,
    ),
)
GONE = 0  # who decided, for words of somebody who has left for good


def join() -> None:
    """Registers this share."""
    personal_data.register("groups", models=MODELS, export=export, erase=erase, stays=STAYS)


def export(person: Person) -> dict[str, Any]:
    """Own words only, in the order in which they were written."""
    memberships = Membership.objects.filter(person=person).select_related("group").order_by("pk")
    words = (
        Message.objects.filter(author__person=person)
        .select_related("room")
        .order_by("written_at", "pk")
    )
    return {
        "groups": [
            {
                "group": membership.group.title,
                "state": membership.state,
                "since": membership.joined_at and membership.joined_at.isoformat(),
                "asked_in_these_words": membership.asked_words,
                "was_told_not_now": bool(membership.answer),
            }
            for membership in memberships
        ],
        "words": [
            {
                "room": message.room.title,
                "number": message.seq,
                "written_at": message.written_at.isoformat(),
                "state": message.state,
                "note": "" if message.note_by_team else message.note,
                "note_is_about": message.note_kind,
                "note_added_by_the_team": message.note_by_team,
                "would_like": message.intent,
                "answers_number": message.reply_to,
                "words": message.own_words,
                "words_anew_that_wait": message.rewrite,
                "the_team_asked_for_something": bool(message.wish),
            }
            for message in words
        ],
        "drafts": [
            {
                "room": draft.room.title,
                "at": draft.at.isoformat(),
                "words": draft.body,
                "note": draft.note,
                "note_is_about": draft.note_kind,
                "would_like": draft.intent,
                "is_for": draft.held_for,
                "answers_number": draft.reply_to,
            }
            for draft in Draft.objects.filter(person=person).select_related("room").order_by("pk")
        ],
        **_without_words(person),
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "room": turn.round.room.title,
        "opened_at": turn.round.opened_at.isoformat(),
        "place": turn.place,
        "became": turn.state,
    }


def _without_words(person: Person) -> dict[str, Any]:
    """What the person told authors by a press, their turns, and how rooms are for them."""
    turns = Turn.objects.filter(seat__person=person).select_related("round__room")
    hands = Hand.objects.filter(seat__person=person).select_related("seat__room")
    return {
        "rounds": [_turn(turn) for turn in turns.order_by("pk")],
        "hand_is_up": [
            {"room": hand.seat.room.title, "since": hand.up_at.isoformat()} for hand in hands
        ],
        "told_authors": [
            {
                "room": reaction.message.room.title,
                "number": reaction.message.seq,
                "what": reaction.kind,
                "at": reaction.at.isoformat(),
            }
            for reaction in Reaction.objects.filter(person=person)
            .select_related("message__room")
            .order_by("pk")
        ],
        "rather_not": {
            "notes": dict(NoteChoice.objects.filter(person=person).values_list("kind", "fold")),
            "words": [
                {"words": muted.words, "until": muted.until.isoformat()}
                for muted in MutedWords.objects.filter(person=person)
            ],
        },
        **_folds(person),
        "shows_typing": TypingShown.objects.filter(person=person).exists(),
    }


def _folds(person: Person) -> dict[str, Any]:
    """Own words that three members asked to be looked at, and the folds one's own flags counted
    towards: when, and what came of it. Never with whom, and nobody's words."""
    own = MembersFold.objects.filter(author=person).select_related("message__room")
    flags = FoldFlag.objects.filter(person=person).select_related("fold")
    return {
        "own_words_folded": [
            {
                "room": fold.message.room.title,
                "number": fold.message.seq,
                "from": fold.at.isoformat(),
                "until": fold.ended_at and fold.ended_at.isoformat(),
                "became": fold.outcome,
            }
            for fold in own.order_by("pk")
        ],
        "helped_to_fold": [
            {"at": flag.fold.at.isoformat(), "became": flag.fold.outcome}
            for flag in flags.order_by("pk")
        ],
    }


@transaction.atomic
def erase(person: Person, keeps_words: bool) -> None:
    """Takes the person out of every room: their words with them, or their name alone where they
    asked for that and nobody in the room has blocked them. Each room is told once, under its lock, rooms in id order."""
    for seat in Seat.objects.filter(person=person).order_by("room_id"):
        _erase_seat(seat, keeps_words=keeps_words and not _is_blocked_by_somebody(seat))
    MembersFold.objects.filter(author=person).update(author=None)
    for private in (Draft, FoldFlag, Reaction, NoteChoice, MutedWords, TypingShown):
        private.objects.filter(person=person).delete()
    Membership.objects.filter(person=person).delete()
    Room.objects.filter(answers_for=person).update(answers_for=None)


def _is_blocked_by_somebody(seat: Seat) -> bool:
    """Whether somebody of this room chose not to hear the person. Words without a name could no
    more be kept from them, so they do not stay; that looks like any leaving with one's words."""
    blocks = Block.objects.filter(of=seat.person_id)
    return blocks.filter(by__seats__room=seat.room_id).exists()


def _erase_seat(seat: Seat, *, keeps_words: bool) -> None:
    room = room_under_lock(seat.room_id)
    own = Message.objects.filter(author=seat)
    waiting = own.filter(state=MessageState.HELD)
    for held in waiting:
        _settle("message", held)
    for anew in own.exclude(rewrite=""):
        _settle("rewrite", anew)
    Reaction.objects.filter(message__author=seat).delete()
    if not keeps_words:
        MembersFold.objects.filter(message__author=seat, ended_at=None).update(
            ended_at=timezone.now(), ended_by=GONE, outcome=FoldEnd.GONE
        )
    # Words that nobody let in were never the room's to keep.
    (waiting if keeps_words else own).update(
        **EMPTY,
        state=MessageState.DELETED,
        state_at=timezone.now(),
        state_by=GONE,
        state_why="left",
    )
    # Nobody is left to ask for what the team covered, or to answer about what they wrote anew.
    own.update(
        author=None, said_as=None, first_mac="", whole="", covered=[], rewrite="", rewrote_at=None
    )
    RoomEvent.objects.filter(actor=seat).update(actor=None)
    rounds.seat_ended(room, seat, now=timezone.now())
    for wire_id in [*seat.earlier_names.values_list("wire_id", flat=True), seat.wire_id]:
        data = {"a": wire_id, **({"kept": True} if keeps_words else {})}
        add_event(room, kind=EventKind.ERASED, data=data)
    seat.delete()


def _settle(kind: str, message: Message) -> None:
    """Takes waiting words of somebody who leaves off the desk."""
    intake.settle(kind=ItemKind.HELD, subject_kind=kind, subject_id=str(message.pk), outcome="left")
