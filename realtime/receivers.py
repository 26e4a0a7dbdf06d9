"""What Django's own signals mean for open screens."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models.signals import post_delete
from django.utils import timezone

from community import live


def join() -> None:
    """Connects every receiver, once."""
    post_delete.connect(session_ended, sender=Session, dispatch_uid="a session ended")


def session_ended(instance: Session, **_: Any) -> None:
    """Whoever signed in with it is looked at, now that it is gone: a log-out says so before it
    deletes the session, which is a moment too early. Sessions that ran out have their timers."""
    if instance.expire_date <= timezone.now():
        return
    person = str(instance.get_decoded().get(SESSION_KEY, ""))
    if person.isdigit():
        live.kick([int(person)])
