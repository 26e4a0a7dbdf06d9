"""Signing out, heard from Django: who has gone is on duty nowhere."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_out
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from community.accounts.models import Person
from community.safety.actions.duty import end_of_kinds
from community.safety.enums import DutyKind


def join() -> None:
    """Called once, when every app is ready."""
    user_logged_out.connect(_end_duty, dispatch_uid="duty ends with the session")


def _end_duty(
    user: Person | None = None, request: HttpRequest | None = None, **kwargs: Any
) -> None:
    """Where they are signed in elsewhere too, a screen there may go on by its pings: without them
    its lease is over in 90 seconds. What a page or a call keeps for longer ends in any case."""
    if not isinstance(user, Person):
        return
    ends = list(DutyKind)
    if _is_elsewhere(user, request):
        ends.remove(DutyKind.SCREEN)
    end_of_kinds(person=user, kinds=ends, now=timezone.now())


def _is_elsewhere(person: Person, request: HttpRequest | None) -> bool:
    session = getattr(request, "session", None)
    here = session.session_key if session is not None else None
    others = UserSession.objects.filter(user=person).exclude(session_key=here or "")
    live = Session.objects.filter(expire_date__gt=timezone.now())
    return live.filter(session_key__in=others.values("session_key")).exists()
