"""What somebody of a care team opens: who brought them, and the letters of a code."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.care import rules
from community.care.actions import door as actions
from community.care.actions.handing import look
from community.care.forms.door import TypeCodeForm
from community.care.queries import back, door, handing
from community.care.views._who import person_of, provider_of, tie_for
from community.refusal import Refused, insist


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Who I am here, who brought me, and a box for a code. Whatever code is typed, the answer is the
    same."""
    person = person_of(request)
    insist(rules.may_look(person))
    provider = door.provider_of(person)
    refusal = rules.may_treat(person, provider, today=timezone.localdate())
    if provider is None or refusal is not None:
        open_ties = door.people_who_brought(provider) if provider else []
        told = {"provider": provider, "refusal": refusal, "ties": open_ties}
        return render(request, "care/not_checked.html", told)
    form = TypeCodeForm(request.POST or None)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            actions.type_code(code=form.cleaned_data["code"], by=person)
        except Refused as no:
            form.add_error("code", str(no.refusal.words))
        else:
            return redirect("care:typed")
    ties = door.people_who_brought(provider)
    version = "-".join(str(tie.pk) for tie in ties) or "0"
    context = {"provider": provider, "ties": ties, "form": form, "version": version}
    return render(request, "care/home.html", context, status=status)


@require_safe
def typed(request: HttpRequest) -> HttpResponse:
    """The same words for every code: who showed a right one sees them now, and decides."""
    person = person_of(request)
    provider = door.provider_of(person)
    insist(rules.may_treat(person, provider, today=timezone.localdate()))
    return render(request, "care/typed.html", {"provider": provider})


@require_safe
def person(request: HttpRequest, tie: int) -> HttpResponse:
    """One who brought me: all they handed over, on one screen. Opening it is noted for both; a page
    that loads itself anew opens nothing, and shows nothing that was not opened."""
    provider, found = tie_for(request, tie)
    now = timezone.now()
    by_itself = "again" in request.GET
    if request.method == "GET" and not by_itself:
        look(tie=found, now=now)
    screen = handing.screen(found, now=now, only_opened=by_itself)
    brought = back.for_provider(found, now=now, only_opened=by_itself)
    context = {
        "provider": provider,
        "tie": found,
        "screen": screen,
        "reader": "provider",
        "back": brought,
        "paper": handing.paper_for(screen.size + brought.size),
        "by_itself": by_itself,
        "noticed_from": now - back.WINDOW,
    }
    return render(request, "care/person.html", context)


@require_safe
def still(request: HttpRequest, tie: int, version: str) -> HttpResponse:
    """204 while an open page may go on showing all it shows; else 404, and the page goes blank."""
    _provider, found = tie_for(request, tie)
    insist(None if handing.still_stands(found, version, now=timezone.now()) else rules.NOT_HERE)
    return HttpResponse(status=204)


@require_safe
def still_all(request: HttpRequest, version: str) -> HttpResponse:
    """The same for the list: 204 while everybody on it is still there."""
    there = {str(tie.pk) for tie in door.people_who_brought(provider_of(request))}
    insist(None if set(version.split("-")) <= there | {"0"} else rules.NOT_HERE)
    return HttpResponse(status=204)


@require_POST
def end(request: HttpRequest, tie: int) -> HttpResponse:
    """I end it, also while I have to be checked again. The member is told."""
    person = person_of(request)
    insist(rules.may_look(person))
    actions.end_as_provider(tie=tie, by=person)
    messages.success(request, _("Ended. What you wrote stays with them."))
    return redirect("care:home")
