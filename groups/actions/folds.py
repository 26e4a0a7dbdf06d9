"""Three members asked to look at words while nobody was there: they stand behind a line until
somebody of the team has looked.

A fold is not a hide: nobody is kept from the words, nothing is decided about them or their author,
and nothing else follows from counting. Under the room's lock, so that two flags at once fold once.
"""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record.write import write
from community.refusal import insist
from groups import rules_folds
from groups.append import add_event
from groups.enums import EventKind, FoldEnd, MessageState
from groups.finding import message_under_lock, seat_of
from groups.models import FoldFlag, MembersFold, Message
from groups.queries import folds

NOBODY = 0  # no person ended it


@transaction.atomic
def count_flags(*, message: int) -> None:
    """One more person has told the team about these words, in a room that is locked. Folds them
    where three members' flags count and the rules let them; shows them again where somebody may
    need help."""
    found = Message.objects.select_related("room", "author__person").filter(pk=message).first()
    if found is None:
        return
    if folds.open_fold(found) is not None:
        keep_in_sight(found)
        return
    room, now = found.room, timezone.now()
    if found.author is None or len(folds.told_by(found)) < rules_folds.FLAGS:
        return
    if rules_folds.may_fold(found, room, folds.case_of(found, room, now=now)):
        return
    three = rules_folds.three_of(
        folds.flaggers(found, room, now=now), before=folds.folded_before(found.author.person_id)
    )
    if three is not None:
        _fold(found, three)


@transaction.atomic
def let_stand(*, room: str, seq: int, by: Person) -> None:
    """A moderator has looked, and the words stand: everybody reads them as before, and the author
    is told. Raises Refused."""
    where, message = message_under_lock(room, seq)
    insist(
        rules_folds.may_let_stand(
            message,
            where,
            seat_of(by, where),
            by=by,
            is_folded=folds.open_fold(message) is not None,
            now=timezone.now(),
        )
    )
    unfold(message, outcome=FoldEnd.STOOD, by=by.pk)
    _record("let_words_stand", message, by=by.pk)


def unfold(message: Message, *, outcome: FoldEnd, by: int) -> None:
    """Shows the words again, in a room that is locked, for who has asked who may decide. Nothing
    where they were not folded."""
    if not end_fold(message, outcome=outcome, by=by):
        return
    if message.seq is not None and message.seq >= message.room.first_seq:
        add_event(message.room, kind=EventKind.FOLD, subject_seq=message.seq)
    if outcome == FoldEnd.STOOD:
        _tell_author(message, kind="words_stand")


def end_fold(message: Message, *, outcome: FoldEnd, by: int) -> bool:
    """The same where another event of the words follows at once. False where nothing was folded."""
    return bool(
        MembersFold.objects.filter(message=message, ended_at=None).update(
            ended_at=timezone.now(), ended_by=by, outcome=outcome
        )
    )


def keep_in_sight(message: Message) -> None:
    """Words about which somebody may need help at once are not folded, in a room that is locked."""
    if folds.needs_somebody(message):
        unfold(message, outcome=FoldEnd.URGENT, by=NOBODY)


def _fold(message: Message, three: tuple[int, ...]) -> None:
    assert message.author is not None
    now = timezone.now()
    fold = MembersFold.objects.create(
        message=message, author=message.author.person, at=now, back_at=folds.back_at(now=now)
    )
    FoldFlag.objects.bulk_create(FoldFlag(fold=fold, person_id=person) for person in three)
    _record("fold_words", message, by=None)
    add_event(message.room, kind=EventKind.FOLD, subject_seq=message.seq)
    _tell_author(message, kind="words_folded")


def _record(act: str, message: Message, *, by: int | None) -> None:
    write(
        act=act,
        by=by,
        about=message.author.person_id if message.author else None,
        subject=f"message:{message.room_id}:{message.seq}",
        area=message.room.area,
    )


def _tell_author(message: Message, *, kind: str) -> None:
    """One neutral notice that leads to the words themselves, which say what happened."""
    if message.author is not None and message.state == MessageState.SHOWN:
        room = reverse("groups:room", args=[message.room_id])
        notify(person=message.author.person, kind=kind, path=f"{room}#m-{message.seq}")
