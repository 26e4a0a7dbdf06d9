"""Emergency services for somebody: decided by two, called by a person, open until it is known whether
help arrived."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.help.queries import emergency_number
from community.house import queries as house
from community.refusal import Refused
from community.safety import rules, rules_emergency
from community.safety.actions import emergency as act
from community.safety.actions.duty import renew_by_page
from community.safety.emergency import GENTLER, SCRIPT
from community.safety.enums import Arrived, ItemState
from community.safety.forms_emergency import ArrivedForm, HelpForm
from community.safety.models import Emergency, Item
from community.safety.nearness import stands_apart
from community.safety.views.asking import item_of, person_of


@require_http_methods(["GET", "POST"])
def emergency(request: HttpRequest, item: int) -> HttpResponse:
    """What was decided, and for whoever has the item the form that asks a second person."""
    person, reach, found = item_of(request, item)
    renew_by_page(person=person.pk)
    refusal = rules.may_open(reach, found, is_apart=stands_apart(person.pk, found.pk))
    if refusal is not None:
        return render(request, "safety/item_closed.html", {"refusal": refusal}, status=403)
    form = HelpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            act.ask_for_help(item=item, by=person, **given)
        except Refused as no:
            form.add_error(None, str(no.refusal.words))
        else:
            return redirect("safety:emergency", item=item)
    return render(request, "safety/emergency.html", _shown(found, person.pk, form))


def _shown(item: Item, me: int, form: HelpForm) -> dict[str, object]:
    steps = Emergency.objects.filter(item=item)
    steps = steps.select_related("asked_by", "agreed_by", "called_by", "arrived_by")
    is_mine = item.taken_by_id == me and item.state != ItemState.CLOSED
    is_open = any(not one.arrived for one in steps)
    country = (item.about.country if item.about else "") or house.current().country
    return {
        "item": item,
        "steps": [(one, [GENTLER[key] for key in one.tried if key in GENTLER]) for one in steps],
        "form": form if is_mine and not is_open and item.about_id else None,
        "may_agree": [one for one in steps if one.asked_by_id != me and one.agreed_at is None],
        "may_call": [one for one in steps if rules_emergency.may_say_called(one) is None],
        "arrived_form": ArrivedForm(),
        "script": SCRIPT,
        "number": emergency_number(country),
        "knows_country": bool(item.about and item.about.country),
        "now": timezone.now(),
    }


@require_POST
def agree(request: HttpRequest, item: int, number: int) -> HttpResponse:
    """The second person."""
    person = person_of(request)
    return _try(request, item, lambda: act.agree(emergency=number, by=person))


@require_POST
def called(request: HttpRequest, item: int, number: int) -> HttpResponse:
    """Somebody has called."""
    person = person_of(request)
    return _try(request, item, lambda: act.say_called(emergency=number, by=person))


@require_POST
def arrived(request: HttpRequest, item: int, number: int) -> HttpResponse:
    """Whether help arrived."""
    person, form = person_of(request), ArrivedForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Please choose what you know."))
        return redirect("safety:emergency", item=item)
    known = Arrived(form.cleaned_data["arrived"])
    return _try(request, item, lambda: act.say_arrived(emergency=number, arrived=known, by=person))


def _try(request: HttpRequest, item: int, run: Callable[[], object]) -> HttpResponse:
    try:
        run()
    except Refused as no:
        if no.refusal.hides:
            raise
        messages.warning(request, str(no.refusal.words))
    return redirect("safety:emergency", item=item)
