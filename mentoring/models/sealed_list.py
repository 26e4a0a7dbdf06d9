"""A few words in one sealed field, a comma between one and the next."""

from collections.abc import Iterable


def parted(kept: str) -> list[str]:
    """Each of them, in their order."""
    return [word.strip() for word in kept.split(",") if word.strip()]


def joined(words: Iterable[str]) -> str:
    """As they are kept, each once."""
    return ",".join(dict.fromkeys(words))
