"""Going on duty, staying, leaving: buttons that work without scripts, and the ping of a screen."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.refusal import Refusal, Refused
from community.safety import history, queries, rules
from community.safety.actions import duty as act
from community.safety.actions import on_call as night
from community.safety.actions import shifts
from community.safety.enums import Level
from community.safety.how_soon import how_soon
from community.safety.names import about_names
from community.safety.rules import Reach
from community.safety.shift_forms import DutyForm, EndShiftForm, SecondForm
from community.safety.views.asking import desk_of
from community.templatetags.face import when


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Opens the chosen rooms."""
    person, reach = desk_of(request)
    chosen = request.POST.getlist("places")[:100]
    if not chosen:
        messages.warning(request, _("Please choose at least one room."))
        return _back_to(request)
    asked = "second" in request.POST
    form = DutyForm(
        request.POST,
        places=[(key, key) for key in chosen],
        colleagues=queries.colleagues_of(reach) if asked else None,
    )
    if not form.is_valid():
        for errors in form.errors.values():
            messages.warning(request, str(errors[0]))
        return _back_to(request)
    act.go_on_duty(by=person, places=chosen)
    if asked:
        until = form.cleaned_data["second_until"]
        shifts.name_second(by=person, second=form.second_person(), until=until)
    messages.success(request, _("You are on duty. Nothing that waits was let in by this."))
    return _back_to(request)


@require_POST
def on_call(request: HttpRequest) -> HttpResponse:
    """ "I can be called tonight"."""
    person, _reach = desk_of(request)
    try:
        said = night.say_yes(by=person)
    except Refused as no:
        messages.warning(request, str(no.refusal.words))
        return _back_to(request)
    until = when(said.ends_at)
    messages.success(request, _("Thank you. You can be called until %(time)s.") % {"time": until})
    return _back_to(request)


@require_POST
def off_call(request: HttpRequest) -> HttpResponse:
    """ "Please do not call me"."""
    person, _reach = desk_of(request)
    night.take_back(by=person)
    messages.success(request, _("You are not called any more."))
    return _back_to(request)


@require_POST
def name_second(request: HttpRequest) -> HttpResponse:
    """Says during a shift who can be reached beside oneself."""
    person, reach = desk_of(request)
    form = SecondForm(request.POST, colleagues=queries.colleagues_of(reach))
    if not form.is_valid():
        messages.warning(request, str(next(iter(form.errors.values()))[0]))
        return redirect("safety:desk")
    until = form.cleaned_data["second_until"]
    try:
        shifts.name_second(by=person, second=form.second_person(), until=until)
    except Refused as no:
        if no.refusal.hides:
            raise
        messages.warning(request, str(no.refusal.words))
        return redirect("safety:desk")
    messages.success(request, _("The desk says so. Whoever you named is told."))
    return redirect("safety:desk")


@require_POST
def ping(request: HttpRequest) -> HttpResponse:
    """A screen of the desk is there. Answers with the places its moderator is on duty at."""
    person, _reach = desk_of(request)
    return JsonResponse({"places": sorted(act.renew_all(person=person.pk))})


@require_POST
def call(request: HttpRequest) -> HttpResponse:
    """ "I am on a call". A script asks for JSON when a number is dialled; a button for the page."""
    person, _reach = desk_of(request)
    try:
        until = act.start_call(by=person)
    except Refused as no:
        if _wants_json(request):
            return JsonResponse(_said(no.refusal), status=409)
        messages.warning(request, str(no.refusal.words))
        return _back_to(request)
    if _wants_json(request):
        return JsonResponse({"until": until.isoformat()})
    messages.success(request, _("Your rooms stay open for 15 minutes while you are on the phone."))
    return _back_to(request)


def _said(refusal: Refusal) -> dict[str, str]:
    """Whoever is not on duty keeps no room open, and needs no words about it when they dial."""
    words = "" if refusal == rules.NOT_ON_DUTY else str(refusal.words)
    return {"error": refusal.code, "words": words}


@require_POST
def back(request: HttpRequest) -> HttpResponse:
    """ "I am back"."""
    person, _reach = desk_of(request)
    act.end_call(by=person)
    return _back_to(request)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Leaves some rooms; the shift goes on."""
    person, _reach = desk_of(request)
    act.leave_places(by=person, places=request.POST.getlist("places")[:100])
    messages.success(request, _("You are not on duty there any more. Words written there wait."))
    return _back_to(request)


@require_http_methods(["GET", "POST"])
def end_shift(request: HttpRequest) -> HttpResponse:
    """Hands over and ends the shift."""
    person, reach = desk_of(request)
    items = queries.needs_an_owner(reach, level=Level.NOW)
    named = _open_by_name(reach, {item.pk for item in items})
    form = EndShiftForm(
        request.POST or None,
        items=items,
        names=about_names(items, reach),
        owners=queries.colleagues_of(reach),
        me=person.pk,
        initial={"handover": "\n".join(named.values())},
    )
    if request.method == "POST" and form.is_valid():
        try:
            shifts.end_shift(
                by=person,
                handover=_with_names(form.cleaned_data["handover"], named),
                owners=form.owners(),
            )
        except Refused as no:
            form.add_error(None, str(no.refusal.words))
        else:
            messages.success(request, _("Your shift has ended. Thank you, and rest well."))
            return redirect("safety:desk")
    became = history.what_became(reach, now=timezone.now())
    shown = {
        "form": form,
        "items": items,
        "became": became,
        "shift": queries.open_shift(person.pk),
    }
    return render(request, "safety/end_shift.html", shown)


def _open_by_name(reach: Reach, given: Collection[int]) -> dict[str, str]:
    """By name a line for each open thing, to be finished by hand: whom it is about and who has it,
    never a word anybody wrote. What somebody of the team does not look at is left out: all of them
    read the hand-over. `given`: what is handed to somebody on the same page."""
    now = timezone.now()
    found: dict[str, list[str]] = {}
    lines = queries.desk_of(reach, now=now).lines
    hidden = queries.closed_to_somebody([line.id for line in lines])
    for line in lines:
        if not line.is_closed_to_me and line.id not in hidden:
            name = line.about or "–"
            stands = _where_it_stands(line, now, is_given=line.id in given)
            found.setdefault(name, []).append(f"{name} ({stands}): ")
    return {name: "\n".join(lines) for name, lines in found.items()}


def _with_names(handover: str, named: Mapping[str, str]) -> str:
    """What somebody wrote, with every open thing in it by name."""
    missing = [lines for name, lines in named.items() if name not in handover]
    return "\n".join([handover.strip(), *missing])


def _where_it_stands(line: queries.DeskLine, now: datetime, *, is_given: bool) -> str:
    soon = how_soon(line, now=now)
    return soon if is_given else f"{soon}, {line.taken_by or _('nobody has it')}"


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _back_to(request: HttpRequest) -> HttpResponseRedirect:
    """Where the button was: a path of this site, else the desk."""
    next_ = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(next_, allowed_hosts=None):
        return HttpResponseRedirect(next_)
    return redirect("safety:desk")
