"""My sessions: where I am signed in, and ending it."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.accounts.actions.sessions import end_sessions


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """Lists the places; POST ends every one but this."""
    if request.method == "POST":
        end_sessions(person=request.user, by=request.user, keep=request.session.session_key or "")
        messages.success(request, _("You are signed out everywhere else."))
        return redirect("person:sessions")
    found = UserSession.objects.purge_and_list(request.user)
    return render(
        request,
        "accounts/sessions.html",
        {"sessions": found, "here": request.session.session_key},
    )
