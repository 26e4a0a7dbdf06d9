"""A code to keep, and coming back with it."""

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts import limits, queries
from community.accounts.actions import recovery
from community.accounts.forms import RecoverForm
from community.accounts.models import Person
from community.accounts.views.who import person_of, posted
from community.refusal import Refused

TRIES = {"limit": 10, "per": 600}


@never_cache
@login_required
@reauthentication_required(allow_get=True)
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Says what the code is for; POST makes one and shows it this once."""
    person = person_of(request)
    context: dict[str, object] = {"has_code": queries.has_recovery_code(person)}
    if request.method == "POST":
        context["code"] = recovery.make_recovery_code(by=person)
    return render(request, "accounts/recovery_code.html", context)


@login_required
@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """The code that is on the page, as a file with a name that says nothing. It comes back from
    the page, because it is kept nowhere here."""
    words = recovery.in_one_spelling(request.POST.get("code", "")[:60])
    return HttpResponse(
        f"{words}\n",
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="notes.txt"'},
    )


@never_cache
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    """A name, the code, a new password: then they are in. Whatever was wrong, the words are one."""
    form = RecoverForm(posted(request))
    if request.method == "POST":
        if (refusal := limits.spend(request, act="recover", **TRIES)) is not None:
            form.add_error(None, str(refusal.words))
        elif form.is_valid() and (person := _recovered(form)) is not None:
            return _enter(request, person)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "accounts/recover.html", {"form": form}, status=status)


def _recovered(form: RecoverForm) -> Person | None:
    data = form.cleaned_data
    try:
        return recovery.recover(handle=data["handle"], code=data["code"], password=data["password"])
    except Refused as refused:
        form.add_error(None, str(refused.refusal.words))
        return None


def _enter(request: HttpRequest, person: Person) -> HttpResponse:
    """By the one log-in there is: a second step that was set up is still asked for."""
    get_adapter(request).send_notification_mail("account/email/recovered", person)
    record_authentication(request, person, method="recovery_code", reauthenticated=True)
    try:
        response: HttpResponse = perform_login(
            request, Login(user=person, redirect_url=reverse("accounts:code"))
        )
    except ImmediateHttpResponse as immediate:
        response = immediate.response
    return response
