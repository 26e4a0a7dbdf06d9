"""Leaving quickly: the session ends, the browser forgets, a dull page takes the place.

The promise: after the button (or Shift three times) nothing of this place is on the screen, the
session and its sockets are ended, and Back leads to the dull page. What the browser wrote into its
own history stays there; the page about leaving quickly says so.

A short-lived cookie that says nothing but "left" guards the way back: pages reached through links
of ours were not typed in anew, so they answer with the dull page. An address typed or opened from
a bookmark lets people in again at once.
"""

from collections.abc import Callable

from django.contrib.auth import logout
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.house import queries as house
from community.origin import is_ours

LEAVE = "/leave/"
COOKIE = "left"
_GUARDED_SECONDS = 15 * 60


@csrf_exempt  # a stale page must let go as well; foreign pages are refused below
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """POST ends everything and leads to the dull page, which GET shows to anyone."""
    if request.method != "POST":
        response: HttpResponse = render(request, "leave/notes.html")
        if (elsewhere := _elsewhere()) is not None:
            # A header, since the policy for forms would stop a redirect to another place.
            response["Refresh"] = f"0; url={elsewhere}"
        return response
    response = HttpResponseRedirect(LEAVE, status=303)
    if _from_here(request):
        logout(request)
        # Not "storage": it holds the help page, which is everybody's and has to open without us.
        response["Clear-Site-Data"] = '"cache"'
        for name in request.COOKIES:
            response.delete_cookie(name)
        response.set_cookie(
            COOKIE,
            "1",
            max_age=_GUARDED_SECONDS,
            samesite="Lax",
            secure=request.is_secure(),
        )
    return response


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """How leaving quickly works, and what it cannot do."""
    return render(request, "leave/about.html")


def _elsewhere() -> str | None:
    """Where the operator wants leaving to lead; the dull page alone while nobody can be asked."""
    try:
        return house.current().leave_to or None
    except DatabaseError:
        return None


def _from_here(request: HttpRequest) -> bool:
    """Whether one of our own pages asked: nobody else may end a person's session. A browser that
    does not say is let go."""
    return is_ours(request) is not False


class LeftQuickly:
    """For a while after leaving, the way back shows the dull page."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == LEAVE:
            return self._leaving(request)
        if not self._way_back(request):
            return self.answer(request)
        if request.headers.get("Sec-Fetch-Site") == "same-origin":
            return HttpResponseRedirect(LEAVE)
        response = self.answer(request)
        response.delete_cookie(COOKIE)
        return response

    def _leaving(self, request: HttpRequest) -> HttpResponse:
        """The dull page comes whatever is broken; where the session could not be ended, the browser
        at least forgets its key."""
        response = self.answer(request)
        if response.status_code < 500:
            return response
        dull = render(request, "leave/notes.html")
        dull["Cache-Control"] = "no-store"
        if request.method == "POST" and _from_here(request):
            for name in request.COOKIES:
                dull.delete_cookie(name)
        return dull

    def _way_back(self, request: HttpRequest) -> bool:
        return (
            COOKIE in request.COOKIES
            and request.method == "GET"
            and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
        )
