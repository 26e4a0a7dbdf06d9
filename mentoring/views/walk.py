"""The way of a pair: ten meetings, how it is between them, what a mentor takes to supervision."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.models import Person
from community.refusal import Refused, insist
from mentoring import rules
from mentoring.actions import walking as acts
from mentoring.calendar import file_of, named
from mentoring.forms_walk import NoteForm, PlanForm, PulseForm
from mentoring.models import Mentor, Pair
from mentoring.queries.supervision import next_slot
from mentoring.queries.walk import (
    LENGTH,
    meetings_ahead,
    names_of_others,
    notes_of,
    pulse_is_due,
    steps,
)
from mentoring.views._doors import for_members, number_of, person_of, status
from mentoring.views.pairs import pair_or_refuse

_PAGES = ["GET", "HEAD", "POST"]


@require_http_methods(_PAGES)
@for_members
def path(request: HttpRequest, pair: int) -> HttpResponse:
    """The ten meetings; either of the two notes that they had one."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    insist(rules.may_act(person, found))
    if "plan" in request.POST or "unplan" in request.POST:
        return _plan(request, found, person)
    if request.method == "POST":
        had = "had" in request.POST
        number = number_of(request, "had" if had else "not")
        acts.note_meeting(pair=found, number=number, had=had, by=person)
        return redirect("mentoring:path", pair=found.pk)
    context = {
        "pair": found,
        "other": found.other_than(person),
        "steps": steps(found),
        "is_ahead": meetings_ahead(found, now=timezone.now()).exists(),
        "is_due": found.pk in pulse_is_due(person, [found], now=timezone.now()),
    }
    return render(request, "mentoring/path.html", context)


@require_safe
@for_members
def calendar(request: HttpRequest, pair: int) -> HttpResponse:
    """What is ahead, for one's own calendar."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    insist(rules.may_act(person, found))
    return file_of(
        (named(f"pair:{found.pk}:{one.number}:{person.pk}"), one.begins_at, one.begins_at + LENGTH)
        for one in meetings_ahead(found, now=timezone.now())
    )


@require_http_methods(_PAGES)
@for_members
def pulse(request: HttpRequest, pair: int) -> HttpResponse:
    """Four lines, alone. The other never reads them."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    insist(rules.may_act(person, found))
    form = PulseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        unsafe = form.cleaned_data["unsafe"]
        made = acts.say_how_it_is(pair=found, answers=form.answers(), unsafe=unsafe, by=person)
        messages.success(request, _told() if made.needs_look else _("Thank you. That is kept."))
        return redirect("mentoring:landing")
    context = {"pair": found, "other": found.other_than(person), "form": form}
    return render(request, "mentoring/pulse.html", context, status=status(form))


@require_http_methods(_PAGES)
@for_members
def supervision(request: HttpRequest) -> HttpResponse:
    """A mentor's own log, and what of it they bring to supervision."""
    person = person_of(request)
    insist(rules.may_describe(Mentor.objects.filter(person=person).first()))
    names = names_of_others(person)
    form = NoteForm(request.POST if request.method == "POST" else None, names=names)
    if form.is_valid():
        to_bring = "keep" not in request.POST
        acts.note_in_log(words=form.cleaned_data["words"], to_bring=to_bring, by=person)
        messages.success(request, _("Kept for your next supervision.") if to_bring else _("Kept."))
        return redirect("mentoring:supervision")
    context = {
        "form": form,
        "notes": notes_of(person),
        "slot": next_slot(now=timezone.now()),
    }
    return render(request, "mentoring/supervision.html", context, status=status(form))


@require_POST
@for_members
def talked_over(request: HttpRequest, note: int) -> HttpResponse:
    """It was talked over, or is to be brought after all."""
    act = acts.bring if "bring" in request.POST else acts.note_talked_over
    act(note=note, by=person_of(request))
    return redirect("mentoring:supervision")


@require_POST
@for_members
def looked(request: HttpRequest, pulse: int) -> HttpResponse:
    """A coordinator has looked after it."""
    acts.note_looked(pulse=pulse, by=person_of(request))
    return redirect("mentoring:run")


def _plan(request: HttpRequest, pair: Pair, person: Person) -> HttpResponse:
    number = number_of(request, "plan" if "plan" in request.POST else "unplan")
    at, form = None, PlanForm(request.POST)
    if "plan" in request.POST:
        if not form.is_valid():
            messages.warning(request, _("Please choose a day and a time."))
            return redirect("mentoring:path", pair=pair.pk)
        at = form.cleaned_data["at"]
    try:
        acts.plan_meeting(pair=pair, number=number, at=at, by=person)
    except Refused as no:
        if no.refusal != rules.IS_PAST:
            raise
        messages.warning(request, str(no.refusal.words))
    return HttpResponseRedirect(f"{reverse('mentoring:path', args=[pair.pk])}#m{number}")


def _told() -> str:
    return _("Thank you for saying so. Those who run mentoring and the team have been told now.")
