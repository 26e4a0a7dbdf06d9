"""What a session notes by the way is never worth more than what somebody came to do."""

import logging

from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

log = logging.getLogger(__name__)


class NotedIfItCan(SessionMiddleware):
    """The act is done when the session is written. Where somebody else holds the database then, it
    is asked once more, and the answer goes out as it is: the next page notes it.

    A session that begins is never let go like this: who signs in must not be told so and stay out.
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
            return response


def _is_held(error: BaseException) -> bool:
    """Whether the session is there and could not be written. The framework says in both cases that
    it was deleted; what it heard from the database stands behind that."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, OperationalError):
        cause = cause.__context__
    return cause is not None
