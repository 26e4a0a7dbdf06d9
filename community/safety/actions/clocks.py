"""The desk's clocks: what nobody has by its promise is said to the area once, then to those who
lead. It stays where it is until a person decides: no clock closes or lowers anything."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from community.notifications.actions import notify
from community.safety import calling
from community.safety.clocks import NEXT_RUNG
from community.safety.enums import ItemState, Level, Rung
from community.safety.models import Call, Item, Report, Sign
from community.safety.queries_leads import has_answered
from community.safety.tell import path_of, tell_item

LEAD_ANSWERS = NEXT_RUNG[Level.NOW]  # who was asked for by somebody of the team
SNAPSHOT_KEPT = timedelta(days=90)  # after the item is closed; then only its hash


def tick(now: datetime) -> None:
    """The ticker's job."""
    for number in late(now=now).filter(late_told_at=None).values_list("pk", flat=True):
        _tell_area(number, now)
    look_again(now)
    for item in _unraised(now=now):
        if _is_stuck(item, now):
            _tell_leads(item.pk, now)
    for number in _unanswered_by_the_lead(now):
        _tell_leads(number, now)


def _unanswered_by_the_lead(now: datetime) -> set[int]:
    """Items to which one who leads was called who has done nothing about them since: everybody who
    leads is called after the time of one rung."""
    called = Call.objects.filter(rung=Rung.LEAD, person__isnull=False, at__lte=now - LEAD_ANSWERS)
    called = called.filter(item__late_raised_at=None).exclude(item__state=ItemState.CLOSED)
    called = called.exclude(Exists(_of_all_who_lead()))
    return {call.item_id for call in called if not has_answered(call)}


def _of_all_who_lead() -> QuerySet[Call]:
    return Call.objects.filter(item=OuterRef("item"), rung=Rung.LEADS, at__gte=OuterRef("at"))


def late(*, now: datetime) -> QuerySet[Item]:
    """What nobody has by the time somebody should."""
    open_ones = Item.objects.filter(state=ItemState.OPEN, part_of=None, answer_by__lte=now)
    return open_ones.order_by("answer_by", "promised_at")


def _unraised(*, now: datetime) -> QuerySet[Item]:
    late = Q(state=ItemState.OPEN, answer_by__lte=now)
    late |= Q(state=ItemState.TAKEN, promised_at__lte=now)
    forgotten = Q(state=ItemState.WAITING, look_again_at__lte=now)
    unraised = Item.objects.filter(late | forgotten, part_of=None, late_raised_at=None)
    return unraised.order_by("promised_at")


def _is_stuck(item: Item, now: datetime) -> bool:
    """Whether one rung had its time: the area since it was told, whoever has it since they took it,
    whoever waits for the person since it was time to look again."""
    since = {
        ItemState.OPEN: item.late_told_at,
        ItemState.TAKEN: max(item.taken_at or now, item.promised_at),
        ItemState.WAITING: item.look_again_at,
    }[ItemState(item.state)]
    return since is not None and since + NEXT_RUNG[Level(item.level)] <= now


@transaction.atomic
def _tell_area(number: int, now: datetime) -> None:
    open_and_untold = Q(state=ItemState.OPEN, answer_by__lte=now, late_told_at=None)
    if Item.objects.filter(open_and_untold, pk=number).update(late_told_at=now):
        item = Item.objects.get(pk=number)
        calling.call_area(item, now=now)
        tell_item(item)


@transaction.atomic
def _tell_leads(number: int, now: datetime) -> None:
    """Once, however many processes look: claimed by a conditional update."""
    unraised = Item.objects.exclude(state=ItemState.CLOSED).filter(pk=number, late_raised_at=None)
    if unraised.update(late_raised_at=now):
        item = Item.objects.get(pk=number)
        calling.call_leads(item, now=now)
        tell_item(item)


def look_again(now: datetime) -> None:
    """Tells whoever has it that it is time to look again: once, with the next visit of the desk."""
    due = Item.objects.filter(
        state=ItemState.WAITING, look_again_at__lte=now, late_told_at=None
    ).select_related("taken_by")
    for item in due.order_by("pk"):
        with transaction.atomic():
            if Item.objects.filter(pk=item.pk, late_told_at=None).update(late_told_at=now):
                if item.taken_by is not None:
                    notify(person=item.taken_by, kind="look_again", path=path_of(item))
                tell_item(item)


def forget_snapshots(now: datetime) -> None:
    """The ticker's job: 90 days after an item was closed, only the hash of what was seen is kept,
    and of a report whose writer has left no words. While an appeal is open nothing of its item is
    forgotten."""
    over = Report.objects.filter(item__closed_at__lte=now - SNAPSHOT_KEPT).exclude(snapshot="")
    over = over.exclude(
        item__measures__appeal__decided_at=None, item__measures__appeal__isnull=False
    )
    Report.objects.filter(pk__in=list(over.values_list("pk", flat=True))).update(snapshot="")
    nobodys = Report.objects.filter(item__closed_at__lte=now - SNAPSHOT_KEPT, reporter=None)
    nobodys.exclude(words="", answer="").update(words="", answer="")
    told = Sign.objects.filter(item__closed_at__lte=now - SNAPSHOT_KEPT).exclude(words_then="")
    told = told.exclude(
        item__measures__appeal__decided_at=None, item__measures__appeal__isnull=False
    )
    Sign.objects.filter(pk__in=list(told.values_list("pk", flat=True))).update(words_then="")
