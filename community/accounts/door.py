"""What somebody said yes to on the first screen, carried to the second in a signed cookie.

Nothing of it is kept on the server until there is an account, and a "No" makes no cookie at all.
"""

import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from community.accounts.handles import skeleton

COOKIE = "door"
PATH = "/accounts/"
LASTS = 20 * 3600  # nobody is hurried between two screens (WCAG 2.2.1)
SAME_FORM = 600  # how long after the first the second of two may arrive
_SALT = "community.accounts.door"


@dataclass(frozen=True, slots=True)
class Yes:
    """The versions of the texts somebody agreed to, the code they brought, and which form this is."""

    rules: str
    health: str
    code: str = ""
    token: str = ""


def remember(response: HttpResponse, yes: Yes) -> None:
    """Gives the answer to the browser to bring along."""
    response.set_signed_cookie(
        COOKIE,
        json.dumps(asdict(yes)),
        salt=_SALT,
        max_age=LASTS,
        path=PATH,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def answer(request: HttpRequest) -> Yes | None:
    """What the browser brought, or None where it brought nothing valid."""
    raw = request.get_signed_cookie(COOKIE, default=None, salt=_SALT, max_age=LASTS)
    try:
        return Yes(**json.loads(raw)) if raw else None
    except (ValueError, TypeError):
        return None


def claim(name: str, yes: Yes, *, is_made: bool = False) -> None:
    """Notes which form asked for this name first, and at last which one an account was made by."""
    (cache.set if is_made else cache.add)(_key(name), yes.token, SAME_FORM)


def is_the_same(name: str, yes: Yes) -> bool:
    """Whether this form, sent twice, is the one the name went to. Nobody else's password is looked
    at here: signing in has limits of its own."""
    return bool(yes.token) and cache.get(_key(name)) == yes.token


def _key(name: str) -> str:
    """Without the name in it: what is kept beside the database says nobody's name."""
    return "door:" + salted_hmac(_SALT, skeleton(name)).hexdigest()


def forget(response: HttpResponse) -> None:
    """The answer has become an account."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
