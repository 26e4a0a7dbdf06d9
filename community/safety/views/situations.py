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
from community.safety.models import Item
from community.safety.queries_leads import Lead, lead_called_to, lead_for, leads_now
from community.safety.situations import SITUATIONS, Situation, situation
from community.safety.views.asking import item_of, person_of


@require_GET
def cards(request: HttpRequest) -> HttpResponse:
    """All five, for who is on the team."""
    insist(rules.may_see_desk(rules.reach_of(person_of(request))))
    shown = {"situations": SITUATIONS, "leads": leads_now(now=timezone.now())}
    return render(request, "safety/situations.html", shown)


@require_GET
def card(request: HttpRequest, key: str) -> HttpResponse:
    """One card, without an item."""
    insist(rules.may_see_desk(rules.reach_of(person_of(request))))
    return _page(request, _found(key))


@require_GET
def card_of_item(request: HttpRequest, item: int, key: str) -> HttpResponse:
    """One card beside an item: from here those who lead are called."""
    person, _reach, found = item_of(request, item)
    return _page(request, _found(key), item=found, me=person.pk)


@require_POST
def call_lead(request: HttpRequest, item: int, key: str) -> HttpResponse:
    """Calls who leads to the item: the lead, else who stands in, else all of them."""
    person, _reach, _item = item_of(request, item)
    lead = act.call_lead(item=item, situation=key, by=person)
    messages.success(request, _called(lead))
    return redirect("safety:item", item=item)


def _called(lead: Lead | None) -> str:
    if lead is None:
        return _("Everybody who leads is called. It stays with whoever has it.")
    said = _("%(name)s is called. If there is no answer, everybody who leads is called next.")
    return said % {"name": lead.name}


def _found(key: str) -> Situation:
    found = situation(key)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest, found: Situation, *, item: Item | None = None, me: int = 0
) -> HttpResponse:
    renew_by_page(person=person_of(request).pk)
    now, place = timezone.now(), house.current()
    shown = {
        "situation": found,
        "item": item.pk if item is not None else None,
        "leads": leads_now(now=now) if item is None else lead_for(item, by=me, now=now),
        "called": lead_called_to(item) if item is not None else None,
        "lead": place.lead,
        "reach": place.lead_reach,
        "deputy": place.deputy,
        "deputy_reach": place.deputy_reach,
    }
    return render(request, "safety/situation.html", shown)
