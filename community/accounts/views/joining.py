"""Codes for others, and letting people in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts import queries, rules
from community.accounts.actions import joining
from community.accounts.forms import DeclineForm, InvitationForm
from community.accounts.roles import Act
from community.accounts.views.who import person_of
from community.refusal import insist


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """One's own codes: whether they were used, never by whom; to who treats people not even that,
    since they know whom they gave a card to. POST makes one, shown this once."""
    person = person_of(request)
    insist(rules.may(person, Act.INVITE))
    form = InvitationForm(request.POST if "uses" in request.POST else None)
    code = ""
    if request.method == "POST" and "uses" not in request.POST:
        code = joining.make_card(by=person)
    elif request.method == "POST" and form.is_valid():
        code = joining.make_invitation(uses=form.cleaned_data["uses"], by=person)
    context = {
        "form": form,
        "code": code,
        "invitations": queries.invitations_of(person),
        "says_use": not rules.treats_people(person),
        "now": timezone.now(),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "accounts/invite.html", context, status=status)


@login_required
@require_POST
def end_invitation(request: HttpRequest, invitation: int) -> HttpResponse:
    """Nobody else comes in with this code."""
    joining.end_invitation(invitation=invitation, by=person_of(request))
    messages.success(request, _("This code opens nothing any more."))
    return redirect("accounts:invite")


@never_cache
@login_required
@require_safe
def admissions(request: HttpRequest) -> HttpResponse:
    """Who waits to be let in."""
    insist(rules.may(person_of(request), Act.ADMIT_PEOPLE))
    rows = [
        {"admission": found, "form": DeclineForm(prefix=f"p{found.person_id}")}
        for found in queries.people_waiting()
    ]
    return render(request, "accounts/admissions.html", {"rows": rows})


@login_required
@require_POST
def admit(request: HttpRequest, person: int) -> HttpResponse:
    """Lets somebody in."""
    joining.admit(person=person, by=person_of(request))
    messages.success(request, _("They can come in now."))
    return redirect("accounts:admissions")


@login_required
@require_POST
def decline(request: HttpRequest, person: int) -> HttpResponse:
    """Does not let somebody in, in words."""
    insist(rules.may(person_of(request), Act.ADMIT_PEOPLE))
    form = DeclineForm(request.POST, prefix=f"p{person}")
    if form.is_valid():
        joining.decline(person=person, words=form.cleaned_data["words"], by=person_of(request))
        messages.success(request, _("They will read your words when they sign in."))
        return redirect("accounts:admissions")
    rows = [
        {
            "admission": found,
            "form": form
            if found.person_id == person
            else DeclineForm(prefix=f"p{found.person_id}"),
        }
        for found in queries.people_waiting()
    ]
    return render(request, "accounts/admissions.html", {"rows": rows, "wrong": form}, status=422)
