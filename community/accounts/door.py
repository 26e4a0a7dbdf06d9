"""What somebody said yes to on the first screen, carried to the second in a signed cookie.

Nothing of it is kept on the server until there is an account, and a "No" makes no cookie at all.
"""

import json
from dataclasses import asdict, dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "door"
PATH = "/accounts/"
LASTS = 20 * 3600  # nobody is hurried between two screens (WCAG 2.2.1)
_SALT = "community.accounts.door"


@dataclass(frozen=True, slots=True)
class Yes:
    """The versions of the texts somebody agreed to, and the code they brought."""

    rules: str
    health: str
    code: str = ""


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


def forget(response: HttpResponse) -> None:
    """The answer has become an account."""
    response.delete_cookie(COOKIE, path=PATH, samesite="Lax")
