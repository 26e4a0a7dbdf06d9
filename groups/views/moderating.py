"""What those who look after a room do there, and the answers of those it concerns. Every page and
button works without a script."""

from typing import Protocol
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from community.accounts.models import Person
from community.refusal import Refused, insist
from community.safety.enums import Why
from groups import rules_beside, rules_folds, rules_moderating, rules_words
from groups.actions import anew, aside, back_room, breathers, covering, folds, resting
from groups.enums import WhyBack
from groups.forms_moderating import AnewForm, BreatherForm, CoverForm
from groups.forms_room import RestoreForm, WishForm
from groups.models import Message, Seat
from groups.queries.folds import open_fold
from groups.queries.own_words import taken_message
from groups.sending import look_again
from groups.views._doors import (
    author_or_refuse,
    back_to,
    help_near,
    message_or_refuse,
    own_seat_or_refuse,
    person_of,
    seat_or_refuse,
)

_ASK = require_http_methods(["GET", "HEAD", "POST"])


def _found(request: HttpRequest, room_id: str, seq: int) -> tuple[Seat, Message]:
    seat = seat_or_refuse(request, room_id)
    return seat, message_or_refuse(seat.room, seq)


def _place(room_id: str, seq: int) -> str:
    return f"{reverse('groups:room', args=[room_id])}#m-{seq}"


# Covering ---------------------------------------------------------------------------------------


@_ASK
def cover(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator covers a part of somebody's words, and says why."""
    seat, message = _found(request, room_id, seq)
    insist(rules_words.may_moderate(person_of(request), seat.room, seat))
    insist(rules_words.may_hide(message, by=seat.person_id))
    read = covering.name_of(message)
    form = CoverForm(request.POST or None, text=message.own_words, initial={"read": read})
    if request.method == "POST" and form.is_valid():
        if _cover(request, form, room_id=room_id, seq=seq):
            return back_to(room_id, f"m-{seq}")
        form = CoverForm(  # the words have changed: chosen anew, with everything else kept
            None,
            text=message.own_words,
            initial={"read": read, **{n: request.POST.get(n) for n in ("reason", "words")}},
        )
    return render(
        request,
        "groups/room_cover.html",
        {"room": seat.room, "message": message, "form": form, "back": _place(room_id, seq)},
    )


def _cover(request: HttpRequest, form: CoverForm, *, room_id: str, seq: int) -> bool:
    words = form.cleaned_data
    try:
        covering.cover_words(
            room=room_id,
            seq=seq,
            parts=words["parts"],
            read=words["read"],
            reason=Why(words["reason"]),
            words=words["words"],
            by=person_of(request),
        )
    except Refused as no:
        if no.refusal != rules_moderating.CHANGED_SINCE:
            raise
        messages.warning(request, str(no.refusal.words))
        return False
    return True


@_ASK
def let_stand(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator reads what three members asked to be looked at, and lets it stand or hides it."""
    seat, message = _found(request, room_id, seq)
    by, is_folded = person_of(request), open_fold(message) is not None
    insist(rules_words.may_moderate(by, seat.room, seat))
    no = rules_folds.may_let_stand(
        message, seat.room, seat, by=by, is_folded=is_folded, now=timezone.now()
    )
    if no is rules_folds.LOOKED_AT:
        messages.info(request, str(no.words))
        return back_to(room_id, f"m-{seq}")
    if request.method == "POST":
        folds.let_stand(room=room_id, seq=seq, by=by)
        messages.success(request, _("Everybody reads the words as before. The author was told."))
        return back_to(room_id, f"m-{seq}")
    shown = {"room": seat.room, "message": message, "no": no, "back": _place(room_id, seq)}
    return render(request, "groups/room_stand.html", shown)


@_ASK
def uncover(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator reads what is covered, says why, and shows it again."""
    seat, message = _found(request, room_id, seq)
    insist(rules_words.may_reopen(person_of(request), seat.room, seat, now=timezone.now()))
    insist(rules_words.may_restore(message, by=seat.person_id))
    if not message.whole:
        return back_to(room_id, f"m-{seq}")
    form = RestoreForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        reason = WhyBack(form.cleaned_data["reason"])
        covering.uncover_words(room=room_id, seq=seq, reason=reason, by=person_of(request))
        return back_to(room_id, f"m-{seq}")
    return render(
        request,
        "groups/room_uncover.html",
        {"room": seat.room, "message": message, "form": form, "back": _place(room_id, seq)},
    )


# Written anew -----------------------------------------------------------------------------------


@_ASK
def write_anew(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """The author's box for other words, with why the old ones were taken away."""
    seat = own_seat_or_refuse(request, room_id)
    message = seat.messages.filter(seq=seq).first()
    if message is None:
        raise Refused(rules_words.NOT_THERE)
    insist(rules_moderating.may_write_anew(message, seat, seat.room))
    form = AnewForm(request.POST or None, initial={"body": message.rewrite or message.own_words})
    found = []
    if request.method == "POST" and form.is_valid():
        contacts, signal = look_again(
            form.cleaned_data["body"], "", room=room_id, by=seat.person_id
        )
        if not contacts or form.cleaned_data["sure"]:
            body = form.cleaned_data["body"]
            anew.write_anew(room=room_id, seq=seq, body=body, signal=signal, by=person_of(request))
            help_near(request, room_id, signal)
            messages.success(request, _("Your new words wait for a moderator to read them."))
            return back_to(room_id, f"m-{seq}", page="groups:my-words")
        found = [(contact.start, contact.end) for contact in contacts]
    return render(
        request,
        "groups/room_anew.html",
        {"room": seat.room, "form": form, "found": found, "taken": taken_message(message)},
    )


@require_POST
def take_back_anew(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """The author would rather not."""
    own_seat_or_refuse(request, room_id)
    anew.take_back_anew(room=room_id, seq=seq, by=person_of(request))
    messages.success(request, _("You have taken the new words back. Nothing of them is kept."))
    return back_to(room_id, f"m-{seq}", page="groups:my-words")


@require_POST
def read_anew(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator reads what was written anew."""
    seat_or_refuse(request, room_id)
    anew.open_anew(room=room_id, seq=seq, by=person_of(request))
    return back_to(room_id, f"a-{seq}", page="groups:waiting")


@require_POST
def let_out_anew(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator lets it out."""
    seat_or_refuse(request, room_id)
    anew.let_out_anew(room=room_id, seq=seq, by=person_of(request))
    messages.success(request, _("Everybody reads the new words now. The author has been told."))
    return back_to(room_id, page="groups:waiting")


@require_POST
def ask_anew(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator asks for other words."""
    seat_or_refuse(request, room_id)
    form = WishForm(request.POST)
    if form.is_valid():
        words = form.cleaned_data["words"]
        anew.ask_anew(room=room_id, seq=seq, words=words, by=person_of(request))
    else:
        messages.warning(request, _("Please say in a sentence what should be different."))
    return back_to(room_id, f"a-{seq}", page="groups:waiting")


# The room and the people in it ------------------------------------------------------------------


@require_POST
def rest(request: HttpRequest, room_id: str) -> HttpResponse:
    """The moderator on duty lets the room rest."""
    seat_or_refuse(request, room_id)
    resting.let_rest(room=room_id, by=person_of(request))
    return back_to(room_id, "newest")


@require_POST
def wake(request: HttpRequest, room_id: str) -> HttpResponse:
    """And opens it again."""
    seat_or_refuse(request, room_id)
    resting.wake(room=room_id, by=person_of(request))
    messages.success(request, _("The room is open again. What waited still waits to be read."))
    return back_to(room_id, "newest")


@_ASK
def breather(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """Ten quiet minutes for whoever wrote this."""
    seat, message = _found(request, room_id, seq)
    person, now = person_of(request), timezone.now()
    insist(rules_words.may_moderate(person, seat.room, seat))
    author = author_or_refuse(message)
    insist(rules_beside.may_give_breather(person, seat.room, author, now=now))
    form = BreatherForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        breathers.give_breather(room=room_id, person=author.person, words=words, by=person)
        messages.success(request, _("They have ten quiet minutes. Nobody else was told."))
        return back_to(room_id, "newest")
    running = breathers.running_breather(author.person, seat.room, now=now)
    return render(
        request,
        "groups/room_breather.html",
        {
            "room": seat.room,
            "person": author.person,
            "form": form,
            "running": running,
            "seq": seq,
            "back": _place(room_id, seq),
        },
    )


@require_POST
def end_breather(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """Their writing opens before the time."""
    seat, message = _found(request, room_id, seq)
    insist(rules_words.may_moderate(person_of(request), seat.room, seat))
    author = author_or_refuse(message)
    breathers.end_breather(room=room_id, person=author.person, by=person_of(request))
    messages.success(request, _("They can write again."))
    return back_to(room_id, "newest")


@require_POST
def step_aside(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """A moderator opens a talk for two with whoever wrote this."""
    seat, message = _found(request, room_id, seq)
    insist(rules_words.may_moderate(person_of(request), seat.room, seat))
    author = author_or_refuse(message)
    side = aside.step_aside(room=room_id, person=author.person, by=person_of(request))
    return back_to(side.pk)


@require_POST
def ask_aside(request: HttpRequest, room_id: str) -> HttpResponse:
    """A member asks for a talk with the moderator who is there."""
    seat_or_refuse(request, room_id)
    return back_to(aside.ask_aside(room=room_id, by=person_of(request)).pk)


@require_POST
def end_talk(request: HttpRequest, room_id: str) -> HttpResponse:
    """Either of the two ends a talk, and is back in the room."""
    seat_or_refuse(request, room_id)
    side = aside.end_talk(room=room_id, by=person_of(request))
    messages.success(request, _("The talk is over. Thank you for taking the time together."))
    return back_to(side.beside_id or side.pk, "newest")


@require_POST
def take_note(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """ "I take this", in the back room."""
    return _note(request, room_id, seq, back_room.take_note)


@require_POST
def let_go_of_note(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """Somebody else may take it."""
    return _note(request, room_id, seq, back_room.let_go_of_note)


class _OnNote(Protocol):
    def __call__(self, *, room: str, seq: int, by: Person) -> None: ...


def _note(request: HttpRequest, room_id: str, seq: int, act: _OnNote) -> HttpResponse:
    seat_or_refuse(request, room_id)
    try:
        act(room=room_id, seq=seq, by=person_of(request))
    except Refused as no:
        if no.refusal.hides:
            raise
        messages.warning(request, str(no.refusal.words))
    return back_to(room_id, f"m-{seq}")


@require_GET
def worried(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """Leads to the page that tells the team; the message is named there as the desk names it."""
    _seat, message = _found(request, room_id, seq)
    if message.author is None:
        raise Refused(rules_words.NOT_THERE)
    query = urlencode({"kind": "message", "id": message.pk})
    return HttpResponseRedirect(f"{reverse('safety:worried-about')}?{query}")
