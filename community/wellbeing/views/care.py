"""A light week: at most three small acts, and what became of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts.models import Person
from community.refusal import insist
from community.wellbeing import companions, rules
from community.wellbeing.actions import care as actions
from community.wellbeing.acts import LIBRARY
from community.wellbeing.enums import Area, Done
from community.wellbeing.forms.care import ActForm, IdeaForm
from community.wellbeing.models import ActIdea, SmallAct
from community.wellbeing.models.care import ACTS_A_WEEK
from community.wellbeing.views._who import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def week(request: HttpRequest) -> HttpResponse:
    """This week's acts, and one more where there is room."""
    person = person_of(request)
    form = ActForm(request.POST or None, initial=_from_library(request))
    if form.is_valid():
        act = actions.plan_act(planned=form.planned, by=person)
        return _kept(request, act)
    acts = list(SmallAct.objects.filter(person=person, week=actions.monday(timezone.localdate())))
    ideas = ActIdea.objects.filter(person=person, settled_at=None).select_related("by")
    context = {
        "form": form,
        "acts": acts,
        "ideas": ideas,
        "has_room": len(acts) < ACTS_A_WEEK,
        "said": Done,
        "library": [(area, words) for area, words in LIBRARY.items()],
    }
    return render(request, "wellbeing/week.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, act: int) -> HttpResponse:
    """One act, to change, to make smaller, or to take out."""
    person = person_of(request)
    found = get_object_or_404(SmallAct, pk=act, person=person)
    if request.method == "POST" and "delete" in request.POST:
        actions.drop_act(act=act, by=person)
        return redirect("wellbeing:week")
    kept = {name: getattr(found, name) for name in ("area", "words", "when", "where", "sure")}
    form = ActForm(request.POST or None, initial=kept)
    if form.is_valid():
        return _kept(request, actions.change_act(act=act, planned=form.planned, by=person))
    context = {"form": form, "act": found, "smaller": actions.SMALLER_BELOW}
    return render(request, "wellbeing/act.html", context, status=422 if form.is_bound else 200)


@require_POST
def said(request: HttpRequest, act: int) -> HttpResponse:
    """Done, partly, not today; the same once more takes it back."""
    person, given = person_of(request), request.POST.get("done", "")
    found = get_object_or_404(SmallAct, pk=act, person=person)
    done = Done(given) if given in Done.values and given != found.done else None
    actions.say_done(act=act, done=done, by=person)
    return redirect("wellbeing:week")


@require_POST
def idea(request: HttpRequest, idea: int) -> HttpResponse:
    """Taken, or put away."""
    person = person_of(request)
    if "take" in request.POST:
        return redirect("wellbeing:act", actions.take_idea(idea=idea, by=person).pk)
    actions.put_idea_away(idea=idea, by=person)
    return redirect("wellbeing:week")


@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: HttpRequest, person: int) -> HttpResponse:
    """One act for somebody one is at the side of."""
    by = person_of(request)
    to = Person.objects.filter(pk=person).first()
    is_near = to is not None and any(one.person == by.pk for one in companions.of(to))
    insist(None if is_near else rules.NOT_HERE)
    form = IdeaForm(request.POST or None)
    if form.is_valid():
        actions.suggest_act(person=person, **form.cleaned_data, by=by)
        messages.success(request, _("They can take it, change it or put it away."))
        return redirect("wellbeing:space")
    context = {"form": form, "to": to}
    return render(request, "wellbeing/suggest.html", context, status=422 if form.is_bound else 200)


def _kept(request: HttpRequest, act: SmallAct) -> HttpResponse:
    """A step one is less sure of is looked at once more, smaller."""
    if act.sure is not None and act.sure < actions.SMALLER_BELOW:
        return redirect("wellbeing:act", act.pk)
    messages.success(request, _("Kept. It is fine if it turns out otherwise."))
    return redirect("wellbeing:week")


def _from_library(request: HttpRequest) -> dict[str, object]:
    """An act somebody chose from the library."""
    area, number = request.GET.get("area", ""), request.GET.get("n", "")
    if area not in Area.values or not number.isdecimal():
        return {}
    words = LIBRARY[Area(area)]
    return {"area": area, "words": words[int(number[:3])]} if int(number[:3]) < len(words) else {}
