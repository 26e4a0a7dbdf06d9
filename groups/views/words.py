"""Acts on one message, one page each: what will happen is said before it happens."""

from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_GET,
    require_http_methods,
    require_POST,
    require_safe,
)

from community.accounts.actions.blocking import block as block_person
from community.accounts.enums import TagSeen
from community.accounts.models import Profile
from community.accounts.queries import tags_shown
from community.refusal import Refused, insist
from community.safety.enums import Why
from community.wellbeing.queries.saying import open_thanks
from groups import rules, rules_words, staffing
from groups.actions.anew import write_anew
from groups.actions.belonging import remove_from_room
from groups.actions.messages import delete_message, edit_message, hide_message, restore_message
from groups.actions.wall import read_post
from groups.enums import EMPTIED, MessageState, RoomKind, WhyBack
from groups.forms_room import HideForm, RemoveForm, RestoreForm
from groups.models import Message, Seat
from groups.near import Signal, is_read_first
from groups.queries.room import blocked_by
from groups.sending import look_again, names_a_way, send
from groups.views._doors import (
    author_or_refuse,
    back_to,
    back_to_own,
    help_near,
    is_open,
    keep_near,
    message_or_refuse,
    own_seat_or_refuse,
    person_of,
    seat_or_refuse,
    words_form,
)

_ASK = require_http_methods(["GET", "HEAD", "POST"])


def _found(request: HttpRequest, room_id: str, seq: int) -> tuple[Seat, Message]:
    seat = seat_or_refuse(request, room_id)
    return seat, message_or_refuse(seat.room, seq)


@_ASK
def edit(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """The author changes their words."""
    seat, message = _found(request, room_id, seq)
    now = timezone.now()
    on_duty = staffing.is_open(seat.room, now=now)
    refusal = rules_words.may_edit(message, seat, seat.room, on_duty=on_duty, now=now)
    if refusal == rules_words.COVERED and request.method == "GET":
        return HttpResponseRedirect(reverse("groups:anew", args=[room_id, seq]))
    insist(None if refusal == rules_words.COVERED else refusal)
    form = words_form(message, request.POST)
    found = []
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data
        contacts, signal = look_again(words["body"], words["note"], room=room_id, by=seat.person_id)
        if is_read_first(seat, seat.room, names_a_way=names_a_way(words["body"], words["note"])):
            return _as_new_words(request, seat, words)
        if not contacts or words["sure"]:
            help_near(request, room_id, signal)
            try:
                return _change(request, room_id, seq, words=words, signal=signal)
            except Refused as no:
                if no.refusal.code != "listening":
                    raise
                form.add_error("body", str(no.refusal.words))
        found = [(contact.start, contact.end) for contact in contacts]
    return render(
        request,
        "groups/room_edit.html",
        {
            "room": seat.room,
            "message": message,
            "form": form,
            "found": found,
            "back": _place(room_id, seq),
        },
    )


def _as_new_words(request: HttpRequest, seat: Seat, words: dict[str, Any]) -> HttpResponse:
    """Others have read the words as they are, and a person reads the new ones first: they wait
    beside them."""
    verdict = send(
        by=seat.person_id,
        room=seat.room_id,
        cid=words["cid"] or uuid4(),
        body=words["body"],
        note=words["note"],
        note_kind=words.get("note_kind") or None,
        sure=True,
    )
    insist(verdict.refusal)
    keep_near(request, seat.room_id, verdict.near)
    messages.success(
        request, _("What others have read stays as it was. Your new words wait for a person.")
    )
    return back_to(seat.room_id, f"w-{verdict.cid}")


def _change(
    request: HttpRequest, room_id: str, seq: int, *, words: dict[str, Any], signal: Signal | None
) -> HttpResponse:
    """Changed at once; or, where a moderator has covered a part meanwhile, for a moderator first."""
    person, body = person_of(request), words["body"]
    try:
        edit_message(
            room=room_id,
            seq=seq,
            body=body,
            note=words["note"],
            note_kind=words.get("note_kind", ""),
            intent=words["intent"],
            signal=signal,
            by=person,
        )
    except Refused as no:
        if no.refusal != rules_words.COVERED:
            raise
        write_anew(room=room_id, seq=seq, body=body, signal=signal, by=person)
        messages.success(request, _("Your new words wait for a moderator to read them."))
        return back_to(room_id, f"m-{seq}", page="groups:my-words")
    return back_to(room_id, f"m-{seq}")


@_ASK
def delete(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """The author takes their words out, also after they left the room or lost it."""
    seat = own_seat_or_refuse(request, room_id)
    message = seat.messages.filter(seq=seq).first()
    if message is None:  # not one's own: the room's door decides what may be known of it
        seat, message = _found(request, room_id, seq)
    insist(rules_words.may_delete(message, seat))
    if request.method == "POST":
        delete_message(room=room_id, seq=seq, by=person_of(request))
        return back_to_own(seat, f"m-{seq}")
    page = "groups:room" if is_open(seat) else "groups:my-words"
    back = f"{reverse(page, args=[room_id])}#m-{seq}"
    return render(
        request,
        "groups/room_delete.html",
        {"room": seat.room, "message": message, "back": back},
    )


@_ASK
def hide(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator takes words off every screen, and says why."""
    seat, message = _found(request, room_id, seq)
    insist(rules_words.may_moderate(person_of(request), seat.room, seat))
    insist(rules_words.may_hide(message, by=seat.person_id))
    form = HideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        hide_message(
            room=room_id,
            seq=seq,
            reason=Why(form.cleaned_data["reason"]),
            words=form.cleaned_data["words"],
            by=person_of(request),
        )
        return back_to(room_id, f"m-{seq}")
    return render(
        request,
        "groups/room_hide.html",
        {"room": seat.room, "message": message, "form": form, "back": _place(room_id, seq)},
    )


@_ASK
def restore(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator reads hidden words again, says why, and brings them back."""
    seat, message = _found(request, room_id, seq)
    insist(rules_words.may_reopen(person_of(request), seat.room, seat, now=timezone.now()))
    insist(rules_words.may_restore(message, by=seat.person_id))
    if message.state != MessageState.HIDDEN:
        return back_to(room_id, f"m-{seq}")
    form = RestoreForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        restore_message(
            room=room_id,
            seq=seq,
            reason=WhyBack(form.cleaned_data["reason"]),
            by=person_of(request),
        )
        return back_to(room_id, f"m-{seq}")
    return render(
        request,
        "groups/room_restore.html",
        {
            "room": seat.room,
            "message": message,
            "form": form,
            "why": Why(message.state_why).label if message.state_why in Why.values else "",
            "back": _place(room_id, seq),
        },
    )


@require_POST
def seen(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """ "I have read this": a moderator, of a post on a wall. Its author is told who and when."""
    seat_or_refuse(request, room_id)
    read_post(room=room_id, seq=seq, by=person_of(request))
    return back_to(room_id, f"m-{seq}")


@require_GET
def report(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """Leads to the page that tells the team; the message is named there as the desk names it."""
    _, message = _found(request, room_id, seq)
    query = urlencode({"kind": "message", "id": message.pk})
    return HttpResponseRedirect(f"{reverse('safety:report')}?{query}")


@require_safe
def who(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """What the person who wrote this chose to show. Nobody is found here whose words one does not
    see."""
    seat, message = _found(request, room_id, seq)
    author = _other(seat, message)
    if message.state == MessageState.HIDDEN or author.person_id in blocked_by(person_of(request)):
        raise Refused(rules_words.NOT_THERE)
    shown = {"author": author, "name": message.author_name, "back": _place(room_id, seq)}
    if message.said_as is None:
        shown["part"] = author.get_part_display()
        shown["profile"] = Profile.objects.filter(person=author.person_id).first()
        to = TagSeen.TWO if seat.room.kind == RoomKind.PAIR else TagSeen.ROOMS
        shown["tags"] = tags_shown(author.person_id, to=to)
        shown["thanks"] = open_thanks(author.person_id, reader=seat.person_id)
    return render(request, "groups/room_who.html", shown)


@_ASK
def block(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """Not to see somebody's words any more. They never learn of it."""
    seat, message = _found(request, room_id, seq)
    author = _other(seat, message)
    author_or_refuse(message)
    if request.method == "POST":
        block_person(by=person_of(request), person=author.person)
        messages.success(request, _("You do not see this person's words any more."))
        return back_to(room_id, "newest")
    return render(
        request,
        "groups/room_block.html",
        {
            "room": seat.room,
            "message": message,
            "person": author.person,
            "back": _place(room_id, seq),
        },
    )


@_ASK
def remove(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator on duty ends somebody's seat in this room, in words they can read."""
    seat, message = _found(request, room_id, seq)
    insist(rules_words.may_moderate(person_of(request), seat.room, seat))
    author = _other(seat, message)
    author_or_refuse(message)
    insist(rules.may_remove(person_of(request), seat.room, author, now=timezone.now()))
    insist(rules.may_be_held_against(message))
    form = RemoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        remove_from_room(
            room=seat.room,
            person=author.person,
            by=person_of(request),
            message=message,
            **form.cleaned_data,
        )
        messages.success(request, _("The person is out of the room and can read why."))
        return back_to(room_id, "newest")
    return render(
        request,
        "groups/room_remove.html",
        {"room": seat.room, "person": author.person, "form": form, "back": _place(room_id, seq)},
    )


def _other(seat: Seat, message: Message) -> Seat:
    """The author, when it is somebody else and their name is still shown. Raises Refused."""
    if message.author is None or message.author_id == seat.pk or message.state in EMPTIED:
        raise Refused(rules_words.NOT_THERE)
    return message.author


def _place(room_id: str, seq: int) -> str:
    return f"{reverse('groups:room', args=[room_id])}#m-{seq}"
