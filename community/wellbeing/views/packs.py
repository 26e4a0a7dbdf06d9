"""Scales and their licences, for the operator: packs to switch on, and words to type in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.refusal import insist
from community.wellbeing import instruments, rules
from community.wellbeing.actions import review_hours as actions
from community.wellbeing.actions.answers import known
from community.wellbeing.forms.answers import CompleteForm
from community.wellbeing.instruments import Wording
from community.wellbeing.models import Pack
from community.wellbeing.queries.completed import offered_words
from community.wellbeing.views._who import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def packs(request: HttpRequest) -> HttpResponse:
    """The licences the operator reads, what is switched on, and what was completed."""
    person = person_of(request)
    insist(rules.may_set_packs(person))
    if request.method == "POST":
        instrument = known(request.POST.get("key", ""))
        act = actions.switch_pack_on if "on" in request.POST else actions.switch_pack_off
        act(instrument=instrument, by=person)
        return redirect("wellbeing:packs")
    on = set(Pack.objects.values_list("instrument", flat=True))
    done = offered_words()
    rows = [(one, one.key in on) for one in instruments.ALL if one.wording == Wording.PACK]
    missing = [
        (one, done.get(one.key)) for one in instruments.ALL if one.wording == Wording.MISSING
    ]
    return render(request, "wellbeing/packs.html", {"packs": rows, "missing": missing})


@require_http_methods(["GET", "HEAD", "POST"])
def complete(request: HttpRequest, key: str) -> HttpResponse:
    """The words of one scale, typed in with the permission that was got; or taken out again."""
    person, instrument = person_of(request), instruments.get(key)
    insist(rules.may_set_packs(person))
    is_missing = instrument is not None and instrument.wording == Wording.MISSING
    insist(None if is_missing else rules.NOT_HERE)
    assert instrument is not None
    if "out" in request.POST:
        actions.take_words_out(instrument=instrument, by=person)
        messages.success(request, _("Taken out. Nobody is offered it any more."))
        return redirect("wellbeing:packs")
    was = offered_words().get(key)
    form = CompleteForm(request.POST or None, instrument=instrument, was=was)
    if form.is_valid():
        actions.complete(instrument=instrument, **form.said, by=person)
        messages.success(request, _("Kept. Members are offered it from now on."))
        return redirect("wellbeing:packs")
    context = {"form": form, "instrument": instrument, "was": was}
    status = 422 if form.is_bound else 200
    return render(request, "wellbeing/complete.html", context, status=status)
