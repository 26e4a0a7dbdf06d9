"""Handles: one skeleton for all that looks alike."""

import unicodedata

_ALIKE = str.maketrans("0135", "oles")


def skeleton(handle: str) -> str:
    """The handle folded so that two that look alike are one: NFKC, case, accents, separators,
    digits that stand for letters. Used for uniqueness and for finding a person, never shown."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", handle).casefold())
    kept = "".join(c for c in folded if not unicodedata.combining(c) and c.isalnum())
    return kept.translate(_ALIKE)[:60]
