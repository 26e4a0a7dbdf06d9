"""What was decided about a person, read by that person, and the way to somebody else."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from community.accounts.models import Person
from community.refusal import Refused
from community.safety import house_rules, queries, queries_glass, rules, subjects
from community.safety.actions import measures as act
from community.safety.enums import Level, Why
from community.safety.forms import AppealForm
from community.safety.models import Measure
from community.safety.promise import promise
from community.safety.subjects import APPEALS
from community.safety.views.asking import person_of


@require_GET
def record(request: HttpRequest) -> HttpResponse:
    """Every decision about this person."""
    person = person_of(request)
    shown = {
        "measures": queries.measures_of(person.pk),
        "looks": queries_glass.looks_at(person.pk),
    }
    return render(request, "safety/record.html", shown)


@require_GET
def measure(request: HttpRequest, measure: int) -> HttpResponse:
    """One decision: what, why, in whose words, until when, and who looks at an appeal."""
    person, found = _own(request, measure)
    appeal = getattr(found, "appeal", None)
    return render(
        request,
        "safety/measure.html",
        {
            "measure": found,
            "appeal": appeal,
            "rule": house_rules.said(found.rule),
            "own_words": _own_words(found),
            "why": dict(Why.choices).get(found.reason, ""),
            "may_appeal": rules.may_appeal(person, found, appeal, now=timezone.now()) is None,
        },
    )


@require_http_methods(["GET", "POST"])
def appeal(request: HttpRequest, measure: int) -> HttpResponse:
    """Asks somebody else to look again."""
    person, found = _own(request, measure)
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act.appeal(measure=found.pk, words=form.cleaned_data["words"], by=person)
        except Refused as no:
            if no.refusal.hides:
                raise
            form.add_error(None, str(no.refusal.words))
        else:
            messages.success(request, _("Somebody who did not decide this looks at it again."))
            return redirect("safety:measure", measure=found.pk)
    when = promise(level=Level.TODAY, area=APPEALS, now=timezone.now())
    shown = {"measure": found, "form": form, "promise": when}
    return render(request, "safety/appeal.html", shown)


def _own_words(measure: Measure) -> str:
    """What the person themself wrote, where that is what it is about and it is still there."""
    for subject in measure.about_words:
        kind, _colon, id = subject.partition(":")
        try:
            is_theirs = subjects.get(kind).about(id) == measure.person_id
        except (LookupError, ValueError):
            continue
        if is_theirs and (words := subjects.words_of(kind, id)):
            return words
    return ""


def _own(request: HttpRequest, measure: int) -> tuple[Person, Measure]:
    person = person_of(request)
    found = queries.measure_of(person.pk, measure)
    if found is None:
        raise Http404
    return person, found
