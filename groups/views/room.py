"""The room, and what is sent from its box. Every form here works without a script."""

import logging
from typing import Any
from uuid import uuid4

from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from community.accounts.models import Person
from community.help.queries import few, lines_for, number_beside
from community.house import queries as house
from community.refusal import Refusal, Refused
from community.safety.called import open_call, said_of
from community.safety.queries_glass import has_danger_note
from groups import for_two, presence
from groups.actions.drafts import drop_draft, save_draft
from groups.actions.reading import mark_read, note_reminded
from groups.append import Verdict
from groups.enums import HeldFor, Intent, NoteKind, ReactionKind, RoomKind
from groups.forms import clean_note, clean_words
from groups.forms_room import DraftForm, SendForm
from groups.models import Seat
from groups.near import Near
from groups.queries import wall
from groups.queries.drafts import drafts_of
from groups.queries.heard import told_to
from groups.queries.history import PAGE, Stretch
from groups.queries.own_words import own_said, own_taken, rooms_with_own_words
from groups.queries.room import blocked_by, own_held, room_page
from groups.sending import send
from groups.views._doors import (
    back_to,
    is_open,
    keep_near,
    number,
    own_seat_or_refuse,
    person_of,
    seat_or_refuse,
    take_near,
)
from groups.views._window import stretch, threads, wanted

log = logging.getLogger(__name__)
UNKNOWN = Refusal(
    "unknown",
    "",  # the template says it: the words may have arrived, and sending again does not double them
)
NOT_WHOLE = Refusal(
    "not_whole",
    gettext_lazy(
        "Something on the way here was lost. Your words are here: please send them again."
    ),
)
KEPT = frozenset({"listening", "slow", "full"})  # what cannot go out now is a draft until it can
_KEPT = ("cid", "body", "note", "note_kind", "intent", "held_for", "reply_to", "below")
_STATUS = {"rate": 429, "unknown": 503}


@require_http_methods(["GET", "HEAD", "POST"])
def room(request: HttpRequest, room_id: str) -> HttpResponse:
    """Reads a room; a POST says something in it."""
    seat = seat_or_refuse(request, room_id)
    if request.method == "POST":
        return _say(request, seat)
    return _show(request, seat)


def _say(request: HttpRequest, seat: Seat) -> HttpResponse:
    form = SendForm(request.POST)
    if not form.is_valid():
        return _not_whole(request, seat, form.cleaned_data)
    words = form.cleaned_data
    try:
        verdict = send(
            by=seat.person_id,
            room=seat.room_id,
            cid=words["cid"],
            body=words["body"],
            note=words["note"],
            note_kind=words["note_kind"],
            intent=words["intent"],
            reply_to=words["reply_to"],
            held_for=words["held_for"],
            sure=words["sure"],
            waits=words["waits"],
        )
    except Error:
        verdict = Verdict(seat.room_id, words["cid"], refusal=UNKNOWN)
    if verdict.refusal is not None:
        return _not_sent(request, seat, words, verdict)
    _tidy(person_of(request), verdict)
    keep_near(request, seat.room_id, verdict.near)
    return back_to(seat.room_id, f"m-{verdict.seq}" if verdict.seq else f"w-{verdict.cid}")


def _tidy(person: Person, verdict: Verdict) -> None:
    """What follows from words that are in. They are sent: whatever fails here, that stays true, and
    nobody is told otherwise."""
    try:
        drop_draft(room=verdict.room, cid=verdict.cid, by=person)
        note_reminded(room=verdict.room, by=person)
        if verdict.seq is not None:
            mark_read(room=verdict.room, seq=verdict.seq, by=person)
    except Error as error:
        log.warning("tidying after a message failed: %s", type(error).__name__)


def _not_whole(request: HttpRequest, seat: Seat, found: dict[str, Any]) -> HttpResponse:
    """The page did not arrive as it was printed. What somebody wrote is in the box all the same."""
    box = {
        **_box(None),
        "body": clean_words(found.get("body", "")),
        "note": clean_note(found.get("note", "")),
        "held_for": found.get("held_for", HeldFor.GROUP),
        "refusal": NOT_WHOLE,
    }
    return _show(request, seat, box=box, status=422)


def _not_sent(
    request: HttpRequest, seat: Seat, words: dict[str, Any], verdict: Verdict
) -> HttpResponse:
    """The page again, with the words still in the box and why they did not go out."""
    assert verdict.refusal is not None
    if verdict.refusal.hides:
        raise Refused(verdict.refusal)
    box = {
        "cid": words["cid"],
        "body": clean_words(words["body"]),  # as it was looked at: places in it count from here
        "note": words["note"],
        "note_kind": words["note_kind"] or "",
        "intent": words["intent"] or "",
        "reply_to": words["reply_to"],
        "held_for": words["held_for"],
        "refusal": verdict.refusal,
        "found": [(found.start, found.end) for found in verdict.found],
    }
    if verdict.refusal.code in KEPT:
        save_draft(
            room=seat.room_id,
            cid=words["cid"],
            body=box["body"],
            note=box["note"],
            note_kind=words["note_kind"],
            intent=words["intent"],
            held_for=words["held_for"],
            reply_to=words["reply_to"],
            by=person_of(request),
        )
    status = _STATUS.get(verdict.refusal.code, 422)
    return _show(request, seat, box=box, near=verdict.near, status=status)


def _show(
    request: HttpRequest,
    seat: Seat,
    *,
    box: dict[str, Any] | None = None,
    near: Near = Near.NOTHING,
    status: int = 200,
) -> HttpResponse:
    person, now = person_of(request), timezone.now()
    presence.arrive(seat.room_id, seat.wire_id)
    want = wanted(request, seat)
    is_wall, host = seat.room.kind == RoomKind.SLOW, request.get_host()
    page = room_page(
        person,
        seat,
        now=now,
        stretch=Stretch() if is_wall else stretch(seat, want),
        answers=box.get("reply_to") if box else number(request.GET.get("answer", "")),
        host=host,
    )
    reader = wall.Reader(seat, page.wishes, page.blocked, now, host, page.begun)
    country = person.country or house.current().country
    lines = lines_for(country, now=now)
    near, called = near or take_near(request, seat.room_id), open_call(person.pk)
    if called is not None and near == Near.NOTHING:
        near = Near.AGAIN  # the numbers stay at hand while somebody is called, in one line
    return render(
        request,
        "groups/wall.html" if is_wall else "groups/room.html",
        {
            "page": page,
            "for_two": for_two.of(page.room, person, now=now),
            "wall": threads(reader, want) if is_wall else None,
            "wanted": want,
            "box": box or _box(page.draft),
            "near": near,
            "called": said_of(called) if called is not None else "",
            "lines_near": few(lines),
            "lines_of": lines[0].line.country.name if lines else "",
            "emergency": number_beside(lines, country),
            "left_note": has_danger_note(person.pk),
            "choices": HeldFor.choices,
            "intents": Intent.choices,
            "note_kinds": NoteKind.choices,
            "reactions": ReactionKind.choices,
            "enter_sends": request.COOKIES.get("enter") == "send",
            "reads_aloud": request.COOKIES.get("aloud", "all"),
        },
        status=status,
    )


def _box(draft: Any) -> dict[str, Any]:
    """What stands in the box: a draft under its own name, or nothing under a new one."""
    return {
        "cid": draft.cid if draft else uuid4(),
        "body": draft.body if draft else "",
        "note": draft.note if draft else "",
        "note_kind": draft.note_kind if draft else "",
        "intent": draft.intent if draft else "",
        "reply_to": draft.reply_to if draft else None,
        "held_for": draft.held_for if draft else HeldFor.GROUP,
        "kept": draft is not None,
    }


@require_POST
def read(request: HttpRequest, room_id: str) -> HttpResponse:
    """ "I have read these": for screens without a socket."""
    seat = seat_or_refuse(request, room_id)
    mark_read(room=room_id, seq=seat.room.last_seq, by=person_of(request))
    return back_to(room_id, "newest")


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, room_id: str) -> HttpResponse:
    """Keeps what is in a box. Answers with nothing: it is called while somebody types, and when they
    go. A page that came while words were on their way asks for what is kept by now."""
    seat = seat_or_refuse(request, room_id)
    if request.method != "POST":
        begun = drafts_of(person_of(request), seat.room).values()
        return JsonResponse(
            {"drafts": [{name: getattr(one, name) for name in _KEPT} for one in begun]}
        )
    form = DraftForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest()
    save_draft(room=room_id, by=person_of(request), **form.cleaned_data)
    return HttpResponse(status=204)


@require_GET
def mine(request: HttpRequest, room_id: str) -> HttpResponse:
    """My words: those that wait, those the team has hidden, with why, and those others read. Also
    for who may not come into the room any more."""
    seat = own_seat_or_refuse(request, room_id)
    said = own_said(seat, before=number(request.GET.get("before", "")))
    blocked = blocked_by(person_of(request))
    told = told_to(seat, [message.seq for message in said if message.seq], blocked=blocked)
    return render(
        request,
        "groups/room_mine.html",
        {
            "room": seat.room,
            "seat": seat,
            "held": own_held(seat),
            "taken": own_taken(seat),
            "said": [(message, told.get(message.seq or 0, "")) for message in said[:PAGE]],
            "earlier": said[PAGE - 1].seq if len(said) > PAGE else None,
            "open": is_open(seat),
            "shut": not is_open(seat),
            "title": _("My words"),
        },
    )


@require_GET
def all_mine(request: HttpRequest) -> HttpResponse:
    """Every room in which there are words of mine, also those I left or that are closed to me."""
    return render(
        request, "groups/my_words.html", {"rooms": rooms_with_own_words(person_of(request))}
    )
