"""Waiting words: the author's page of them, and the moderators' list."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from community.refusal import Refused, insist
from community.screening import can_go_out, held_back
from groups import rules_words
from groups.actions import held as acts
from groups.actions.without import send_without
from groups.enums import HeldFor, MessageState
from groups.forms_room import HeldForForm, WishForm, WordsForm
from groups.models import Message, Seat
from groups.queries.room import is_marked, waiting_for_team, written_anew
from groups.sending import look_again
from groups.views._doors import (
    back_to,
    back_to_own,
    help_near,
    is_open,
    own_seat_or_refuse,
    person_of,
    seat_or_refuse,
    words_form,
)

# The author -------------------------------------------------------------------------------------


def _own(request: HttpRequest, room_id: str, cid: UUID) -> tuple[Seat, Message]:
    seat = own_seat_or_refuse(request, room_id)
    message = seat.messages.filter(cid=cid, state=MessageState.HELD).first()
    if message is None:
        raise Refused(rules_words.NOT_THERE)
    return seat, message


def _page(
    request: HttpRequest, seat: Seat, message: Message, *, form: WordsForm, **more: Any
) -> HttpResponse:
    known = {
        "room": seat.room,
        "message": message,
        "form": form,
        "choose": HeldForForm(initial={"held_for": message.held_for}),
        "open": is_open(seat),
        "marked": held_back(message.body) if is_marked(message, seat) else (),
        "rest": can_go_out(message.body),
    }
    return render(request, "groups/room_held.html", {**known, **more})


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, room_id: str, cid: UUID) -> HttpResponse:
    """The author's waiting words: to take back, wherever the author is now; and in a room that is
    open to them to change, or to choose anew whom they are for."""
    seat, message = _own(request, room_id, cid)
    if request.method == "POST":
        seat_or_refuse(request, room_id)
    form = words_form(message, request.POST)
    found = []
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        contacts, signal = look_again(words["body"], words["note"], room=room_id, by=seat.person_id)
        if not contacts or words["sure"] or message.held_for != HeldFor.GROUP:
            acts.change_held(
                room=room_id,
                cid=cid,
                body=words["body"],
                note=words["note"],
                note_kind=words.get("note_kind", ""),
                intent=words["intent"],
                signal=signal,
                by=person_of(request),
            )
            help_near(request, room_id, signal)
            return back_to(room_id, f"w-{cid}")
        found = [(contact.start, contact.end) for contact in contacts]
    return _page(request, seat, message, form=form, found=found)


@require_POST
def choose(request: HttpRequest, room_id: str, cid: UUID) -> HttpResponse:
    """The group, the team, or nobody. Contact details are asked about before the group may come to
    read them, as at the first sending."""
    seat, message = _own(request, room_id, cid)
    seat_or_refuse(request, room_id)
    form = HeldForForm(request.POST)
    if form.is_valid():
        contacts, signal = look_again(message.body, message.note, room=room_id, by=seat.person_id)
        held_for = HeldFor(form.cleaned_data["held_for"])
        if contacts and held_for == HeldFor.GROUP and not form.cleaned_data["sure"]:
            places = [(contact.start, contact.end) for contact in contacts]
            shown = words_form(message)
            return _page(request, seat, message, form=shown, choose=form, group_found=places)
        acts.choose_held_for(
            room=room_id, cid=cid, held_for=held_for, signal=signal, by=person_of(request)
        )
    return back_to(room_id, f"w-{cid}")


@require_POST
def without(request: HttpRequest, room_id: str, cid: UUID) -> HttpResponse:
    """The rest at once, without the words a person would read first."""
    _own(request, room_id, cid)
    seat_or_refuse(request, room_id)
    if send_without(room=room_id, cid=cid, by=person_of(request)):
        messages.success(request, _("The group can read your words now."))
        return back_to(room_id, "newest")
    messages.success(request, _("These words are left out. The rest waits as all words do here."))
    return back_to(room_id, f"w-{cid}")


@require_POST
def take_back(request: HttpRequest, room_id: str, cid: UUID) -> HttpResponse:
    seat, _message = _own(request, room_id, cid)
    acts.take_back(room=room_id, cid=cid, by=person_of(request))
    messages.success(request, _("You have taken these words back. Nothing of them is kept."))
    return back_to_own(seat, "newest")


@require_POST
def say_yes(request: HttpRequest, room_id: str, cid: UUID) -> HttpResponse:
    """The author lets the room read them."""
    _own(request, room_id, cid)
    seat_or_refuse(request, room_id)
    if acts.let_in(room=room_id, cid=cid, by=person_of(request)):
        messages.success(request, _("The group can read your words now."))
        return back_to(room_id, "newest")
    messages.success(
        request,
        _("Your yes is kept. The group reads it as soon as somebody from the team can let it in."),
    )
    return back_to(room_id, f"w-{cid}")


@require_POST
def say_no(request: HttpRequest, room_id: str, cid: UUID) -> HttpResponse:
    """The author would rather not. The team keeps the words; the author can still take them."""
    seat, _message = _own(request, room_id, cid)
    acts.decline_offer(room=room_id, cid=cid, by=person_of(request))
    return back_to_own(seat, f"w-{cid}")


# The team ---------------------------------------------------------------------------------------


@require_GET
def waiting(request: HttpRequest, room_id: str) -> HttpResponse:
    """What waits in this room, oldest first, each covered until somebody reads it."""
    seat = seat_or_refuse(request, room_id)
    insist(rules_words.may_moderate(person_of(request), seat.room, seat))
    return _waiting(request, seat, WishForm())


def _waiting(request: HttpRequest, seat: Seat, form: WishForm, *, about: int = 0) -> HttpResponse:
    return render(
        request,
        "groups/room_waiting.html",
        {
            "room": seat.room,
            "waiting": waiting_for_team(seat.room).exclude(author=seat),
            "anew": written_anew(seat.room).exclude(author=seat),
            "form": form,
            "about": about,
        },
    )


@require_POST
def read(request: HttpRequest, room_id: str, message: int) -> HttpResponse:
    """Uncovers one: from now on its author reads who has read it."""
    seat_or_refuse(request, room_id)
    acts.open_held(room=room_id, message=message, by=person_of(request))
    return back_to(room_id, f"h-{message}", page="groups:waiting")


@require_POST
def offer(request: HttpRequest, room_id: str, message: int) -> HttpResponse:
    seat_or_refuse(request, room_id)
    acts.offer_held(room=room_id, message=message, by=person_of(request))
    return back_to(room_id, f"h-{message}", page="groups:waiting")


@require_POST
def ask(request: HttpRequest, room_id: str, message: int) -> HttpResponse:
    """Asks the author for other words."""
    seat = seat_or_refuse(request, room_id)
    form = WishForm(request.POST)
    if not form.is_valid():
        insist(rules_words.may_moderate(person_of(request), seat.room, seat))
        return _waiting(request, seat, form, about=message)
    acts.ask_for_change(
        room=room_id, message=message, words=form.cleaned_data["words"], by=person_of(request)
    )
    return back_to(room_id, f"h-{message}", page="groups:waiting")


@require_POST
def keep(request: HttpRequest, room_id: str, message: int) -> HttpResponse:
    seat_or_refuse(request, room_id)
    acts.keep_between_us(room=room_id, message=message, by=person_of(request))
    return back_to(room_id, f"h-{message}", page="groups:waiting")
