"""A plan for a hard night, and something calm. Every page works without a script."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.wellbeing.actions import safety_plan as actions
from community.wellbeing.enums import Step
from community.wellbeing.forms.safety_plan import AnswerForm
from community.wellbeing.queries.safety_plan import plan_of
from community.wellbeing.views._who import person_of

_STEPS = list(Step)


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """One's own plan as it is; or what it is, where there is none yet."""
    return render(request, "wellbeing/plan.html", {"plan": plan_of(person_of(request))})


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, number: int) -> HttpResponse:
    """One question a page; whatever is in the box is kept before the next one."""
    if not 1 <= number <= len(_STEPS):
        return redirect("wellbeing:plan")
    person, asked = person_of(request), _STEPS[number - 1]
    kept = plan_of(person)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        step=asked,
        initial={"words": kept.answer(asked) if kept else ""},
    )
    if form.is_valid():
        actions.answer_step(step=asked, words=form.cleaned_data["words"], by=person)
        if "stop" in request.POST or number == len(_STEPS):
            return redirect("wellbeing:plan")
        return redirect("wellbeing:step", number=number + 1)
    status = 422 if form.is_bound else 200
    context = {"form": form, "number": number, "of": len(_STEPS)}
    return render(request, "wellbeing/step.html", context, status=status)


@require_POST
def near(request: HttpRequest) -> HttpResponse:
    """On top of one's own page, or under More alone."""
    if "near" in request.POST:
        actions.keep_near(by=person_of(request))
        messages.success(request, _("Your plan stands on top of your page from now on."))
    else:
        actions.keep_apart(by=person_of(request))
        messages.success(request, _("Your plan stands under More on your page."))
    return redirect("wellbeing:plan")


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """The plan as a page that opens without a network, under a name that says nothing."""
    page = render_to_string("wellbeing/saved.html", {"plan": plan_of(person_of(request))})
    return HttpResponse(
        page,
        content_type="application/octet-stream",
        headers={"Content-Disposition": 'attachment; filename="notes.html"'},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Asks once, then nothing of it is kept."""
    if request.method != "POST":
        return render(request, "wellbeing/delete.html")
    actions.delete_plan(by=person_of(request))
    messages.success(request, _("Your plan is deleted. Nothing of it is kept."))
    return redirect("me")


@require_safe
def calm(request: HttpRequest) -> HttpResponse:
    """Something calm, in words: nothing sounds, flashes or moves."""
    return render(request, "wellbeing/calm.html")


@require_safe
def after_heavy(request: HttpRequest) -> HttpResponse:
    """How to leave a heavy room well."""
    return render(request, "wellbeing/after_heavy.html")
