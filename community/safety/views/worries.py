""" "I am worried about this person", beside something they said: two steps, with help for whoever
asks. Apart from reports: it is about care, and the person never learns of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from community.refusal import insist
from community.safety import rules, subjects
from community.safety.actions import reporting as act
from community.safety.enums import ItemKind, Urgency
from community.safety.forms import WorriedAboutForm
from community.safety.promise import promise
from community.safety.reading import read_worry
from community.safety.views.asking import person_of, way_back
from community.safety.views.reports import SLOWLY, help_for, is_opened_too_often, is_too_fast


@require_http_methods(["GET", "POST"])
def worried_about(request: HttpRequest) -> HttpResponse:
    """First how it seems; then what the team sees, by when, and who can be called meanwhile; then it
    is sent."""
    person = person_of(request)
    given = request.POST if request.method == "POST" else request.GET
    kind, id = given.get("kind", "")[:20], given.get("id", "")[:60]
    if request.method == "GET":
        insist(SLOWLY if is_opened_too_often(person) else None)
    insist(rules.may_report(person, kind, id))
    earlier = act.earlier_report(person=person.pk, kind=kind, id=id, of=ItemKind.WORRY)
    if earlier is not None:
        return redirect("safety:receipt", receipt=earlier.receipt)
    form = WorriedAboutForm(request.POST or None)
    shown: dict[str, Any] = {"form": form, "kind": kind, "id": id, **help_for(person)}
    shown["back"] = way_back(kind, id)
    if request.method == "GET" or "change" in request.POST or not form.is_valid():
        return _ask(request, shown)
    urgency, words = Urgency(form.cleaned_data["urgency"]), form.cleaned_data["words"]
    if "sure" not in request.POST or is_too_fast(request, person):
        return _ask_sure(request, shown, urgency=urgency, words=words)
    made = act.say_worried_about(kind=kind, id=id, urgency=urgency, words=words, by=person)
    return redirect("safety:receipt", receipt=made.receipt)


def _ask(request: HttpRequest, shown: dict[str, Any]) -> HttpResponse:
    """The first step. Coming back to change something is not a mistake."""
    if "change" in request.POST:
        said = {name: request.POST.get(name) for name in ("urgency", "words")}
        shown["form"] = WorriedAboutForm(initial=said)
    return render(request, "safety/worried_about.html", shown)


def _ask_sure(
    request: HttpRequest, shown: dict[str, Any], *, urgency: Urgency, words: str
) -> HttpResponse:
    level = read_worry(urgency, words).level
    area = subjects.get(shown["kind"]).area(shown["id"])
    shown |= {
        "urgency": urgency,
        "words": words,
        "is_now": urgency == Urgency.NOW,
        "promise": promise(level=level, area=area, now=timezone.now()),
    }
    return render(request, "safety/worried_about_sure.html", shown)
