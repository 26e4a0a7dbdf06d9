"""A person's episode: what comes up about somebody while an item about them is open joins that
item. It raises it, and neither restarts nor hides its clock.

One episode a person and area: who looks after one group learns nothing of another.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from community.safety import duty, subjects
from community.safety.enums import ItemKind, ItemState, Level
from community.safety.models import Item, Sign

PARTS_WAIT = (ItemState.OPEN, ItemState.TAKEN)
_ORDER = [Level.CALM, Level.TODAY, Level.SOON, Level.NOW]


def open_episode(*, about: int, area: str) -> Item | None:
    """The open item about this person in this area, locked until the transaction ends."""
    return _episodes(about=about, area=area).select_for_update().first()


def _episodes(*, about: int, area: str) -> QuerySet[Item]:
    found = Item.objects.filter(kind=ItemKind.SIGNAL, about=about, area=area)
    return found.exclude(state=ItemState.CLOSED)


def add_sign(
    item: Item,
    *,
    subject_kind: str,
    subject_id: str,
    level: Level,
    codes: Iterable[str],
    at: datetime,
) -> None:
    """One more thing has come up; what is rewritten keeps its words of before as well."""
    words = subjects.words_of(subject_kind, subject_id)
    sign, is_new = Sign.objects.get_or_create(
        item=item,
        subject_kind=subject_kind,
        subject_id=subject_id,
        defaults={"level": level, "codes": sorted(set(codes)), "words_then": words, "at": at},
    )
    if is_new:
        return
    if words not in sign.words_then:
        sign.words_then = f"{sign.words_then}\n\n{words}".strip()
    sign.level = max(Level(sign.level), level, key=_ORDER.index)
    sign.codes = sorted({*sign.codes, *codes})
    sign.save()


def gather_parts(item: Item) -> None:
    """A new episode: what the person wrote here and nobody has taken yet is answered with it."""
    waiting = Item.objects.filter(kind=ItemKind.HELD, about=item.about_id, area=item.area)
    waiting.filter(state=ItemState.OPEN, part_of=None).exclude(pk=item.pk).update(part_of=item)


def join_as_part(held: Item) -> bool:
    """Waiting words of somebody whose episode is open become a part of it. False where there is
    none, or where they have somebody of their own."""
    if held.about_id is None or held.state != ItemState.OPEN:
        return False
    episode = open_episode(about=held.about_id, area=held.area)
    if episode is None:
        return False
    wake(episode, due=held.promised_at, now=held.opened_at)
    episode.promised_at = min(episode.promised_at, held.promised_at)
    episode.answer_by = min(episode.answer_by, held.promised_at)
    episode.version += 1
    episode.save()
    held.part_of = episode
    if episode.state == ItemState.TAKEN:
        held.state, held.taken_by = ItemState.TAKEN, episode.taken_by
        held.taken_at = held.opened_at
    held.save()
    return True


def wake(item: Item, *, due: datetime, now: datetime) -> None:
    """What waited for the person waits no longer: they have said more. Whoever has it and is there
    goes on; from somebody who is away it comes back to all. No later than it was to be looked at
    again: lighter words put nothing off."""
    if item.state != ItemState.WAITING:
        return
    is_here = item.taken_by_id is not None and duty.duties_of(item.taken_by_id, now=now)
    item.state = ItemState.TAKEN if is_here else ItemState.OPEN
    if not is_here:
        item.taken_by, item.taken_at = None, None
    due = min(due, item.look_again_at or due)
    item.promised_at, item.answer_by, item.look_again_at = due, due, None
    item.called_at = None
    item.late_told_at = item.late_raised_at = None


def give_parts(item: Item) -> None:
    """Whoever has the episode has what waits in it."""
    item.parts.update(state=item.state, taken_by=item.taken_by, taken_at=item.taken_at)


def free_parts(item: Item) -> None:
    """The episode rests or is closed: what still waits in it stands on the desk by itself again,
    with its own promise."""
    item.parts.update(part_of=None)
