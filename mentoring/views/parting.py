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

_WRITES, _ACTS = {"notes", "letter"}, {"hand_over", "end"}


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def ending(request: HttpRequest, pair: int) -> HttpResponse:
    """Also once they have stopped: then it is there to be read, and one's notes to be written on."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    form = EndsOnForm(
        request.POST if "plan" in request.POST else None, initial={"on": found.ends_on}
    )
    written = PartingForm(request.POST if _WRITES & request.POST.keys() else None)
    if form.is_valid():
        acts.plan_ending(pair=found, on=form.cleaned_data["on"], by=person)
        messages.success(request, _("Kept. Both of you see it."))
        return redirect("mentoring:ending", pair=found.pk)
    if written.is_valid() or _ACTS & request.POST.keys():
        return _act(request, found, person, written)
    context = {
        "pair": found,
        "name": name_of_other(found, person),
        "form": form,
        "written": written,
        "wrong_letter": bool(written.errors) and "letter" in request.POST,
        "wrong_notes": bool(written.errors) and "notes" in request.POST,
        "good": good_ending(found, person),
        "stopped": stopped_words(found, person) if found.ended_at is not None else "",
    }
    answer = max(status(form), status(written))
    return render(request, "mentoring/ending.html", context, status=answer)


@require_safe
@for_members
def kept(request: HttpRequest) -> HttpResponse:
    """What one took along from pairs that have ended."""
    return render(request, "mentoring/kept.html", {"partings": kept_by(person_of(request))})


def _act(request: HttpRequest, pair: Pair, person: Person, written: PartingForm) -> HttpResponse:
    if "notes" in request.POST:
        acts.keep_notes(pair=pair, words=written.cleaned_data["words"], by=person)
        messages.success(request, _("Kept, for you alone."))
    elif "letter" in request.POST:
        acts.write_letter(pair=pair, words=written.cleaned_data["words"], by=person)
        messages.success(request, _("Kept. Nobody reads it before you hand it over."))
    elif "hand_over" in request.POST:
        acts.hand_over(pair=pair, by=person)
        messages.success(request, _("Handed over."))
    else:
        ends.end_well(pair=pair, by=person)
        messages.success(request, _("You have come to the end you planned."))
    return redirect("mentoring:ending", pair=pair.pk)
