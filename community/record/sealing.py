"""Sealing the record in batches into a chain of hashes, and proving that it holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from community.record.hashes import hash_of_entry, hash_of_seal
from community.record.models import Entry, Seal

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Break:
    """One place where the record does not hold: an entry that was changed, a seal whose entries are
    not what it closed, or a seal that does not follow the one before."""

    what: str  # "entry", "batch", "chain"
    number: int


def seal(now: datetime) -> None:
    """The ticker's job: closes what was written since, in batches."""
    while _seal_some(now) == BATCH:
        pass


@transaction.atomic
def _seal_some(now: datetime) -> int:
    """An entry whose act commits late comes under a later seal. Two processes that seal at once
    would both follow the same seal: the database keeps one of them."""
    last = Seal.objects.select_for_update().order_by("-number").first()
    entries = list(Entry.objects.select_for_update().filter(seal=None).order_by("pk")[:BATCH])
    if not entries:
        return 0
    made = Seal(
        number=last.number + 1 if last else 1,
        at=now,
        count=len(entries),
        previous=last.hash if last else "",
    )
    made.hash = hash_of_seal(made, entries)
    made.save(force_insert=True)
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).update(seal=made.number)
    return len(entries)


def breaks() -> Iterator[Break]:
    """Every place where the record does not hold, oldest first; then what is not sealed yet."""
    previous, number = "", 0
    for one in Seal.objects.order_by("number").iterator():
        if (one.previous, one.number) != (previous, number + 1):
            yield Break("chain", one.number)
        yield from _breaks_in(one)
        previous, number = one.hash, one.number
    known = Seal.objects.values("number")
    for entry in Entry.objects.exclude(seal__in=known).order_by("pk").iterator():
        if entry.seal is not None or entry.hash != hash_of_entry(entry):
            yield Break("entry", entry.pk)


def _breaks_in(one: Seal) -> Iterator[Break]:
    entries = list(Entry.objects.filter(seal=one.number).order_by("pk"))
    for entry in entries:
        if entry.hash != hash_of_entry(entry):
            yield Break("entry", entry.pk)
    if len(entries) != one.count or one.hash != hash_of_seal(one, entries):
        yield Break("batch", one.number)


def newest() -> Seal | None:
    """The seal that covers everything before it: who wrote its hash down elsewhere can prove later
    that nothing was cut off at the end."""
    return Seal.objects.order_by("-number").first()
