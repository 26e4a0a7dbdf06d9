"""Pages that only say something."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from community.accounts import texts
from community.accounts.enums import ConsentKind, Standing
from community.accounts.models import Admission, Person


def to_come_in(request: HttpRequest) -> HttpResponse:
    """Old and foreign addresses of the door."""
    return redirect("accounts:come_in")


def to_password_change(request: HttpRequest) -> HttpResponse:
    """Everybody here has a password; it is changed on one page."""
    return redirect("account_change_password")


def to_log_in(request: HttpRequest) -> HttpResponse:
    """An account that was ended is not told apart from one that never was."""
    return redirect("account_login")


def to_email(request: HttpRequest) -> HttpResponse:
    """Whether an address is confirmed stands on one's own page."""
    return redirect("accounts:email")


@require_safe
def house_rules(request: HttpRequest) -> HttpResponse:
    """The rules as they stand."""
    return render(request, "accounts/house_rules.html", {"rules": texts.current(ConsentKind.RULES)})


@never_cache
@login_required
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """For somebody a person has not let in yet, or could not."""
    person = request.user
    assert isinstance(person, Person)
    if person.standing != Standing.WAITING:
        return redirect("/")
    admission = Admission.objects.filter(person=person).first()
    return render(request, "accounts/waiting.html", {"admission": admission})
