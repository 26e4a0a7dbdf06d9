"""The four steps: reading, greeting, hosting with somebody, mentoring."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from community.refusal import insist
from mentoring import rules
from mentoring.actions import steps as acts
from mentoring.enums import WISHED, Step
from mentoring.queries.steps import steps_for
from mentoring.views._doors import for_members, person_of


@require_safe
@for_members
def steps(request: HttpRequest) -> HttpResponse:
    """Where one is, what each is about, and the way out of it."""
    person = person_of(request)
    context = {"steps": steps_for(person), "runs": rules.may_run(person) is None}
    return render(request, "mentoring/steps.html", context)


@require_POST
@for_members
def act(request: HttpRequest, step: str) -> HttpResponse:
    """Says that one would like to, takes that back, or lays it down."""
    person = person_of(request)
    insist(None if step in WISHED else rules.NOT_THERE)
    wanted = Step(step)
    if "wish" in request.POST:
        acts.wish_for(step=wanted, by=person)
        messages.success(request, _("Somebody from the team talks it over with you."))
    elif "take_back" in request.POST:
        acts.take_wish_back(step=wanted, by=person)
        messages.success(request, _("That is taken back. You can say it again at any time."))
    elif "lay_down" in request.POST:
        acts.lay_down(step=wanted, by=person)
        messages.success(request, _("You have laid it down. Thank you for the time you gave."))
    return redirect("mentoring:steps")


@require_POST
@for_members
def talked(request: HttpRequest, wish: int) -> HttpResponse:
    """A coordinator has talked it over."""
    acts.note_talked(wish=wish, by=person_of(request))
    return redirect("mentoring:run")
