"""Rounds, hands, pace and being here: one small form each. All of them work without a script."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from community.refusal import insist
from groups import rules_rounds
from groups.actions import being_here, hands, rounds
from groups.forms_rounds import PaceForm, RoundForm
from groups.queries.room import together_page
from groups.views._doors import back_to, person_of, seat_or_refuse

HERE = "together"
_ASK = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
@never_cache
def together(request: HttpRequest, room_id: str) -> HttpResponse:
    """The part of the room's page that changes with a round, for a script that has heard of it."""
    page = together_page(seat_or_refuse(request, room_id), now=timezone.now())
    return render(request, "groups/together.html", {"page": page})


@_ASK
def lead(request: HttpRequest, room_id: str) -> HttpResponse:
    """The host's page: a new round, and the pace."""
    seat = seat_or_refuse(request, room_id)
    now, person = timezone.now(), person_of(request)
    insist(rules_rounds.may_lead(person, seat.room, seat, now=now))
    form = RoundForm(request.POST or None, initial={"seconds": "180"})
    if request.method == "POST" and form.is_valid():
        rounds.open_round(room=room_id, by=person, **form.cleaned_data)
        return back_to(room_id, HERE)
    pace = PaceForm(initial={"seconds": seat.room.pace}, prefix="pace")
    around = together_page(seat, now=now).around
    return render(
        request,
        "groups/room_lead.html",
        {"room": seat.room, "around": around, "form": form, "pace": pace},
    )


@require_POST
def set_pace(request: HttpRequest, room_id: str) -> HttpResponse:
    """The host sets the pace."""
    seat_or_refuse(request, room_id)
    form = PaceForm(request.POST, prefix="pace")
    if form.is_valid():
        being_here.set_pace(
            room=room_id, seconds=form.cleaned_data["seconds"], by=person_of(request)
        )
    return back_to(room_id, HERE)


@require_POST
def next_turn(request: HttpRequest, room_id: str) -> HttpResponse:
    """The host gives the turn to the next. `after`: who had it on the page that was pressed."""
    seat_or_refuse(request, room_id)
    rounds.next_turn(room=room_id, after=request.POST.get("after"), by=person_of(request))
    return back_to(room_id, HERE)


@require_POST
def step_out(request: HttpRequest, room_id: str) -> HttpResponse:
    """Out of the round, and out of the room for now: nobody listens to a round unseen."""
    seat = seat_or_refuse(request, room_id)
    rounds.step_out(room=room_id, by=person_of(request))
    group = seat.room.group
    return HttpResponseRedirect(group.get_absolute_url() if group else "/me/", status=303)


def _does(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A form with one button: the act, and back to where it was pressed."""

    @require_POST
    def view(request: HttpRequest, room_id: str, **named: str) -> HttpResponse:
        seat_or_refuse(request, room_id)
        act(room=room_id, by=person_of(request), **named)
        return back_to(room_id, HERE)

    return view


extend = _does(rounds.extend_turn)
end = _does(rounds.end_round)
admit = _does(rounds.admit_to_round)
put_first = _does(rounds.put_first)
ask = _does(rounds.ask_for_turn)
listen = _does(rounds.listen_in_round)
pass_on = _does(rounds.pass_turn)
raise_hand = _does(hands.raise_hand)
lower_hand = _does(hands.lower_hand)
lower_hand_of = _does(hands.lower_hand_of)
be_here = _does(being_here.be_here)
just_listen = _does(being_here.just_listen)
