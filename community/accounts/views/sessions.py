"""My sessions: where I am signed in, and ending it."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.accounts import session_time
from community.accounts.actions.sessions import end_sessions
from community.accounts.views.who import person_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """Lists the places; POST ends every one but this."""
    person = person_of(request)
    if request.method == "POST":
        end_sessions(person=person, by=person, keep=request.session.session_key or "")
        messages.success(request, _("You are signed out everywhere else."))
        return redirect("person:sessions")
    found = UserSession.objects.purge_and_list(person)
    return render(
        request,
        "accounts/sessions.html",
        {"sessions": found, "here": request.session.session_key},
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def stay(request: HttpRequest) -> HttpResponse:
    """How long the session lasts. A POST is something somebody did, so it has been moved on."""
    left = session_time.seconds_left(request.session, now=timezone.now())
    return JsonResponse({"seconds": left})
