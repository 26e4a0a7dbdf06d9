"""Writing and proving the record."""

import hashlib
import json
from collections.abc import Iterator
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
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("The record is written with its act.")
    tail, _ = Tail.objects.select_for_update().get_or_create(pk=1)
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


def breaks() -> Iterator[Entry]:
    """Every entry whose own hash or whose link to the entry before it is wrong, oldest first."""
    previous = ""
    for entry in Entry.objects.order_by("id").iterator():
        if entry.previous != previous or entry.hash != _hash(entry):
            yield entry
        previous = entry.hash
