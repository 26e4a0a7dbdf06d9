"""Coming and going: how one arrives, how one leaves, and a hello for who goes low. Never a gate."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.refusal import insist
from community.safety import duty
from groups import rules_meetings
from groups.actions import arrivals
from groups.enums import AfterDrop, SeatState
from groups.forms_meetings import AfterDropForm, ArrivingForm, GoingForm
from groups.models import Arrival, Seat
from groups.views._doors import person_of, seat_or_refuse


@require_http_methods(["GET", "HEAD", "POST"])
def arriving(request: HttpRequest, room_id: str) -> HttpResponse:
    """ "How are you arriving?" """
    seat = seat_or_refuse(request, room_id)
    form = ArrivingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        arrivals.arrive(room=seat.room, by=person_of(request), **form.cleaned_data)
        return redirect(seat.room)
    status = 422 if form.is_bound else 200
    return render(
        request, "groups/room_arriving.html", {"form": form, "room": seat.room}, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
def going(request: HttpRequest, room_id: str) -> HttpResponse:
    """ "I am going", and how, for who would like to say it."""
    seat = seat_or_refuse(request, room_id)
    form = GoingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        arrival = arrivals.go(room=seat.room, by=person_of(request), left=form.cleaned_data["left"])
        if arrival is not None and arrival.is_drop:
            return redirect("groups:after-drop", room_id, arrival.pk)
        messages.success(request, _("Take care on your way. You can come back at any time."))
        return redirect("/me/")
    status = 422 if form.is_bound else 200
    return render(
        request, "groups/room_going.html", {"form": form, "room": seat.room}, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
def after_drop(request: HttpRequest, room_id: str, arrival: int) -> HttpResponse:
    """Three offers, to the person first."""
    seat = seat_or_refuse(request, room_id)
    mine = Arrival.objects.filter(
        pk=arrival, room=room_id, person=person_of(request), is_drop=True
    ).first()
    if mine is None:
        raise Http404
    form = AfterDropForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _chosen(request, seat, mine, form)
    there = [
        n for n in duty.on_duty(seat.room.place, now=timezone.now()) if n != seat.person.handle
    ]
    context = {"room": seat.room, "arrival": mine, "there": there}
    return render(request, "groups/room_after_drop.html", context)


def _chosen(request: HttpRequest, seat: Seat, mine: Arrival, form: AfterDropForm) -> HttpResponse:
    choice = AfterDrop(form.cleaned_data["choice"])
    arrivals.choose_after_drop(
        arrival=mine.pk,
        by=person_of(request),
        choice=choice,
        tells_host=form.cleaned_data["tells_host"],
    )
    if choice == AfterDrop.CALM:
        return redirect("wellbeing:calm")
    if choice == AfterDrop.LEAVE:
        messages.success(request, _("Take care on your way. You can come back at any time."))
        return redirect("/me/")
    messages.success(request, _("We have told them. Stay as long as you like; you can just read."))
    return redirect(seat.room)


@require_http_methods(["GET", "HEAD", "POST"])
def say_hello(request: HttpRequest, room_id: str, wire_id: str) -> HttpResponse:
    """For the host: somebody went much lower than they came. Never a number."""
    own = seat_or_refuse(request, room_id)
    insist(rules_meetings.may_greet_low(person_of(request), own.room))
    seat = (
        Seat.objects.filter(room=room_id, wire_id=wire_id, state=SeatState.ACTIVE)
        .select_related("person", "room")
        .first()
    )
    if (
        seat is None
        or not Arrival.objects.filter(
            room=room_id, person=seat.person, told_at__isnull=False
        ).exists()
    ):
        raise Http404
    if request.method == "POST":
        if "desk" in request.POST:
            arrivals.pass_to_desk(seat=seat, by=person_of(request))
            messages.success(request, _("It is on the desk. Somebody from the team looks."))
        else:
            arrivals.offer_hello(seat=seat, by=person_of(request))
            messages.success(request, _("They have been told that you would like to say hello."))
        return redirect(own.room)
    return render(request, "groups/room_say_hello.html", {"room": own.room, "seat": seat})
