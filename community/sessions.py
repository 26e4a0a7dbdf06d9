"""What a session notes by the way is never worth more than what somebody came to do."""

import logging

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from community.views import busy

log = logging.getLogger(__name__)


class NotedIfItCan(SessionMiddleware):
    """The act is done when the session is written. Where somebody else holds the database then, it
    is asked once more, and the answer goes out as it is: the next page notes it.

    A session that begins is never let go like this: who signs in must not be sent on as if they
    were in, with the key of a session that ended when they came. They are asked to try once more.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except SessionInterrupted as error:
            if not _is_held(error):
                raise  # it was ended meanwhile, and that is said
        try:
            return super().process_response(request, response)
        except SessionInterrupted as error:
            if not _is_held(error):
                raise
            log.warning("a session was not noted: the database was held")
            return _not_begun(request) if _begins(request) else response


def _begins(request: HttpRequest) -> bool:
    """Whether the browser does not have this session's key yet."""
    brought = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    return bool(request.session.session_key != brought)


def _not_begun(request: HttpRequest) -> HttpResponse:
    """The page that asks to try once more; the key of what was before it opens nothing now."""
    answer = busy(request)
    answer.delete_cookie(settings.SESSION_COOKIE_NAME, samesite="Lax")
    return answer


def _is_held(error: BaseException) -> bool:
    """Whether the session is there and could not be written. The framework says in both cases that
    it was deleted; what it heard from the database stands behind that."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, OperationalError):
        cause = cause.__context__
    return cause is not None
