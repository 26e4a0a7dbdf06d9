"""What a member does with what came back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.care.actions import handing, taking
from community.care.models import Tie
from community.care.queries.back import steps_taken
from community.care.views._who import own_tie, person_of, tie_of
from community.refusal import Refused


@require_POST
def suggestion(request: HttpRequest, tie: int, suggestion: int) -> HttpResponse:
    """Taken, with these words, or put away."""
    found = tie_of(request, tie)
    if "leave" in request.POST:
        taking.decline(suggestion=suggestion, by=person_of(request))
        return _back(request, found, _("Put away. Nobody is told."))
    words = request.POST.get("words", "")
    try:
        taking.take(suggestion=suggestion, words=words, by=person_of(request))
    except Refused as no:
        if no.refusal.hides:
            raise
        messages.warning(request, str(no.refusal.words))
        return redirect("care:tie", found.pk)
    return _back(request, found, _("Taken. It is yours now, to change like anything else."))


@require_POST
def not_this_time(request: HttpRequest, tie: int, asked: int) -> HttpResponse:
    """No scale, and no reason."""
    found = own_tie(request, tie)
    taking.not_this_time(request=asked, by=person_of(request))
    return _back(request, found, _("All right. They read “not this time”."))


@require_POST
def outcome(request: HttpRequest, tie: int, outcome: int) -> HttpResponse:
    """Whether it is what I remember."""
    found, agreed = tie_of(request, tie), "yes" in request.POST
    taking.say_of_outcome(outcome=outcome, agreed=agreed, by=person_of(request))
    return _back(request, found, _("Noted. You can say otherwise at any time."))


@require_http_methods(["GET", "HEAD", "POST"])
def show_step(request: HttpRequest, tie: int) -> HttpResponse:
    """One of the steps I took, for them to see."""
    found = tie_of(request, tie)
    number = request.POST.get("step", "")
    if request.method == "POST" and number.isascii() and number.isdecimal() and len(number) < 19:
        try:
            taking.show_step(tie=found.pk, step=int(number), by=person_of(request))
        except Refused as no:
            if no.refusal.hides:
                raise
            messages.warning(request, str(no.refusal.words))
            return redirect("care:tie", found.pk)
        words = _("%(name)s can see it now.")
        return _back(request, found, words % {"name": found.provider.name})
    context = {"tie": found, "steps": steps_taken(person_of(request))}
    return render(request, "care/show_step.html", context)


@require_POST
def take_step_back(request: HttpRequest, tie: int, step: int) -> HttpResponse:
    """It is shown no more."""
    found = own_tie(request, tie)
    handing.take_step_back(step=step, by=person_of(request))
    return _back(request, found, _("Ended. They cannot read it any more."))


def _back(request: HttpRequest, tie: Tie, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("care:tie", tie.pk)
