"""What Django's and allauth's signals mean here: screens are looked at again."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.signals import (
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest

from community import live
from community.accounts import session_time
from community.accounts.models import Person


def join() -> None:
    """Connects every receiver, once."""
    for signal in (
        user_logged_out,
        password_changed,
        password_reset,
        authenticator_added,
        authenticator_removed,
        authenticator_reset,
    ):
        signal.connect(_look_again, dispatch_uid=f"look again {id(signal)}")
    user_logged_in.connect(_begin_anew, dispatch_uid="a session begins anew")


def _begin_anew(request: HttpRequest | None = None, **kwargs: Any) -> None:
    if request is not None:
        session_time.begin_anew(request.session)


def _look_again(user: Person | None = None, **kwargs: Any) -> None:
    if user is not None and user.pk:
        live.kick([user.pk])
