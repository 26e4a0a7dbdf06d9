"""How long words live in a room, kept by the clock.

Nobody is asked and nothing is recorded: the rule was, when a coordinator set it. What a report or
a signal has kept of the words stays in its case, for the case's own time.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import CharField, Exists, F, Max, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from community.safety import intake
from community.safety.enums import UNFINISHED, ItemKind
from community.safety.models import Appeal, Duty, Item, Sign
from groups.append import add_event
from groups.enums import EMPTIED, EventKind, FoldEnd, Memory, MessageState
from groups.finding import room_under_lock
from groups.models import EMPTY, MembersFold, Message, Reaction, Room, RoomEvent

AFTER_MEETING = timedelta(minutes=15)  # who comes back to say one more thing finds it there
THE_CLOCK = 0  # who decided, where it was a rule
WHY = "memory"
FOR_GOOD = 10**6  # days


def expire_words(now: datetime) -> None:
    """The ticker's job: every room's own rule. Doing it twice does it once."""
    for room in Room.objects.filter(memory=Memory.DAYS).order_by("pk"):
        expire_room(room=room.pk, until=now - timedelta(days=room.keep_days or 0))
    for room in Room.objects.filter(memory=Memory.MEETING).order_by("pk"):
        if is_over(room, now=now):
            expire_room(room=room.pk, until=now)
    for room in Room.objects.filter(said_before__isnull=False).order_by("pk"):
        _keep_earlier_promise(room, now=now)
    _take_what_was_decided()


def longer_from_now(room: Room, *, memory: Memory, keep_days: int | None, now: datetime) -> None:
    """Before a rule becomes longer: what was said until now still goes by the shorter one. Sets it
    on the room, which the caller has locked and saves."""
    before, after = _days(Memory(room.memory), room.keep_days), _days(memory, keep_days)
    if before >= after:
        return
    earlier = [before] if room.said_days is None else [before, room.said_days]
    room.said_before, room.said_days = now, min(earlier)


def _days(memory: Memory, keep_days: int | None) -> int:
    return {Memory.KEPT: FOR_GOOD, Memory.DAYS: keep_days or 0, Memory.MEETING: 0}[memory]


def _keep_earlier_promise(room: Room, *, now: datetime) -> None:
    assert room.said_before is not None
    if not room.said_days and not is_over(room, now=now):
        return
    due = now - timedelta(days=room.said_days or 0)
    expire_room(room=room.pk, until=min(room.said_before, due))
    if due >= room.said_before:
        Room.objects.filter(pk=room.pk, said_before=room.said_before).update(
            said_before=None, said_days=None
        )


def is_over(room: Room, *, now: datetime) -> bool:
    """Whether the meeting in a live room is over: nobody's lease on it runs, and a quarter of an
    hour ago none did. A room in which nobody was ever on duty has had no meeting."""
    leases = Duty.objects.filter(place=room.place)
    if leases.filter(ended_at=None, until__gt=now).exists():
        return False
    ended = leases.aggregate(asked=Max("ended_at"), lapsed=Max("until", filter=Q(ended_at=None)))
    moments = [moment for moment in ended.values() if moment is not None]
    return bool(moments) and max(moments) + AFTER_MEETING <= now


@transaction.atomic
def expire_room(*, room: str, until: datetime) -> int | None:
    """Everything said in the room before `until` is kept no longer: bodies emptied, numbers below
    the new first one forgotten, every screen told to start over. Words that wait were not said yet,
    and stay their author's.

    Answers the room's new first number, or None where there was nothing to expire.
    """
    where = room_under_lock(room)
    last = _last_before(where, until)
    if last is None:
        return None
    gone = Message.objects.filter(room=where, seq__lte=last).exclude(_in_a_case())
    _settle_unread(gone)
    _settle_rewrites(gone)
    _empty(gone)
    RoomEvent.objects.filter(room=where, seq__lte=last).delete()
    where.first_seq = last + 1
    where.save(update_fields=["first_seq"])
    add_event(where, kind=EventKind.EXPIRED, data={"first": where.first_seq})
    return where.first_seq


def _last_before(room: Room, until: datetime) -> int | None:
    """The highest number said before this moment, where a message of that time is still kept."""
    old = RoomEvent.objects.filter(room=room, seq__gte=room.first_seq, at__lt=until)
    if not old.filter(kind=EventKind.MSG).exists():
        return None
    last: int | None = old.aggregate(last=Max("seq"))["last"]
    return last


def _empty(gone: QuerySet[Message]) -> None:
    gone = gone.exclude(state__in=EMPTIED)
    Reaction.objects.filter(message__in=gone).delete()
    MembersFold.objects.filter(message__in=gone, ended_at=None).update(
        ended_at=timezone.now(), ended_by=THE_CLOCK, outcome=FoldEnd.GONE
    )
    gone.update(
        **EMPTY,
        first_mac="",
        state=MessageState.EXPIRED,
        state_at=timezone.now(),
        state_by=THE_CLOCK,
        state_why=WHY,
    )


def _take_what_was_decided() -> None:
    """Words that outlived their time in a case, once nobody decides about them any more."""
    over = Message.objects.filter(
        state__in=[MessageState.HIDDEN, MessageState.SHOWN], seq__lt=F("room__first_seq")
    )
    for number in over.exclude(_in_a_case()).values_list("pk", flat=True):
        _empty(Message.objects.filter(pk=number))


def _in_a_case() -> Q:
    """Hidden words that somebody still has to decide about: nobody in the room reads them, and who
    decides has to. The next round after the decision takes them."""
    number = Cast(OuterRef("pk"), CharField())
    of_it = Q(subject_kind__in=["message", "rewrite"], subject_id=number)
    items = Item.objects.filter(of_it, state__in=UNFINISHED)
    signs = Sign.objects.filter(of_it, item__state__in=UNFINISHED)
    appeals = Appeal.objects.filter(
        measure__subject=Concat(Value("message:"), number), decided_at=None
    )
    return Q(state=MessageState.HIDDEN) & (Q(Exists(items)) | Q(Exists(signs)) | Q(Exists(appeals)))


def _settle_unread(gone: QuerySet[Message]) -> None:
    never_read = gone.filter(state=MessageState.SHOWN, seen_at=None, promised_at__isnull=False)
    for number in never_read.values_list("pk", flat=True):
        intake.settle(
            kind=ItemKind.UNREAD,
            subject_kind="message",
            subject_id=str(number),
            outcome=MessageState.EXPIRED,
        )


def _settle_rewrites(gone: QuerySet[Message]) -> None:
    """What their author wrote anew for words that are gone is gone as well."""
    for number in gone.exclude(rewrite="").values_list("pk", flat=True):
        intake.forget_words("rewrite", str(number))
        intake.settle(
            kind=ItemKind.HELD,
            subject_kind="rewrite",
            subject_id=str(number),
            outcome=MessageState.EXPIRED,
        )
