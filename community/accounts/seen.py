"""When a session was last used: kept now and then, so that reading a page writes nothing."""

from collections.abc import Callable

from allauth.usersessions.middleware import UserSessionsMiddleware
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

# "Last used" on the page of sessions may be this much behind. Without it every page would write
# one row, and on SQLite wait for whoever is writing in a room.
KEPT_EVERY = 600  # seconds


class SeenNowAndThen(UserSessionsMiddleware):  # type: ignore[misc]
    """Keeps a session's row at most once in ten minutes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        super().__init__(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session = request.session.session_key
        if session and not cache.add(_key(session), 1, KEPT_EVERY):
            return self.get_response(request)
        return super().__call__(request)


def _key(session: str) -> str:
    """Names a session in the cache without giving it away."""
    return "seen:" + salted_hmac("kindred.seen", session, algorithm="sha256").hexdigest()
