"""Writing and proving the record."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from community.record.models import Entry, Tail


def _hash(entry: Entry) -> str:
    line = json.dumps(
        [
            entry.at.isoformat(),
            entry.act,
            entry.by,
            entry.about,
            entry.subject,
            entry.area,
            entry.reason,
            entry.data,
            entry.previous,
        ],
        sort_keys=True,
    )
    return hashlib.sha256(line.encode()).hexdigest()


def write(
    *,
    act: str,
    by: int | None,
    about: int | None = None,
    subject: str = "",
    area: str = "",
    reason: str = "",
    data: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> Entry:
    """Adds one entry to the chain. Call it inside the transaction of the act itself.

    Raises TransactionManagementError outside a transaction: an act and its record live together.
    """
    tail = _tail()
    entry = Entry(
        at=at or timezone.now(),
        act=act,
        by=by,
        about=about,
        subject=subject,
        area=area,
        reason=reason,
        data=data or {},
        previous=tail.hash,
    )
    entry.hash = _hash(entry)
    entry.save(force_insert=True)
    tail.hash = entry.hash
    tail.save(update_fields=["hash"])
    return entry


def write_many(*, act: str, by: int | None, about: Iterable[tuple[int, str]]) -> None:
    """The same act towards many people, an entry for each of (person, subject), in few statements.
    Raises as `write` does."""
    tail, now = _tail(), timezone.now()
    entries = []
    for person, subject in about:
        entry = Entry(
            at=now, act=act, by=by, about=person, subject=subject, data={}, previous=tail.hash
        )
        entry.hash = tail.hash = _hash(entry)
        entries.append(entry)
    Entry.objects.bulk_create(entries, batch_size=500)
    tail.save(update_fields=["hash"])


def _tail() -> Tail:
    """The end of the chain, locked until the act is done."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("The record is written with its act.")
    tail, _ = Tail.objects.select_for_update().get_or_create(pk=1)
    return tail


def breaks() -> Iterator[Entry]:
    """Every entry whose own hash or whose link to the entry before it is wrong, oldest first."""
    previous = ""
    for entry in Entry.objects.order_by("id").iterator():
        if entry.previous != previous or entry.hash != _hash(entry):
            yield entry
        previous = entry.hash
