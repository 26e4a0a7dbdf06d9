""" "I know this person outside": both are hidden from one another everywhere at once, and another
name is offered. The other is never told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from community.accounts import hidden
from community.accounts.actions.blocking import hide_from_each_other
from community.accounts.models import Person
from community.refusal import Refused, insist
from community.safety import rules, subjects
from community.safety.actions import reporting
from community.safety.enums import ReportReason
from community.safety.forms import OutsideForm
from community.safety.views.asking import person_of, way_back
from community.safety.views.reports import is_too_fast, subject_asked_about


@require_http_methods(["GET", "POST"])
def outside(request: HttpRequest) -> HttpResponse:
    """Says what happens, then does it in one tap; the team is told where one asks for that."""
    person = person_of(request)
    kind, id = subject_asked_about(request, person)
    about = subjects.get(kind).about(id)
    if about is None:
        raise Refused(rules.NOT_HERE)
    insist(hidden.NOBODY_NOW if subjects.named_at(kind, id) else None)
    other = Person.objects.get(pk=about)
    form = OutsideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["tell"] and not is_too_fast(request, person):
            reporting.report(
                kind=kind,
                id=id,
                reason=ReportReason.OUTSIDE,
                words=form.cleaned_data["words"],
                by=person,
            )
        hide_from_each_other(person=other, by=person)
        return redirect("safety:outside-done")
    shown = {"form": form, "kind": kind, "id": id, "name": other.handle}
    shown["back"] = way_back(kind, id)
    return render(request, "safety/outside.html", shown)


@require_GET
def done(request: HttpRequest) -> HttpResponse:
    """It is done; another name is offered."""
    return render(request, "safety/outside_done.html", {"name": person_of(request).handle})
