"""My appointments, one page to take along, and how it went."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from community.wellbeing import readers
from community.wellbeing.actions import visits as actions
from community.wellbeing.enums import GoalState, Section
from community.wellbeing.forms.visits import VisitForm, WentForm
from community.wellbeing.models import Goal, PlanPart, Visit
from community.wellbeing.queries.days import days_of
from community.wellbeing.queries.readings import latest_of
from community.wellbeing.views._who import person_of

_ALWAYS = (Section.QUESTIONS, Section.TREATMENT)  # on the sheet whatever else comes along
SHEET_SPAN = timedelta(weeks=8)  # what changed longer ago is another page


@require_http_methods(["GET", "HEAD", "POST"])
def visits(request: HttpRequest) -> HttpResponse:
    """What lies ahead, and one more."""
    person = person_of(request)
    form = VisitForm(request.POST or None)
    if form.is_valid():
        actions.set_visit(planned=form.planned, by=person)
        messages.success(request, _("Kept. The day before, a notice says that you have something."))
        return redirect("wellbeing:visits")
    mine = Visit.objects.filter(person=person)
    ahead, past = mine.filter(at__gt=timezone.now()), mine.filter(at__lte=timezone.now())
    context = {"form": form, "ahead": ahead, "past": past.order_by("-at")[:50]}
    return render(request, "wellbeing/visits.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest, visit: int) -> HttpResponse:
    """One appointment, to change or to take out."""
    person = person_of(request)
    found = get_object_or_404(Visit, pk=visit, person=person)
    if request.method == "POST" and "delete" in request.POST:
        actions.delete_visit(visit=visit, by=person)
        return redirect("wellbeing:visits")
    kept = {"at": found.at, "name": found.name, "where": found.where, "who": found.who}
    form = VisitForm(request.POST or None, initial=kept)
    if form.is_valid():
        actions.set_visit(planned=form.planned, visit=visit, by=person)
        return redirect("wellbeing:visits")
    context = {"form": form, "visit": found}
    return render(request, "wellbeing/visit.html", context, status=422 if form.is_bound else 200)


@require_safe
def sheet(request: HttpRequest, visit: int) -> HttpResponse:
    """One page to print: questions, what changed, goals, what was agreed, and what else of the plan
    comes along this time. Nothing kept to oneself."""
    person = person_of(request)
    found = get_object_or_404(Visit, pk=visit, person=person)
    written = PlanPart.objects.filter(person=person, only_me=False)
    parts = {part.section: part.words for part in written}
    wanted = request.GET.getlist("with")
    others = [s for s in Section if s not in _ALWAYS and parts.get(s.value)]
    context = {
        "visit": found,
        "plan": [(s, parts[s.value]) for s in others if s.value in wanted],
        "could_come": [(s, s.value in wanted) for s in others],
        "questions": [q for q in parts.get(Section.QUESTIONS.value, "").splitlines() if q.strip()],
        "treatment": parts.get(Section.TREATMENT.value, ""),
        "goals": Goal.objects.filter(person=person, state=GoalState.GOING),
        "latest": latest_of(person, since=timezone.now() - SHEET_SPAN),
        "charts": days_of(person, last=timezone.localdate()).charts,
    }
    return render(request, "wellbeing/sheet.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def went(request: HttpRequest, visit: int) -> HttpResponse:
    """How it went, if one likes; who may know is said answer by answer."""
    person = person_of(request)
    found = get_object_or_404(Visit, pk=visit, person=person)
    kept = {row.about: row.value for row in found.answers.all()}
    known: dict[str, object] = {f"{row.about}_for": row.for_whom for row in found.answers.all()}
    who = readers.of(person)
    known["reader"] = found.reader
    form = WentForm(request.POST or None, readers=who, initial={**kept, **known})
    if form.is_valid():
        actions.say_how_it_went(visit=visit, answers=form.answers, reader=form.reader, by=person)
        messages.success(request, _("Kept."))
        return redirect("wellbeing:visits")
    context = {"form": form, "visit": found, "who": who}
    return render(request, "wellbeing/went.html", context, status=422 if form.is_bound else 200)
