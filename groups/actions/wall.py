"""What the team does on a wall: it reads each post, and says so only when somebody has.

"Read by Emil" is an act of Emil's: he pressed the button, or uncovered the words on the desk. A page
that was open proves nothing.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from community import live
from community.accounts.models import Person
from community.refusal import insist
from community.safety import intake
from community.safety.enums import ItemKind, Level
from groups import rules_words
from groups.append import lock_room
from groups.enums import MessageState
from groups.finding import insist_moderates, message_under_lock
from groups.models import Message

AHEAD = timedelta(hours=1)  # the desk hears of it while the promise can still be kept
READ = "read"


@transaction.atomic
def read_post(*, room: str, seq: int, by: Person) -> None:
    """A moderator of the room has read these words as they are now; their author is told who and
    when. Reading again changes nothing. Raises Refused."""
    where, message = message_under_lock(room, seq)
    insist_moderates(by, where)
    insist(rules_words.may_say_read(message, by=by.pk))
    note_read(message, by=by)
    settle_unread(message, outcome=READ)


def note_read(message: Message, *, by: Person) -> None:
    """The mark itself, on a message whose room is locked."""
    if message.seen_at is not None:
        return
    message.seen_at, message.seen_by = timezone.now(), by.pk
    message.save(update_fields=["seen_at", "seen_by"])
    if message.author is not None:
        live.me(message.author.person_id, kind="post_read", id=f"{message.room_id}.{message.seq}")


def settle_unread(message: Message, *, outcome: str) -> None:
    """Nobody has to be reminded of it any more."""
    intake.settle(
        kind=ItemKind.UNREAD, subject_kind="message", subject_id=str(message.pk), outcome=outcome
    )


# What the clock does ----------------------------------------------------------------------------


def put_unread_on_desk(now: datetime) -> None:
    """Posts nobody has read come onto the desk before their promise is broken, and stay there after
    it until somebody has. Doing it twice does it once."""
    waiting = Message.objects.filter(
        state=MessageState.SHOWN, seen_at=None, promised_at__lte=now + AHEAD, author__isnull=False
    ).exclude(pk__in=_on_desk())
    for number, room in waiting.order_by("promised_at").values_list("pk", "room_id"):
        _put_on_desk(number, room, now=now)


def _on_desk() -> list[int]:
    return [int(subject) for subject in intake.unfinished_subjects(ItemKind.UNREAD, "message")]


@transaction.atomic
def _put_on_desk(number: int, room: str, *, now: datetime) -> None:
    where = lock_room(room)
    message = (
        Message.objects.select_related("author", "said_as")
        .filter(pk=number, state=MessageState.SHOWN, seen_at=None, promised_at__isnull=False)
        .first()
    )
    if message is None or message.author is None or message.promised_at is None:
        return
    intake.put_on_desk(
        kind=ItemKind.UNREAD,
        level=Level.TODAY,
        area=where.area,
        subject_kind="message",
        subject_id=str(message.pk),
        about=message.author.person_id,
        at=now,
        promise=message.promised_at - now,
        named_at=message.named_at,
    )
