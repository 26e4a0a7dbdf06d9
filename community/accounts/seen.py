"""When a session was last used: kept now and then, so that reading a page writes nothing."""

import logging
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

log = logging.getLogger(__name__)

# "Last used" on the page of sessions may be this much behind. Without it every page would write
# one row, and on SQLite wait for whoever is writing in a room.
KEPT_EVERY = 600  # seconds


class SeenNowAndThen:
    """Keeps a session's row at most once in ten minutes. While somebody else holds the database the
    row waits for the next page: nobody's words do."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session = request.session.session_key
        if session and request.user.is_authenticated and cache.add(_key(session), 1, KEPT_EVERY):
            try:
                UserSession.objects.create_from_request(request)
            except OperationalError as error:
                cache.delete(_key(session))
                log.warning("a visit was not noted: %s", type(error).__name__)
        return self.answer(request)


def _key(session: str) -> str:
    """Names a session in the cache without giving it away."""
    return "seen:" + salted_hmac("kindred.seen", session, algorithm="sha256").hexdigest()
