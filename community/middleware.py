"""Headers every private page carries, and refusals turned into friendly pages."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from community.refusal import Refused
from community.views import busy, nothing_here, words_of

log = logging.getLogger(__name__)
Answer = Callable[[HttpRequest], HttpResponse]


class EveryAnswer:
    """Headers of every answer there is: pages, files, refusals and errors alike."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        response.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class PrivatePages:
    """What is answered to somebody with a session is kept by no cache and no back button.

    Goes by the cookie, so that it asks no database and holds for errors and refusals too.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        name = settings.SESSION_COOKIE_NAME
        if getattr(response, "holds_nothing_private", False):
            return response
        if name in request.COOKIES or name in response.cookies:
            response["Cache-Control"] = "no-store, private"
        return response


class RefusalsInWords:
    """A Refused that nobody caught becomes a page: 404 where the thing must not be known. What was
    written is given back. So it is where the database did not answer in time. The address of a
    button, opened as a page, says that it is none."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if response.status_code == 405 and request.method == "GET" and not response.content:
            page = render(request, "errors/405.html", status=405)
            page["Allow"] = response["Allow"]
            return page
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, OperationalError):
            log.warning("the database did not answer in time", exc_info=error)
            return busy(request)
        if not isinstance(error, Refused):
            return None
        told = {"refusal": error.refusal, "kept": words_of(request)}
        if error.refusal.hides:
            return nothing_here(request, told)
        return render(request, "errors/refused.html", told, status=403)
