"""Who gets past the front: strangers to what is public, staff only with their second factor, and
nobody with a session that is over."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date, urlencode

from community.accounts import rules, session_time
from community.views import words_of

# Everything a stranger may open. What is not named here asks to sign in first; a public page in a
# feature's own folder carries Django's `login_not_required`. Those are all harmless without a
# person: the list of groups and the page of one that is not private, the colours (`theme/`,
# `house.css`), `robots.txt`, what a mail leads to (`stop/…`) and what a link in somebody's hands
# opens (`open/…`), each by a token that is a secret, and the doors of the admin, which lead to ours.
# tests/ground/test_every_address.py holds this list.
OPEN_PATHS = frozenset({"/", "/healthz", "/readyz"})
OPEN_FOLDERS = ("/accounts/", "/help-now/", "/learn/", "/leave/", "/static/", "/styleguide/")

# What somebody who still has to set up the second step may open.
SET_UP_FOLDERS = (*OPEN_FOLDERS, "/healthz", "/readyz")

# What an account of the care team may open: what is open to everybody, what is its own, and what
# members handed over to it. Nothing else of this place exists for it.
CARE_FOLDERS = (*SET_UP_FOLDERS, "/care/", "/me/", "/theme/", "/house.css")

ADMIN = "/cms/"

View = Callable[..., HttpResponseBase]


class SignInFirst(LoginRequiredMiddleware):
    """Every address asks to sign in unless it is named above or its view says that it is open."""

    def process_view(
        self, request: HttpRequest, view_func: View, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if request.path in OPEN_PATHS or request.path.startswith(OPEN_FOLDERS):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: View
    ) -> HttpResponseBase:
        """To the log-in; but a person whose session is over is told so, with what they wrote."""
        if not (_is_over(request) and _is_a_visit(request)):
            return super().handle_no_permission(request, view_func)
        onward = urlencode({"next": _onward(request)})
        way = f"{reverse('account_login')}?{onward}"
        return render(
            request, "errors/signed_out.html", {"way": way, "kept": words_of(request)}, status=403
        )


class KeyOutlivesSession:
    """The browser keeps the key longer than the session lasts. It opens nothing then, but whoever
    brings it can be told what happened. Stands outside the session's own middleware."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        key = response.cookies.get(settings.SESSION_COOKIE_NAME)
        if key is not None and key.value:
            kept = int(settings.MEMBER_SESSION_WHOLE.total_seconds())
            key["max-age"], key["expires"] = kept, http_date(timezone.now().timestamp() + kept)
        return response


class SessionsEnd:
    """Whatever somebody does moves the end of their session on; a session that is over is ended.
    What a page asks by itself is not something somebody did."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if SESSION_KEY in request.session and request.user.is_authenticated:
            now = timezone.now()
            is_done_by_somebody = request.method == "POST" or _is_a_visit(request)
            if is_done_by_somebody and not session_time.goes_on(
                request.session, request.user, now=now
            ):
                logout(request)
            elif session_time.needs_warning(request.session):
                left = session_time.seconds_left(request.session, now=now)
                request.seconds_left = left  # type: ignore[attr-defined]
        return self.answer(request)


def _is_over(request: HttpRequest) -> bool:
    """Whether the browser brought the key of a session that is there no more."""
    return bool(request.COOKIES.get(settings.SESSION_COOKIE_NAME)) and request.session.is_empty()


def _is_a_visit(request: HttpRequest) -> bool:
    """Whether a person opens a page, rather than a page asking for something by itself."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def _onward(request: HttpRequest) -> str:
    """Where to go on after signing in: the page that was asked for, or the one a form stood on."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    try:
        came = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # half an address, as no browser sends it
        return "/"
    return came.path if came.netloc == request.get_host() and came.path else "/"


class SecondFactorFirst:
    """Where the operator insists, staff set up the second step before they open anything else."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            not request.path.startswith(SET_UP_FOLDERS)
            and request.path != "/"
            and request.user.is_authenticated
            and (missing := rules.needs_second_factor(request.user)) is not None
        ):
            if not _is_a_visit(request):  # a script of an open page says it in words
                return JsonResponse({"why": missing.code}, status=403)
            return redirect("mfa_index")
        return self.answer(request)


class AdminForTheActive:
    """The library's admin asks its own groups, which stay with an account on hold. For whoever may
    not use what their role opens, none of its addresses is there."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            request.path.startswith(ADMIN)
            and request.user.is_authenticated
            and rules.may_use_powers(request.user) is not None
        ):
            return render(request, "errors/404.html", status=404)
        return self.answer(request)


class CareTeamApart:
    """For an account of the care team rooms, groups, mentors, people, the desk and the search are not
    there. Every address but its own gets one and the same answer, whether something is there or
    not."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            request.path != "/"
            and not request.path.startswith(CARE_FOLDERS)
            and request.user.is_authenticated
            and rules.treats_people(request.user)
        ):
            return render(request, "errors/care_team.html", status=404)
        return self.answer(request)


@login_not_required
def to_login(request: HttpRequest) -> HttpResponse:
    """The admin's own log-in page knows no second factor; ours does. Who is signed in and was sent
    here has nothing to do in the library: they would go round in a circle."""
    if request.user.is_authenticated:
        list(get_messages(request))  # the editor speaks of permissions: read, and not shown
        return render(request, "errors/404.html", {"messages": ()}, status=404)
    onward = request.GET.get("next", "/cms/")
    return redirect(f"{reverse('account_login')}?{urlencode({'next': onward})}")


@login_not_required
def to_logout(request: HttpRequest) -> HttpResponseRedirect:
    """Signing out ends pages and sockets, by the one way there is."""
    return redirect("account_logout")


@login_not_required
def nothing_here(request: HttpRequest) -> HttpResponse:
    """For addresses of the library that this place does not use."""
    raise Http404
