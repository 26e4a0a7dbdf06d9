"""Who signs in with what."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest


class OneLook(AuthenticationBackend):
    """Works on a password once for each account it may belong to.

    What somebody types is taken for a name and for an address; allauth looks at the owner of a
    known address both times. Twice the work for a known address is a way to ask which are known.
    """

    def authenticate(
        self, request: HttpRequest | None, **credentials: Any
    ) -> AbstractBaseUser | None:
        self._seen: set[int] = set()
        return super().authenticate(request, **credentials)

    def _check_password(
        self, user: AbstractBaseUser | None, password: str
    ) -> AbstractBaseUser | None:
        if user is None or user.pk in self._seen:
            return None
        self._seen.add(user.pk)
        return super()._check_password(user, password)
