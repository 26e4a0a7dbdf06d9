"""Pages that belong to no feature: what went wrong, and the colours this browser wants."""

import sys
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from community.help import kept
from community.origin import is_ours
from community.templatetags.face import THEMES

_YEAR = 365 * 24 * 3600
_NOT_WORDS = ("csrf", "password", "token", "code", "next", "cid", "email")
# Boxes in which somebody says something: what stands in them comes back however short it is.
WORDS = frozenset(
    "about agreement body brings called decided description did gladly handover hard_days helped "
    "helper helps hopes hosts instead leans line matters measure more name not_about note notes "
    "notice one options other part place pronouns purpose reads_when reason references rhythm said "
    "saw since speaks_of spoken strength tells text then thinks title to_reporters topic until "
    "when where who why words work you".split()
)
_MANY_WORDS = 15  # elsewhere shorter values are choices and names, quickly typed again


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, without asking anything of a request that may be broken."""
    return HttpResponse(render_to_string("errors/400.html"), status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, the same for what never was and for what may not be known."""
    return nothing_here(request, {})


def nothing_here(request: HttpRequest, told: dict[str, Any]) -> HttpResponse:
    """404 in the words of the feature that was asked, where it has words of its own for what is not
    there, or not any more."""
    asked = request.resolver_match.app_name if request.resolver_match else ""
    pages = [f"{asked}/not_here.html", "errors/404.html"]
    return render(request, pages if asked else pages[-1], told, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without the database, the session or anything else that may have failed. The numbers
    stand on it: whoever is here may not manage one more page."""
    if isinstance(sys.exception(), OperationalError):
        return busy(request)
    told = {"land": kept.remembered().home}
    return HttpResponse(render_to_string("errors/500.html", told), status=500)


def busy(request: HttpRequest) -> HttpResponse:
    """503, where the database did not answer in time: what was written is given back, and nothing
    is asked of the database again."""
    told = {"land": kept.remembered().home, "kept": words_of(request)}
    answer = HttpResponse(render_to_string("errors/503.html", told), status=503)
    answer["Retry-After"] = "5"
    return answer


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/429.html", status=429)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old to be taken. What was written is shown, so that nothing is lost: to
    our own pages alone, since a foreign one could put its words into our mouth."""
    return render(request, "errors/403_csrf.html", {"kept": words_of(request)}, status=403)


def words_of(request: HttpRequest) -> list[str]:
    """What somebody wrote into a form of ours, to be given back. Nothing from a foreign page."""
    if not is_ours(request):
        return []
    return [
        value
        for name, value in request.POST.items()
        if isinstance(value, str) and _are_words(name.lower(), value)
    ]


def _are_words(name: str, value: str) -> bool:
    if any(part in name for part in _NOT_WORDS):
        return False
    is_box = name.rpartition("-")[2] in WORDS  # in front of the dash: which of several forms
    return bool(value.strip()) and (is_box or len(value) > _MANY_WORDS or " " in value.strip())


@login_not_required
@csrf_exempt  # colours are nobody's secret, and pages for strangers stay free of cookies
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keeps the colours this browser asked for, and goes back to where one was."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = HttpResponseRedirect(back, status=303)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie(
            "theme",
            theme,
            max_age=_YEAR,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
    else:
        response.delete_cookie("theme")
    return response
