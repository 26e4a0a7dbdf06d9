"""How something comes onto the desk: inside the transaction of what caused it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from community.safety import calling, episodes
from community.safety.clocks import answered_within, decided_within
from community.safety.enums import Apart, ItemKind, ItemState, Level
from community.safety.models import Item, Sign, StandsApart
from community.safety.tell import tell_item

KEPT_PRIVATE = "kept_private"  # the author withdraws waiting words from the team
_ORDER = [Level.CALM, Level.TODAY, Level.SOON, Level.NOW]


@transaction.atomic
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
    apart: Mapping[int, Apart] | None = None,
    named_at: datetime | None = None,
) -> Item:
    """Opens an item, or adds to the open one on the same subject, with a signal to the person's
    open episode: the higher level and the earlier promise win, nothing is ever lowered here. The
    area's screens hear of it after commit.

    `apart`: who of the team does not look at it; whoever has it and is one of them lets go.

    Two that come at once end up in one item. Call it inside the transaction of what caused it.
    """
    due = at + (promise or decided_within(level))
    answer_by = min(due, at + answered_within(level)) if promise is None else due
    fresh = Item(
        kind=kind,
        level=level,
        area=area,
        subject_kind=subject_kind,
        subject_id=subject_id,
        about_id=about,
        signals=sorted(set(signals)),
        opened_at=at,
        named_at=named_at,
        promised_at=due,
        answer_by=answer_by,
    )
    item = _unfinished(fresh) or _opened(fresh)
    if item is None:  # somebody opened it in this very moment
        item = _unfinished(fresh)
        assert item is not None
    if item is not fresh:
        _add(item, fresh, now=at)
    if kind == ItemKind.SIGNAL:
        subject = {"subject_kind": subject_kind, "subject_id": subject_id}
        episodes.add_sign(item, **subject, level=level, codes=signals, at=at)
        if item is fresh and about is not None:
            episodes.gather_parts(item)
    if apart:
        keep_apart(item, apart, at=at)
    if kind == ItemKind.HELD and item.part_of_id is None:
        episodes.join_as_part(item)
    if item.part_of_id is None and item.called_at is None:
        calling.call_first(item, now=at)
    tell_item(item)
    return item


def keep_apart(item: Item, people: Mapping[int, Apart], *, at: datetime) -> None:
    """These do not look at the item; whoever has it and is one of them lets go of it."""
    for person, why in sorted(people.items()):
        StandsApart.objects.get_or_create(
            item=item, person_id=person, defaults={"why": why, "at": at}
        )
    if item.taken_by_id in people:
        let_go(item)
        item.called_at = None


def let_go(item: Item) -> None:
    """The item waits for somebody again, with its old promise."""
    item.state, item.taken_by, item.taken_at = ItemState.OPEN, None, None
    item.look_again_at = None
    item.save()
    episodes.give_parts(item)


def _unfinished(like: Item) -> Item | None:
    """The open item this one would join, locked."""
    if like.kind == ItemKind.SIGNAL and like.about_id is not None:
        return episodes.open_episode(about=like.about_id, area=like.area)
    return _on_subject(like.kind, like.subject_kind, like.subject_id)


def _on_subject(kind: str, subject_kind: str, subject_id: str) -> Item | None:
    return (
        Item.objects.select_for_update()
        .filter(kind=kind, subject_kind=subject_kind, subject_id=subject_id)
        .exclude(state=ItemState.CLOSED)
        .first()
    )


def _opened(fresh: Item) -> Item | None:
    """The new item, or None where the database already has one: it waits for the other's commit."""
    try:
        with transaction.atomic():
            fresh.save(force_insert=True)
    except IntegrityError:
        return None
    return fresh


def _add(item: Item, fresh: Item, *, now: datetime) -> None:
    episodes.wake(item, due=fresh.promised_at, now=now)
    if _ORDER.index(Level(fresh.level)) > _ORDER.index(Level(item.level)):
        item.level = fresh.level
        item.called_at = item.late_told_at = item.late_raised_at = None  # its own rungs begin
    item.promised_at = min(item.promised_at, fresh.promised_at)
    item.answer_by = min(item.answer_by, fresh.answer_by)
    item.signals = sorted({*item.signals, *fresh.signals})
    item.version += 1
    item.save()


@transaction.atomic
def settle(*, kind: ItemKind, subject_kind: str, subject_id: str, outcome: str) -> None:
    """Closes the open item of this kind where an act elsewhere has answered it: waiting words were
    let in or taken back, a request was answered. Never for what screening found: only a person
    closes that. Closing what is closed changes nothing."""
    if outcome == KEPT_PRIVATE:
        forget_words(subject_kind, subject_id)
    item = _on_subject(kind, subject_kind, subject_id)
    if item is not None:
        _close(item, outcome=outcome)


@transaction.atomic
def settle_open(*, kind: ItemKind, subject_kind: str, subject_id: str, outcome: str) -> None:
    """As `settle`, but what somebody of the team has taken stays theirs."""
    item = _on_subject(kind, subject_kind, subject_id)
    if item is not None and item.state == ItemState.OPEN:
        _close(item, outcome=outcome)


def _close(item: Item, *, outcome: str) -> None:
    item.state = ItemState.CLOSED
    item.closed_at = timezone.now()
    item.outcome = outcome
    item.part_of = None
    item.version += 1
    item.save(update_fields=["state", "closed_at", "outcome", "part_of", "version"])
    tell_item(item)


def unfinished_subjects(kind: ItemKind, subject_kind: str) -> list[str]:
    """What is on the desk already under this kind, by id."""
    items = Item.objects.filter(kind=kind, subject_kind=subject_kind)
    return list(items.exclude(state=ItemState.CLOSED).values_list("subject_id", flat=True))


def closed_at(kind: ItemKind, subject_kind: str, ids: Collection[str]) -> dict[str, datetime]:
    """When a person, or an answer, last closed what was on the desk under this kind, by id. No query
    for nothing."""
    if not ids:
        return {}
    items = Item.objects.filter(kind=kind, subject_kind=subject_kind, subject_id__in=ids)
    closed = items.filter(closed_at__isnull=False).order_by("closed_at")
    return {id: at for id, at in closed.values_list("subject_id", "closed_at") if at is not None}


def forget_words(subject_kind: str, subject_id: str) -> None:
    """The author took the words away, and was told that nothing of them is kept. The signal stays
    with its codes, for a person."""
    forget_all_words(subject_kind, [subject_id])


def forget_all_words(subject_kind: str, ids: Collection[str]) -> None:
    """The same for many at once."""
    signs = Sign.objects.filter(subject_kind=subject_kind, subject_id__in=ids)
    signs.exclude(words_then="").update(words_then="")
