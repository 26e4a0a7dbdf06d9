"""What is going on for you, and what stands in the way: lists a stranger can walk without scripts."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cms import rules
from cms.actions import barriers as actions
from cms.barriers import WAYS
from cms.enums import Barrier
from cms.queries import ways
from community.accounts import limits
from community.accounts.views.who import person_of
from community.refusal import insist

A_DAY = 86400


@login_not_required
@require_safe
def going_on(request: HttpRequest, number: int) -> HttpResponse:
    """Pages for one thing that is going on."""
    found = ways.situation(number)
    if found is None:
        raise Http404
    context = {"situation": found, "pages": ways.pages_for(found)}
    context["services"] = ways.services_for(found)
    return render(request, "cms/going_on.html", context)


@login_not_required
@require_safe
def barriers(request: HttpRequest) -> HttpResponse:
    """What may stand in the way of help, as people say it."""
    return render(request, "cms/barriers.html", {"barriers": list(Barrier)})


@login_not_required
@csrf_exempt  # it writes a sum for nobody; other sites are refused below
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def barrier(request: HttpRequest, key: str) -> HttpResponse:
    """A next step, what to read, who is near, and a person. Looking counts nothing; the button does,
    once a day from one place."""
    if key not in Barrier.values:
        raise Http404
    asked = Barrier(key)
    if request.method == "POST":
        is_ours = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
        if is_ours and not limits.spend(request, act=f"barrier:{key}", limit=1, per=A_DAY):
            actions.count(barrier=asked)
    context = {
        "barrier": asked,
        "way": WAYS[asked],
        "helps": ways.helps_against(asked),
        "counted": request.method == "POST",
    }
    return render(request, "cms/barrier.html", context)


@never_cache
@require_safe
def sums(request: HttpRequest) -> HttpResponse:
    """How often what stands in people's way: sums, for those who can speak for them."""
    insist(rules.may_speak_for_people(person_of(request)))
    context = {"sums": ways.sums(), "asked": ways.asked_about_barriers()}
    return render(request, "cms/barrier_sums.html", context)
