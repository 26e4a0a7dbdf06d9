"""What stands beside the words in a pair's room: a way to begin, an answer promised in one tap, a
second person."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.refusal import insist
from groups.actions.drafts import add_to_draft
from mentoring import rules, wording
from mentoring.actions import second as acts
from mentoring.actions import showing
from mentoring.forms_pair import CallForm
from mentoring.models import Pair
from mentoring.queries.in_room import second_person
from mentoring.views._doors import for_members, number_of, person_of
from mentoring.views.pairs import pair_or_refuse


@require_POST
@for_members
def begin(request: HttpRequest, pair: int) -> HttpResponse:
    """Puts one of three ways to begin into the box, below what is there. Nothing is sent."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    insist(rules.may_act(person, found))
    ways = wording.openers(is_mentor=found.mentor.person_id == person.pk)
    chosen = number_of(request, "way")
    insist(rules.NOT_THERE if chosen >= len(ways) else None)
    add_to_draft(room=found.room, words=ways[chosen], by=person)
    return _to_room(found, "composer")


@require_POST
@for_members
def later(request: HttpRequest, pair: int) -> HttpResponse:
    """ "I have read this. I answer on Thursday." """
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    day, cid = _day(request.POST.get("day", "")), _cid(request.POST.get("cid", ""))
    insist(rules.NOT_THERE if day is None or cid is None else None)
    assert day is not None
    assert cid is not None
    verdict = acts.say_when_i_answer(pair=found, day=day, cid=cid, by=person)
    if verdict.refusal is not None:
        messages.warning(request, str(verdict.refusal.words))
    return _to_room(found, f"m-{verdict.seq}" if verdict.seq else "newest")


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def second(request: HttpRequest, pair: int) -> HttpResponse:
    """Nobody holds it alone: who is called, whether they have answered, which line to pass on."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    insist(rules.may_ask_for_a_second(person, found))
    form = CallForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        acts.call_second_person(pair=found, words=form.cleaned_data["words"], by=person)
        messages.success(request, _("The team has it. You have done what one person can do."))
        return redirect("mentoring:second", pair=found.pk)
    context = {
        "pair": found,
        "other": found.request.person,
        "form": form,
        "second": second_person(found, now=timezone.now()),
    }
    return render(request, "mentoring/second.html", context)


@require_POST
@for_members
def show_card(request: HttpRequest, pair: int) -> HttpResponse:
    """The member shows what helps in talking with them, or takes it back."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    act = showing.take_card_back if "back" in request.POST else showing.show_card
    act(pair=found, by=person)
    return redirect(found.room)


def _to_room(pair: Pair, anchor: str) -> HttpResponse:
    return HttpResponseRedirect(f"{pair.room.get_absolute_url()}#{anchor}", status=303)


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


def _cid(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None
