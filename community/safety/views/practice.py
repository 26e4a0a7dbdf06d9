"""The practice room: a case, an answer, and what fits. Nothing is kept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from community.safety.enums import Level
from community.safety.forms_own import PracticeForm
from community.safety.practice import ACTS, CASES, said_about
from community.safety.views.asking import desk_of


@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """Begins with the first."""
    desk_of(request)
    return redirect("safety:practice-case", number=1)


@require_http_methods(["GET", "POST"])
def case(request: HttpRequest, number: int) -> HttpResponse:
    """One case; after an answer what fits, and why."""
    desk_of(request)
    if not 1 <= number <= len(CASES):
        raise Http404
    found = CASES[number - 1]
    form = PracticeForm(request.POST or None)
    shown = {
        "case": found,
        "form": form,
        "now": number,
        "of": len(CASES),
        "next": number + 1 if number < len(CASES) else None,
    }
    if request.method == "POST" and form.is_valid():
        level, act = Level(form.cleaned_data["level"]), form.cleaned_data["act"]
        soon, first = said_about(found, level=level, act=act)
        fits = [ACTS[one] for one in ACTS if one in found.fits]
        shown |= {"answered": True, "soon": soon, "first": first, "fits": fits}
    return render(request, "safety/practice.html", shown)
