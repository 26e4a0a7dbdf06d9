"""Leaving for good, and coming back within the days that are left."""

import logging
from datetime import datetime, timedelta

from allauth.account.decorators import reauthentication_required
from django import forms
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.actions import leaving
from community.accounts.enums import Standing
from community.accounts.models import Leaving, LeavingProof
from community.accounts.views.who import person_of

log = logging.getLogger(__name__)

BACKUPS = timedelta(days=30)  # so long the oldest one is kept at most


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
        shown = {"ends_at": left.ends_at, "proof": address_of(left)}
        return render(request, "accounts/left.html", shown)
    status = 422 if request.method == "POST" else 200
    days = leaving.CAN_COME_BACK.days
    return render(request, "accounts/leave.html", {"form": form, "days": days}, status=status)


@never_cache
@login_required
@reauthentication_required(allow_get=True)
@require_http_methods(["GET", "HEAD", "POST"])
def leave_now(request: HttpRequest) -> HttpResponse:
    """Everything, at once. Says before what goes, what cannot, why and until when; then does it,
    and leads to the proof."""
    if request.method != "POST":
        return render(request, "accounts/leave_now.html", {"backups_end": _backups_end()})
    person = person_of(request)
    left = leaving.start_leaving_at_once(by=person)
    try:
        logout(request)
        leaving.finish_leaving(person=person)
    except Exception as error:  # whatever it was, the ticker does it; the proof says when
        log.warning("removing at once has to wait: %s", type(error).__name__)
    return redirect("person:gone", left.token)


@never_cache
@require_safe
def gone(request: HttpRequest, token: str) -> HttpResponse:
    """The proof, for whoever was given its address: when it was asked, and when it was done."""
    proof = LeavingProof.objects.filter(hash=leaving.hashed(token)).first()
    if proof is None:
        raise Http404
    due = Leaving.objects.filter(proof=proof).values_list("ends_at", flat=True).first()
    ends = proof.done_at + BACKUPS if proof.done_at else None
    shown = {"proof": proof, "due": due, "backups_end": ends}
    return render(request, "accounts/gone.html", shown)


def address_of(left: leaving.Left) -> str:
    """Where it can be read that it was done."""
    return settings.SITE_URL + reverse("person:gone", args=[left.token])


def _backups_end() -> datetime:
    return timezone.now() + BACKUPS


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
