"""The five cards, from an item of the desk or by themselves."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from community.house import queries as house
from community.refusal import insist
from community.safety import rules
from community.safety.actions import desk as act
from community.safety.actions.duty import renew_by_page
from community.safety.queries_leads import safeguarding_leads
from community.safety.situations import SITUATIONS, Situation, situation
from community.safety.views.asking import item_of, person_of


@require_GET
def cards(request: HttpRequest) -> HttpResponse:
    """All five, for who is on the team."""
    insist(rules.may_see_desk(rules.reach_of(person_of(request))))
    return render(request, "safety/situations.html", {"situations": SITUATIONS})


@require_GET
def card(request: HttpRequest, key: str) -> HttpResponse:
    """One card, without an item."""
    insist(rules.may_see_desk(rules.reach_of(person_of(request))))
    return _page(request, _found(key))


@require_GET
def card_of_item(request: HttpRequest, item: int, key: str) -> HttpResponse:
    """One card beside an item: from here those who lead are called."""
    _person, _reach, found = item_of(request, item)
    return _page(request, _found(key), item=found.pk)


@require_POST
def call_lead(request: HttpRequest, item: int, key: str) -> HttpResponse:
    """Calls those who lead to the item."""
    person, _reach, _item = item_of(request, item)
    act.call_lead(item=item, situation=key, by=person)
    messages.success(request, _("Those who lead are called. It stays with you until they take it."))
    return redirect("safety:item", item=item)


def _found(key: str) -> Situation:
    found = situation(key)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: Situation, *, item: int | None = None) -> HttpResponse:
    renew_by_page(person=person_of(request).pk)
    now, place = timezone.now(), house.current()
    shown = {
        "situation": found,
        "item": item,
        "leads": safeguarding_leads(now=now),
        "lead": place.lead,
        "reach": place.lead_reach,
        "deputy": place.deputy,
        "deputy_reach": place.deputy_reach,
    }
    return render(request, "safety/situation.html", shown)
