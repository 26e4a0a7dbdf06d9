"""Where a coordinator says who somebody of a care team is."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.care import rules
from community.care.actions import checking as actions
from community.care.forms.door import CheckForm
from community.care.queries import door
from community.care.queries.handing import unanswered
from community.care.views._who import person_of
from community.refusal import Refused, insist


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """Every account of a care team, and how its check stands."""
    insist(rules.may_check(person_of(request)))
    today = timezone.localdate()
    late = unanswered(today=today)
    context = {"accounts": door.care_accounts(), "today": today, "late": late}
    return render(request, "care/checks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, person: int) -> HttpResponse:
    """One account: who it is, how that is known, until when."""
    insist(rules.may_check(person_of(request)))
    account = next((one for one in door.care_accounts() if one.pk == person), None)
    insist(None if account else rules.NOT_HERE)
    assert account is not None
    provider = door.provider_of(account)
    before = {}
    if provider is not None:
        before = {name: getattr(provider, name) for name in ("name", "profession", "organisation")}
    form = CheckForm(request.POST or None, initial=before)
    if form.is_valid():
        return _checked(request, account.pk, form)
    context = {"form": form, "account": account, "provider": provider}
    status = 422 if form.is_bound else 200
    return render(request, "care/check.html", context, status=status)


@reauthentication_required
def _checked(request: HttpRequest, person: int, form: CheckForm) -> HttpResponse:
    """It opens what members hand over, so the password is asked for again."""
    try:
        provider = actions.check(person=person, found=form.found, by=person_of(request))
    except Refused as no:
        if no.refusal.hides:
            raise
        messages.warning(request, str(no.refusal.words))
        return redirect("care:check", person)
    words = _("Members can bring %(name)s from now on. It stands on the record.")
    messages.success(request, words % {"name": provider.name})
    return redirect("care:checks")


@require_POST
def end_check(request: HttpRequest, person: int) -> HttpResponse:
    """The service does not stand for this name any more."""
    actions.end_check(person=person, by=person_of(request))
    messages.success(request, _("Ended. Whoever had brought them has been told."))
    return redirect("care:checks")
