"""Who looked at what is somebody's: every feature says for itself what was written down, and a page
of the person's own shows it. People of the team stand there by their role; by name only whom the
person chose."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise

from community.accounts.models import Person

SHOWN_FOR = timedelta(days=365)
AT_MOST = 300
SAME_LOOK = timedelta(hours=1)  # whoever opens it again within this time looks once
Words = str | Promise


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked at something, or took a copy of it."""

    at: datetime
    who: Words
    what: Words
    why: Words


# Asked with the person and the first moment that is shown, newest first or not.
Ask = Callable[[Person, datetime], Iterable[Look]]
_asks: list[Ask] = []


def register(ask: Ask) -> None:
    """Called once by a feature in `ready`. What it answers may be read by the person: it never
    gives away who told the team something."""
    _asks.append(ask)


def at(person: Person, *, now: datetime) -> list[Look]:
    """Every look that was written down in the last year, newest first."""
    found = [look for ask in _asks for look in ask(person, now - SHOWN_FOR)]
    return sorted(found, key=lambda look: look.at, reverse=True)[:AT_MOST]
