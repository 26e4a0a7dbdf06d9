"""Writing the record: one line an act, inside the act's own transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from community.record.hashes import hash_of_entry
from community.record.models import Entry


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
    """Adds one entry. Call it inside the transaction of the act itself: no act waits for another's
    entry, the ticker seals them later.

    Raises TransactionManagementError outside a transaction: an act and its record live together.
    """
    _insist_on_an_act()
    entry = Entry(
        at=at or timezone.now(),
        act=act,
        by=by,
        about=about,
        subject=subject,
        area=area,
        reason=reason,
        data=data or {},
    )
    entry.hash = hash_of_entry(entry)
    entry.save(force_insert=True)
    return entry


def write_many(*, act: str, by: int | None, about: Iterable[tuple[int, str]]) -> None:
    """The same act towards many people, an entry for each of (person, subject), in few statements.
    Raises as `write` does."""
    _insist_on_an_act()
    now = timezone.now()
    entries = [Entry(at=now, act=act, by=by, about=who, subject=what) for who, what in about]
    for entry in entries:
        entry.hash = hash_of_entry(entry)
    Entry.objects.bulk_create(entries, batch_size=500)


def _insist_on_an_act() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("The record is written with its act.")
