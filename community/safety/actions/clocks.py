"""The desk's clocks: what nobody has by its promise is said to the area once, then to those who
lead. It stays where it is until a person decides: no clock closes or lowers anything."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from community.accounts.models import Person
from community.notifications.actions import notify
from community.record import write as record
from community.safety.actions.desk import others_who_may_look, path_of
from community.safety.enums import ItemState, Level
from community.safety.models import Item, Report
from community.safety.tell import leads, moderators_of, tell_item

# After the area was told, so long until those who lead are told too.
NEXT_RUNG = {
    Level.NOW: timedelta(minutes=5),
    Level.SOON: timedelta(minutes=15),
    Level.TODAY: timedelta(hours=2),
    Level.CALM: timedelta(days=1),
}
SNAPSHOT_KEPT = timedelta(days=90)  # after the item is closed; then only its hash


def tick(now: datetime) -> None:
    """The ticker's job."""
    for number in late(now=now).values_list("pk", flat=True):
        _tell_area(number, now)
    for item in late(now=now).filter(late_told_at__isnull=False, late_raised_at=None):
        assert item.late_told_at is not None
        if item.late_told_at + NEXT_RUNG[Level(item.level)] <= now:
            _raise(item.pk, now)
    look_again(now)


def late(*, now: datetime) -> QuerySet[Item]:
    """What nobody has, past its promise."""
    return Item.objects.filter(state=ItemState.OPEN, promised_at__lte=now).order_by("promised_at")


def _tell_area(number: int, now: datetime) -> None:
    _once(number, now, column="late_told_at", kind="item_late", to_leads=())


def _raise(number: int, now: datetime) -> None:
    _once(number, now, column="late_raised_at", kind="item_raised", to_leads=tuple(leads()))


@transaction.atomic
def _once(number: int, now: datetime, *, column: str, kind: str, to_leads: tuple[int, ...]) -> None:
    """Tells one rung, once however many processes look: the column is claimed under the lock."""
    claimed = Item.objects.filter(
        Q(**{column: None}), pk=number, state=ItemState.OPEN, promised_at__lte=now
    ).update(**{column: now})
    if not claimed:
        return
    item = Item.objects.get(pk=number)
    rung = set(to_leads) if to_leads else set(moderators_of(item.area))
    people = rung & set(others_who_may_look(item, besides=0))
    for person in Person.objects.filter(pk__in=people).order_by("pk"):
        notify(person=person, kind=kind, path=path_of(item))
    record.write(
        act=kind, by=None, subject=item.subject, area=item.area, data={"item": item.pk}, at=now
    )
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
    """The ticker's job: 90 days after an item was closed, only the hash of what was seen is kept.
    While an appeal is open nothing of its item is forgotten."""
    over = Report.objects.filter(item__closed_at__lte=now - SNAPSHOT_KEPT).exclude(snapshot="")
    over = over.exclude(
        item__measures__appeal__decided_at=None, item__measures__appeal__isnull=False
    )
    Report.objects.filter(pk__in=list(over.values_list("pk", flat=True))).update(snapshot="")
