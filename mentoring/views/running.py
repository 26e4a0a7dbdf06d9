"""Coordinators' pages: who offers, who waits, who is with whom."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.refusal import insist
from mentoring import rules
from mentoring.actions import breaks
from mentoring.actions import mentors as acts
from mentoring.actions.training import verify_training
from mentoring.forms import NotNowForm
from mentoring.models import Mentor
from mentoring.queries import running as shown
from mentoring.queries.outcomes import outcomes as came_of_it
from mentoring.queries.steps import open_wishes
from mentoring.queries.supervision import next_slot
from mentoring.queries.training import at_work, learned
from mentoring.queries.walk import pulses_to_look_at
from mentoring.views._doors import for_members, person_of, status


@require_safe
@for_members
def run(request: HttpRequest) -> HttpResponse:
    """Offers to mentor, requests that wait, longest first, mentors and pairs."""
    person = person_of(request)
    insist(rules.may_run(person))
    now = timezone.now()
    waiting, mentors = shown.waiting_requests(now=now), shown.mentors()
    pairs = shown.pairs(waiting)
    return render(
        request,
        "mentoring/run.html",
        {
            "standing": shown.how_it_stands(waiting, mentors),
            "wishes": open_wishes(),
            "supervision": next_slot(now=now),
            "applications": shown.applications(),
            "waiting": waiting,
            "mentors": mentors,
            "pairs": pairs,
            "alone": shown.left_alone(pairs, waiting),
            "pulses": pulses_to_look_at(person),
        },
    )


@require_POST
@for_members
def asked_how(request: HttpRequest, request_id: int) -> HttpResponse:
    """Somebody whose mentor stopped or left was asked how they are."""
    breaks.note_asked_how(request=request_id, by=person_of(request))
    return redirect("mentoring:run")


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def application(request: HttpRequest, mentor: int) -> HttpResponse:
    """One person who offers: yes, or not now with words."""
    person = person_of(request)
    insist(rules.may_run(person))
    found = shown.application(mentor)
    if found is None:
        messages.warning(request, str(rules.NOT_APPLIED.words))
        return redirect("mentoring:run")
    if "approve" in request.POST:
        return _approve(request, found)
    if "heard" in request.POST:
        acts.note_references_heard(mentor=found, by=person)
        return redirect("mentoring:application", mentor=found.pk)
    form = NotNowForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        acts.decline_mentor(mentor=found, by=person, words=form.cleaned_data["words"])
        name = found.person.handle
        messages.success(request, _("%(name)s reads your words.") % {"name": name})
        return redirect("mentoring:run")
    context = {"form": form, "application": found}
    return render(request, "mentoring/application.html", context, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def mentor(request: HttpRequest, mentor: int) -> HttpResponse:
    """What one mentor has learned: who verified it, and until when."""
    person = person_of(request)
    insist(rules.may_run(person))
    found = at_work(mentor)
    insist(rules.NOT_THERE if found is None else None)
    assert found is not None
    if request.method == "POST":
        verify_training(mentor=found, group=request.POST.get("group", ""), by=person)
        return redirect("mentoring:run-mentor", mentor=found.pk)
    context = {"mentor": found, "learned": learned(found, today=timezone.localdate())}
    return render(request, "mentoring/run_mentor.html", context)


@require_safe
@for_members
def outcomes(request: HttpRequest) -> HttpResponse:
    """What came of asking, by how matching was set."""
    insist(rules.may_run(person_of(request)))
    return render(request, "mentoring/outcomes.html", {"outcomes": came_of_it()})


@reauthentication_required
def _approve(request: HttpRequest, found: Mentor) -> HttpResponse:
    """A yes gives a role, so the password is asked for again; who may not was told so before."""
    acts.approve_mentor(mentor=found, by=person_of(request))
    name = found.person.handle
    messages.success(request, _("%(name)s can be asked from now on.") % {"name": name})
    return redirect("mentoring:run")
