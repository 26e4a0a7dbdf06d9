"""Ending sessions: pages at the next click, sockets within a second."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from community import live
from community.accounts.models import Person
from community.record import write as record


@transaction.atomic
def end_sessions(*, person: Person, by: Person, keep: str = "") -> int:
    """Ends every session of a person but the one whose key is `keep`; says how many.

    Somebody else's sessions are ended on the record.
    """
    ended = UserSession.objects.filter(user=person).exclude(session_key=keep)
    keys = list(ended.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    ended.delete()
    live.kick([person.pk])
    if by.pk != person.pk:
        record.write(act="end_sessions", by=by.pk, about=person.pk, subject=f"person:{person.pk}")
    return len(keys)


def forget_ended_sessions(now: datetime) -> None:
    """Deletes what is left of sessions that are over."""
    ended = Session.objects.filter(expire_date__lt=now)
    UserSession.objects.filter(session_key__in=ended.values("session_key")).delete()
    ended.delete()
