"""What an entry and a seal hash to. Pure."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from community.record.models import Entry, Seal


def hash_of_entry(entry: Entry) -> str:
    """Covers everything an entry says."""
    return _hash(
        [
            entry.at.isoformat(),
            entry.act,
            entry.by,
            entry.about,
            entry.subject,
            entry.area,
            entry.reason,
            entry.data,
        ]
    )


def hash_of_seal(seal: Seal, entries: Sequence[Entry]) -> str:
    """Covers the entries with their places, and by the seal before it everything earlier."""
    lines = [[entry.pk, entry.hash] for entry in entries]
    return _hash([seal.number, seal.at.isoformat(), seal.previous, lines])


def _hash(line: list[Any]) -> str:
    return hashlib.sha256(json.dumps(line, sort_keys=True).encode()).hexdigest()
