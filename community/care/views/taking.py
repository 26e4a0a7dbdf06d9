"""What a member does with what came back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.care.actions import handing, taking
from community.care.forms.handing import UntilForm
from community.care.models import Tie
from community.care.queries.back import steps_taken
from community.care.queries.choosing import usual_end
from community.care.views._who import own_tie, person_of, tie_of
from community.care.views.member import tie_page
from community.refusal import Refused
from community.wellbeing.actions.visits import keep_to_myself


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
        return tie_page(request, found, tried={suggestion: words})
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
    found, person = tie_of(request, tie), person_of(request)
    number = request.POST.get("step", "")
    usual = {"until": usual_end(person, now=timezone.now())}
    form = UntilForm(request.POST or None, initial=usual)
    is_number = number.isascii() and number.isdecimal() and len(number) < 19
    if is_number and form.is_valid():
        until = form.cleaned_data["until"]
        try:
            taking.show_step(tie=found.pk, step=int(number), until=until, by=person)
        except Refused as no:
            if no.refusal.hides:
                raise
            messages.warning(request, str(no.refusal.words))
            return redirect("care:tie", found.pk)
        words = _("%(name)s can see it now.")
        return _back(request, found, words % {"name": found.provider.name})
    context = {"tie": found, "steps": steps_taken(person), "form": form}
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "care/show_step.html", context, status=status)


@require_POST
def take_step_back(request: HttpRequest, tie: int, step: int) -> HttpResponse:
    """It is shown no more."""
    found = own_tie(request, tie)
    handing.take_step_back(step=step, by=person_of(request))
    return _back(request, found, _("Ended. They cannot read it any more."))


@require_POST
def end_went(request: HttpRequest, tie: int, visit: int) -> HttpResponse:
    """How that appointment was stays with the member."""
    found = own_tie(request, tie)
    keep_to_myself(visit=visit, reader=found.pk, by=person_of(request))
    return _back(request, found, _("Ended. They cannot read it any more."))


def _back(request: HttpRequest, tie: Tie, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("care:tie", tie.pk)
