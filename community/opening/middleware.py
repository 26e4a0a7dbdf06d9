"""Strangers before the opening: a calm page, help at hand, and the way in for who has one."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from community.house import rules

# What a stranger could otherwise open. Help, leaving, signing in and the texts stay as they are.
# The door itself asks for a code by then: the team comes in by invitation.
SHUT_FOLDERS = ("/groups/", "/learn/")


class NotOpenYet:
    """Answers strangers with the page that says so, until the house is open."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_shut(request.path) or rules.may_come_in() is None:
            return self.answer(request)
        if request.user.is_authenticated or getattr(request, "is_dummy", False):
            return self.answer(request)
        if request.path != "/":
            return redirect("/")
        return render(request, "opening/not_open.html")


def _is_shut(path: str) -> bool:
    return path == "/" or path.startswith(SHUT_FOLDERS)
