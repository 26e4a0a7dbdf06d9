"""Around words: a note of the team, three things a reader can say without words, and cards."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from community.refusal import Refused, insist
from groups import rules_speaking, rules_words
from groups.actions import speaking as acts
from groups.cards import cards, path_of
from groups.enums import NoteKind, ReactionKind
from groups.forms_room import NoteForm
from groups.queries.heard import heard
from groups.queries.room import blocked_by
from groups.views._doors import back_to, message_or_refuse, person_of, seat_or_refuse


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator says above somebody's words what they are about."""
    seat, person = seat_or_refuse(request, room_id), person_of(request)
    message = message_or_refuse(seat.room, seq)
    message.room = seat.room
    insist(rules_speaking.may_note(person, message, seat, now=timezone.now()))
    initial = {"note_kind": message.note_kind, "note": message.note}
    form = NoteForm(request.POST or None, initial=initial)
    if request.method == "POST" and "away" in request.POST:
        acts.take_note_away(room=room_id, seq=seq, by=person)
        return back_to(room_id, f"m-{seq}")
    if request.method == "POST" and form.is_valid():
        acts.add_note(
            room=room_id,
            seq=seq,
            note_kind=NoteKind(form.cleaned_data["note_kind"]),
            note=form.cleaned_data["note"],
            by=person,
        )
        return back_to(room_id, f"m-{seq}")
    return render(
        request,
        "groups/room_note.html",
        {
            "room": seat.room,
            "message": message,
            "form": form,
            "back": f"{reverse('groups:room', args=[room_id])}#m-{seq}",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def react(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """Three things to tell the author, or to take back (`back` instead of `kind`). A script that
    asks stays on its page and gets no other answer than that it was done."""
    seat, person = seat_or_refuse(request, room_id), person_of(request)
    message = message_or_refuse(seat.room, seq)
    blocked = blocked_by(person)
    if message.author is None:
        raise Refused(rules_words.NOT_THERE)
    is_blocked = message.author.person_id in blocked
    insist(rules_speaking.may_react(seat, message, blocked=is_blocked))
    if request.method == "POST":
        return _told(request, room_id, seq)
    return render(
        request,
        "groups/room_react.html",
        {
            "room": seat.room,
            "message": message,
            "reactions": ReactionKind.choices,
            "pressed": heard(seat, [seq], blocked=blocked).said.get(seq, frozenset()),
            "back": f"{reverse('groups:room', args=[room_id])}#m-{seq}",
        },
    )


def _told(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    said, back = request.POST.get("kind", ""), request.POST.get("back", "")
    if (said or back) not in ReactionKind.values:
        return HttpResponseBadRequest()
    act = acts.react if said else acts.take_reaction_back
    act(room=room_id, seq=seq, kind=ReactionKind(said or back), by=person_of(request))
    if request.headers.get("Accept") == "application/json":
        return HttpResponse(status=204)
    told, taken = _("Told, to the person who wrote it alone."), _("Taken back.")
    messages.success(request, told if said else taken)
    return back_to(room_id, f"m-{seq}")


@require_GET
def card(request: HttpRequest) -> HttpResponse:
    """The card for a link to a public page of this place, for words that arrive later."""
    path = path_of(request.GET.get("of", ""), host=request.get_host())
    found = cards([path]).get(path) if path else None
    if found is None:
        raise Http404
    return JsonResponse({"href": found.href, "title": found.title, "side": str(found.side)})
