"""Counts that say nothing about a single person."""

from collections.abc import Mapping

LEAST = 5


def hide_few(counts: Mapping[str, int], *, least: int = LEAST) -> dict[str, int | None]:
    """Counts under `least` hidden (None). Whoever knows their sum finds none of them: what is hidden
    is together `least` or more, for which the smallest of the others are hidden too."""
    hidden = {name for name, count in counts.items() if count < least}
    while hidden and sum(counts[name] for name in hidden) < least and len(hidden) < len(counts):
        shown = (name for name in counts if name not in hidden)
        hidden.add(min(shown, key=lambda name: (counts[name], name)))
    return {name: None if name in hidden else count for name, count in counts.items()}
