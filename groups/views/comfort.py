"""How rooms are for oneself: one page, shown to nobody else."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from community.accounts.models import Person
from community.refusal import Refused
from groups.actions import comfort as acts
from groups.forms_comfort import ComfortForm, MuteForm
from groups.models import Room
from groups.queries.comfort import choices_of, muted_by, shows_typing
from groups.queries.room import seat_in
from groups.views._doors import is_open, person_of


@require_GET
def choices(request: HttpRequest) -> HttpResponse:
    """What I would rather not meet, the words I muted, and whether I show that I write."""
    return _page(request)


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    person, form = person_of(request), ComfortForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form, status=422)
    acts.choose_folds(choices=form.folds(), by=person)
    if form.cleaned_data["typing"]:
        acts.show_typing(by=person)
    else:
        acts.hide_typing(by=person)
    messages.success(request, _("Saved. Only you know about it."))
    return _back(request)


@require_POST
def mute(request: HttpRequest) -> HttpResponse:
    form, now = MuteForm(request.POST), timezone.now()
    if form.is_valid():
        try:
            acts.mute_words(
                words=form.cleaned_data["words"],
                until=form.until(now),
                now=now,
                by=person_of(request),
            )
        except Refused as refused:
            form.add_error("words", str(refused.refusal.words))
        else:
            messages.success(request, _("Messages with this word are folded for you."))
            return _back(request)
    return _page(request, mute=form, status=422)


@require_POST
def unmute(request: HttpRequest, muted: int) -> HttpResponse:
    acts.unmute_words(muted=muted, by=person_of(request))
    messages.success(request, _("You can meet this word again."))
    return _back(request)


def _page(
    request: HttpRequest,
    *,
    form: ComfortForm | None = None,
    mute: MuteForm | None = None,
    status: int = 200,
) -> HttpResponse:
    person = person_of(request)
    room = _room(request, person)
    now = choices_of(person) | {"typing": shows_typing(person)}
    return render(
        request,
        "groups/choices.html",
        {
            "form": form or ComfortForm(initial=now),
            "mute": mute or MuteForm(),
            "muted": muted_by(person, now=timezone.now()),
            "room": room,
            "query": _query(room),
        },
        status=status,
    )


def _room(request: HttpRequest, person: Person) -> Room | None:
    """The room one came from, where it is open to this person."""
    seat = seat_in(person, request.GET.get("room", ""))
    return seat.room if seat is not None and is_open(seat) else None


def _query(room: Room | None) -> str:
    return f"?{urlencode({'room': room.pk})}" if room else ""


def _back(request: HttpRequest) -> HttpResponse:
    query = _query(_room(request, person_of(request)))
    return HttpResponseRedirect(reverse("groups:choices") + query, status=303)
