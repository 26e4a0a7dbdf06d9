"""My plan: sections and goals, and what others suggest for it."""

from dataclasses import asdict

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.wellbeing import companions
from community.wellbeing.actions import plan as actions
from community.wellbeing.enums import GoalState, Review, Section
from community.wellbeing.forms.plan import GoalForm, PartForm, StepForm
from community.wellbeing.models import Goal, PlanIdea, PlanPart
from community.wellbeing.queries.saying import steps_of, takes_none
from community.wellbeing.views._who import person_of


@require_safe
def own_plan(request: HttpRequest) -> HttpResponse:
    """Every section, what was written there, and goals that go on."""
    person = person_of(request)
    written = {part.section: part for part in PlanPart.objects.filter(person=person)}
    sections = [
        (section, written.get(section.value), actions.is_only_me(section, written.get(section)))
        for section in Section
    ]
    context = {
        "sections": sections,
        "goals": Goal.objects.filter(person=person, state=GoalState.GOING),
        "past": Goal.objects.filter(person=person).exclude(state=GoalState.GOING),
        "ideas": PlanIdea.objects.filter(person=person, end="").select_related("by", "goal"),
    }
    return render(request, "wellbeing/own_plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, section: str) -> HttpResponse:
    """One section, and what stood there before."""
    if section not in Section.values:
        raise Http404
    person, asked = person_of(request), Section(section)
    found = PlanPart.objects.filter(person=person, section=section).first()
    form = PartForm(
        request.POST or None,
        section=asked,
        initial={
            "words": found.words if found else "",
            "only_me": actions.is_only_me(asked, found),
        },
    )
    if form.is_valid():
        actions.write_part(section=asked, **form.cleaned_data, by=person)
        messages.success(request, _("Kept."))
        return redirect("wellbeing:own-plan")
    versions = found.versions.all() if found else []
    context = {"form": form, "versions": versions}
    status = 422 if form.is_bound else 200
    return render(request, "wellbeing/part.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def new_goal(request: HttpRequest) -> HttpResponse:
    """A new goal."""
    form = GoalForm(request.POST or None)
    if form.is_valid():
        made = actions.set_goal(wanted=form.wanted, by=person_of(request))
        return redirect("wellbeing:goal", made.pk)
    status = 422 if form.is_bound else 200
    return render(request, "wellbeing/new_goal.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def goal(request: HttpRequest, goal: int) -> HttpResponse:
    """One goal: its steps, what becomes of it, and what it was before."""
    person = person_of(request)
    found = get_object_or_404(Goal, pk=goal, person=person)
    form = StepForm(request.POST or None)
    if form.is_valid():
        actions.add_step(goal=goal, words=form.cleaned_data["words"], by=person)
        return redirect("wellbeing:goal", goal)
    is_unsure = found.confidence is not None and found.confidence < actions.SMALLER_BELOW
    context = {
        "goal": found,
        "steps": steps_of(found, known=[] if takes_none(person) else companions.of(person)),
        "form": form,
        "is_unsure": is_unsure,
        "reviews": Review,
        "versions": found.versions.all(),
    }
    return render(request, "wellbeing/goal.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change_goal(request: HttpRequest, goal: int) -> HttpResponse:
    """The same goal in other words; `delete` takes it out."""
    person = person_of(request)
    found = get_object_or_404(Goal, pk=goal, person=person)
    if request.method == "POST" and "delete" in request.POST:
        actions.delete_goal(goal=goal, by=person)
        return redirect("wellbeing:own-plan")
    form = GoalForm(request.POST or None, initial=asdict(actions.wanted_of(found)))
    if form.is_valid():
        actions.set_goal(wanted=form.wanted, goal=goal, by=person)
        return redirect("wellbeing:goal", goal)
    context = {"form": form, "goal": found}
    return render(request, "wellbeing/new_goal.html", context, status=422 if form.is_bound else 200)


@require_POST
def turn_step(request: HttpRequest, goal: int, step: int) -> HttpResponse:
    """Done, or not done after all."""
    actions.turn_step(goal=goal, step=step, by=person_of(request))
    return redirect("wellbeing:goal", goal)


@require_POST
def review_goal(request: HttpRequest, goal: int) -> HttpResponse:
    """Keep, change, let go of, celebrate."""
    given = request.POST.get("review", "")
    if given not in Review.values:
        raise Http404
    actions.review_goal(goal=goal, review=Review(given), by=person_of(request))
    if given == Review.CHANGE:
        return redirect("wellbeing:change-goal", goal)
    return redirect("wellbeing:own-plan")


@require_POST
def settle_idea(request: HttpRequest, idea: int) -> HttpResponse:
    """Taken with the words in the box, or not taken."""
    words = request.POST.get("words", "")[:4000] if "take" in request.POST else None
    actions.settle_idea(idea=idea, words=words, by=person_of(request))
    return redirect("wellbeing:own-plan")
