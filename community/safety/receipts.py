"""Receipts: a short code that can be read aloud, and the hash of what was seen."""

import hashlib
import secrets

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like something else


def new_receipt() -> str:
    """Eight letters and digits nobody can guess."""
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


def hash_of(snapshot: str) -> str:
    """Proves later what was seen, when the words themselves are gone."""
    return hashlib.sha256(snapshot.encode()).hexdigest()
