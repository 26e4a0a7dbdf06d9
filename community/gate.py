"""Who gets past the front: strangers to what is public, staff only with their second factor."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from community.accounts import rules

# Everything a stranger may open. What is not named here asks to sign in first; a public page in a
# feature's own folder carries Django's `login_not_required`.
OPEN_PATHS = frozenset({"/", "/healthz", "/readyz"})
OPEN_FOLDERS = ("/accounts/", "/help-now/", "/learn/", "/leave/", "/static/", "/styleguide/")

# What somebody who still has to set up the second step may open.
SET_UP_FOLDERS = (*OPEN_FOLDERS, "/healthz", "/readyz")

View = Callable[..., HttpResponseBase]


class SignInFirst(LoginRequiredMiddleware):
    """Every address asks to sign in unless it is named above or its view says that it is open."""

    def process_view(
        self, request: HttpRequest, view_func: View, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if request.path in OPEN_PATHS or request.path.startswith(OPEN_FOLDERS):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


class SecondFactorFirst:
    """Where the operator insists, staff set up the second step before they open anything else."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            not request.path.startswith(SET_UP_FOLDERS)
            and request.path != "/"
            and request.user.is_authenticated
            and rules.needs_second_factor(request.user) is not None
        ):
            return redirect("mfa_index")
        return self.answer(request)


@login_not_required
def to_login(request: HttpRequest) -> HttpResponseRedirect:
    """The admin's own log-in page knows no second factor; ours does."""
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
