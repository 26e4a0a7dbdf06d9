"""Leaving for good, and coming back within the days that are left."""

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts.actions import leaving
from community.accounts.enums import Standing
from community.accounts.views.who import person_of


class LeavingForm(forms.Form):
    """What becomes of the words this person wrote in rooms."""

    words = forms.ChoiceField(
        label=_("What you wrote in rooms"),
        widget=forms.RadioSelect,
        choices=[
            ("remove", _("Remove my words everywhere")),
            ("keep", _("Leave my words there, without my name")),
        ],
    )


@login_required
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Asks once what becomes of the words, then signs out everywhere."""
    form = LeavingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        left = leaving.start_leaving(
            by=person_of(request), keeps_words=form.cleaned_data["words"] == "keep"
        )
        logout(request)
        return render(request, "accounts/left.html", {"ends_at": left.ends_at})
    status = 422 if request.method == "POST" else 200
    days = leaving.CAN_COME_BACK.days
    return render(request, "accounts/leave.html", {"form": form, "days": days}, status=status)


@login_required
@require_POST
def come_back(request: HttpRequest) -> HttpResponse:
    """One press, and everything is as it was."""
    leaving.come_back(by=person_of(request))
    return redirect("/")


@login_required
def leaving_page(request: HttpRequest) -> HttpResponse:
    """What somebody who is leaving sees after signing in again."""
    person = person_of(request)
    if person.standing != Standing.LEAVING:
        return redirect("/")
    return render(request, "accounts/leaving.html", {"ends_at": person.standing_until})
