"""How soon somebody looks, by level: what the operator promises, and when the next rung is called."""

from datetime import timedelta

from django.core.cache import cache

from community.safety.enums import Level
from community.safety.models import Promises

# SAFETY.md's P1 to P4, rounded to what a small team in staffed hours can keep.
PROMISES = {
    Level.NOW: timedelta(minutes=15),
    Level.SOON: timedelta(minutes=30),
    Level.TODAY: timedelta(hours=4),
    Level.CALM: timedelta(hours=24),
}
# After one rung was called, so long until the next one is.
NEXT_RUNG = {
    Level.NOW: timedelta(minutes=5),
    Level.SOON: timedelta(minutes=15),
    Level.TODAY: timedelta(hours=2),
    Level.CALM: timedelta(days=1),
}
CALLED_AT_ONCE = frozenset({Level.NOW, Level.SOON})
_KEY, _KEPT_SECONDS = "safety.promises", 5


def current() -> Promises:
    """The operator's promises as they stand; a change is everywhere within five seconds."""
    found: Promises | None = cache.get(_KEY)
    if found is None:
        found = Promises.objects.first() or Promises()
        cache.set(_KEY, found, _KEPT_SECONDS)
    return found


def forget() -> None:
    """Shows a change at once in this process's cache."""
    cache.delete(_KEY)


def decided_within(level: Level) -> timedelta:
    """By when something of this level is decided."""
    minutes = {
        Level.NOW: current().now,
        Level.SOON: current().soon,
        Level.TODAY: current().today,
        Level.CALM: current().calm,
    }
    return timedelta(minutes=minutes[level])


def answered_within(level: Level) -> timedelta:
    """By when somebody has it; then the whole area is called."""
    if level == Level.NOW:
        return timedelta(minutes=current().answer_now)
    return decided_within(level)
