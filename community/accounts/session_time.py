"""How long a session lasts: while it is used, and never longer than a whole.

The end is the session's own, in the database, so open sockets end at the same moment. It is moved
on at most once in ten minutes: reading a page writes nothing.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from community.accounts.models import Person
from community.accounts.rules import is_staff

BEGAN, LOOKED, SHORT = "began", "looked", "short"  # in the session
MOVED_EVERY = timedelta(minutes=10)
# A person who needs long for a page is warned where the end is nearer than this (WCAG 2.2.1).
NO_WARNING_FROM = timedelta(hours=20)


@dataclass(frozen=True, slots=True)
class Limits:
    """A session ends when nothing was done for `idle`, and at the latest after `whole`."""

    idle: timedelta
    whole: timedelta


def limits_of(person: Person) -> Limits:
    """Short for those who read or decide over other people's words, long for everybody else."""
    kind = "STAFF" if is_staff(person) else "MEMBER"
    return Limits(
        idle=getattr(settings, f"{kind}_SESSION_IDLE"),
        whole=getattr(settings, f"{kind}_SESSION_WHOLE"),
    )


def goes_on(session: SessionBase, person: Person, *, now: datetime) -> bool:
    """Somebody did something: moves the session's end on. False where it is over already."""
    began = _moment(session.get(BEGAN)) or now
    looked = _moment(session.get(LOOKED))
    if looked is not None and timedelta(0) <= now - looked < MOVED_EVERY:
        return True
    limits = limits_of(person)
    if now >= began + limits.whole:
        return False
    if looked is not None and now >= looked + limits.idle + MOVED_EVERY:
        return False
    session[BEGAN], session[LOOKED] = began.timestamp(), now.timestamp()
    session[SHORT] = limits.idle < NO_WARNING_FROM
    session.set_expiry(min(now + limits.idle, began + limits.whole))
    return True


def begin_anew(session: SessionBase) -> None:
    """Somebody signed in: the whole is counted from now."""
    for name in (BEGAN, LOOKED, SHORT):
        session.pop(name, None)


def seconds_left(session: SessionBase, *, now: datetime) -> int:
    """Until the session ends if nothing more is done."""
    return max(0, int((session.get_expiry_date() - now).total_seconds()))


def needs_warning(session: SessionBase) -> bool:
    """Whether the end comes so soon that a page has to say so before."""
    return bool(session.get(SHORT))


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, tz=UTC)
