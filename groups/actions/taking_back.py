"""Everything somebody wrote between two moments, taken back in one act: all of it or nothing. The words
go in a few statements a room however much there is; of those that wait for a reader, each takes a few
more, for each is a thing of its own on the desk."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from community.accounts.models import Person
from community.safety import intake
from community.safety.enums import ItemKind
from groups.actions.folds import NOBODY
from groups.append import add_events
from groups.enums import EMPTIED, EventKind, FoldEnd, MessageState
from groups.locks import lock_rooms
from groups.models import EMPTY, Draft, MembersFold, Message, Reaction, Room


@transaction.atomic
def take_back_between(*, begins: datetime, ends: datetime, by: Person) -> None:
    """Empties every word this person wrote in a room or a pair in this time, hidden and waiting ones
    and drafts too. Where others answered or quoted them they are gone as well: every quotation
    reads the words as they are now. Doing it again changes nothing."""
    mine = Message.objects.filter(
        author__person=by, written_at__gte=begins, written_at__lt=ends
    ).exclude(state__in=EMPTIED)
    for room in lock_rooms(mine.values_list("room_id", flat=True)):
        _take_back(room, mine.filter(room=room), by=by)
    Draft.objects.filter(person=by, at__gte=begins, at__lt=ends).delete()


def _take_back(room: Room, mine: QuerySet[Message], *, by: Person) -> None:
    said = list(mine.select_related("author").order_by("seq"))
    ids = [message.pk for message in said]
    _clear_the_desk(said)
    Reaction.objects.filter(message__in=ids).delete()
    MembersFold.objects.filter(message__in=ids, ended_at=None).update(
        ended_at=timezone.now(), ended_by=NOBODY, outcome=FoldEnd.GONE
    )
    waiting = {"offered_at": None, "offered_by": None, "agreed_at": None}
    gone = {"state": MessageState.DELETED, "state_at": timezone.now(), "state_by": by.pk}
    these = Message.objects.filter(pk__in=ids)
    these.filter(seq=None).update(**EMPTY, **waiting, **gone, state_why="taken_back")
    these.exclude(seq=None).update(**EMPTY, **gone, state_why="own")
    # Words under an earlier name lead to nobody, also when they go.
    about = [
        (one.seq, one.author if one.said_as_id is None else None)
        for one in said
        if one.seq is not None
    ]
    add_events(room, kind=EventKind.DELETE, about=about)


def _clear_the_desk(said: list[Message]) -> None:
    """What waited for a reader waits no more; what screening found stays there for a person, without
    the words."""
    for message in said:
        id = str(message.pk)
        if message.state == MessageState.HELD:
            intake.settle(
                kind=ItemKind.HELD, subject_kind="message", subject_id=id, outcome="taken_back"
            )
        elif message.promised_at is not None:
            intake.settle_open(
                kind=ItemKind.UNREAD, subject_kind="message", subject_id=id, outcome="gone"
            )
        if message.rewrite:
            intake.settle(kind=ItemKind.HELD, subject_kind="rewrite", subject_id=id, outcome="own")
    ids = [str(message.pk) for message in said]
    for kind in ("message", "rewrite"):
        intake.forget_all_words(kind, ids)
