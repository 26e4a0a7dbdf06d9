"""Who signs in with what, and whose permissions count."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.http import HttpRequest

from community.accounts import rules
from community.accounts.models import Person


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

    def get_all_permissions(
        self, user_obj: AbstractBaseUser | AnonymousUser, obj: Model | None = None
    ) -> set[str]:
        """What the groups of the library open: nothing while the account may not use its powers.
        `has_perm` and `has_module_perms` both ask here."""
        if isinstance(user_obj, Person) and rules.may_use_powers(user_obj) is not None:
            return set()
        return super().get_all_permissions(user_obj, obj)
