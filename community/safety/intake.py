"""How something comes onto the desk: inside the transaction of what caused it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from community.safety.enums import ItemKind, ItemState, Level
from community.safety.models import Item

# How soon somebody on duty has decided, by level. SAFETY.md's P1 to P4, rounded to what a small
# team in staffed hours can keep; the operator's own promises replace them.
PROMISES = {
    Level.NOW: timedelta(minutes=15),
    Level.SOON: timedelta(minutes=30),
    Level.TODAY: timedelta(hours=4),
    Level.CALM: timedelta(days=2),
}
_ORDER = [Level.CALM, Level.TODAY, Level.SOON, Level.NOW]


def put_on_desk(
    *,
    kind: ItemKind,
    level: Level,
    area: str,
    subject_kind: str,
    subject_id: str,
    about: int | None,
    signals: Iterable[str] = (),
    at: datetime,
    promise: timedelta | None = None,
) -> Item:
    """Opens an item, or adds to the open one on the same subject: the higher level and the earlier
    promise win, nothing is ever lowered here."""
    due = at + (promise or PROMISES[level])
    item = (
        Item.objects.select_for_update()
        .filter(kind=kind, subject_kind=subject_kind, subject_id=subject_id)
        .exclude(state=ItemState.CLOSED)
        .first()
    )
    if item is None:
        return Item.objects.create(
            kind=kind,
            level=level,
            area=area,
            subject_kind=subject_kind,
            subject_id=subject_id,
            about_id=about,
            signals=list(signals),
            opened_at=at,
            promised_at=due,
        )
    item.level = max(Level(item.level), level, key=_ORDER.index)
    item.promised_at = min(item.promised_at, due)
    item.signals = sorted({*item.signals, *signals})
    item.version += 1
    item.save()
    return item


def settle(*, kind: ItemKind, subject_kind: str, subject_id: str, outcome: str) -> None:
    """Closes the open item of this kind where the author's own act has answered it: waiting words
    were let in or taken back. Never for what screening found: only a person closes that."""
    Item.objects.filter(kind=kind, subject_kind=subject_kind, subject_id=subject_id).exclude(
        state=ItemState.CLOSED
    ).update(
        state=ItemState.CLOSED,
        closed_at=timezone.now(),
        outcome=outcome,
        version=F("version") + 1,
    )
