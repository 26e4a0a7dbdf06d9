"""A good ending: when, notes for oneself, a letter, and saying that one has come to it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from community.accounts.models import Person
from mentoring.actions import ending as ends
from mentoring.actions import parting as acts
from mentoring.forms_walk import EndsOnForm, PartingForm
from mentoring.models import Pair
from mentoring.queries.pairs import name_of_other, stopped_words
from mentoring.queries.parting import good_ending, kept_by
from mentoring.views._doors import for_members, person_of, status
from mentoring.views.pairs import pair_or_refuse


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def ending(request: HttpRequest, pair: int) -> HttpResponse:
    """Also once they have stopped: then it is there to be read, and one's notes to be written on."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    form = EndsOnForm(
        request.POST if "plan" in request.POST else None, initial={"on": found.ends_on}
    )
    if "plan" in request.POST:
        if form.is_valid():
            acts.plan_ending(pair=found, on=form.cleaned_data["on"], by=person)
            messages.success(request, _("Kept. Both of you see it."))
            return redirect("mentoring:ending", pair=found.pk)
    elif request.method == "POST":
        return _write(request, found, person)
    context = {
        "pair": found,
        "name": name_of_other(found, person),
        "form": form,
        "good": good_ending(found, person),
        "stopped": stopped_words(found, person) if found.ended_at is not None else "",
    }
    return render(request, "mentoring/ending.html", context, status=status(form))


@require_safe
@for_members
def kept(request: HttpRequest) -> HttpResponse:
    """What one took along from pairs that have ended."""
    return render(request, "mentoring/kept.html", {"partings": kept_by(person_of(request))})


def _write(request: HttpRequest, pair: Pair, person: Person) -> HttpResponse:
    form = PartingForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("That is more than there is room for. Nothing is changed."))
    elif "notes" in request.POST:
        acts.keep_notes(pair=pair, words=form.cleaned_data["words"], by=person)
        messages.success(request, _("Kept, for you alone."))
    elif "letter" in request.POST:
        acts.write_letter(pair=pair, words=form.cleaned_data["words"], by=person)
        messages.success(request, _("Kept. Nobody reads it before you hand it over."))
    elif "hand_over" in request.POST:
        acts.hand_over(pair=pair, by=person)
        messages.success(request, _("Handed over."))
    elif "end" in request.POST:
        ends.end_well(pair=pair, by=person)
        messages.success(request, _("You have come to the end you planned."))
    return redirect("mentoring:ending", pair=pair.pk)
