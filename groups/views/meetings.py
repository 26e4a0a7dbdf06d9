"""Pages of meetings for members and hosts: what is on, saying whether one comes, the calendar file,
hosting, the cards with words to open and close."""

import hashlib
import hmac
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.refusal import insist
from groups import rules, rules_meetings, scripts
from groups.actions import hosting, replies, visits
from groups.calendar_file import Entry, calendar
from groups.enums import Answer, VisitState
from groups.forms_meetings import CalendarForm
from groups.models import Meeting, Room, Visit
from groups.queries import meetings as shown
from groups.queries.room import seat_in
from groups.sending import send
from groups.views._meetings import Asked, about, asked, meeting_or_404


@require_safe
def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """What the group has ahead."""
    who = asked(request, slug)
    lines = shown.coming_meetings(who.group, who.person, now=timezone.now())
    return render(
        request, "groups/meetings.html", {"group": who.group, "lines": lines, "plans": who.plans}
    )


@require_safe
def meeting(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One meeting; for a visitor, what the group said."""
    who = about(request, slug)
    found = meeting_or_404(who.group, number)
    refusal = rules_meetings.may_see_meetings(who.person, who.group, who.membership)
    visit = Visit.objects.filter(meeting=found, person=who.person).first() if refusal else None
    if visit is not None and visit.state != VisitState.OFF:
        context = {"meeting": found, "visit": visit, "group": who.group}
        return render(request, "groups/meeting_visitor.html", context)
    insist(refusal)
    return _page(request, who, found)


def _page(
    request: HttpRequest, who: Asked, found: Meeting, form: CalendarForm | None = None
) -> HttpResponse:
    now = timezone.now()
    hosts_it = rules_meetings.may_host(who.person, found) is None
    may_answer = rules_meetings.may_answer(who.person, found, who.membership, now=now) is None
    may_take = rules_meetings.may_take_hosting(who.person, found, now=now) is None
    seat = seat_in(who.person, found.room_id)
    return render(
        request,
        "groups/meeting.html",
        {
            "group": who.group,
            "meeting": found,
            "sheet": shown.sheet_of(found, who.person, hosts_it=hosts_it),
            "hosts_it": hosts_it,
            "plans": who.plans,
            "may_answer": may_answer,
            "may_take": may_take,
            "changeable": rules_meetings.may_change(found, now=now) is None,
            "is_on": found.begins_at <= now < found.ends_at,
            "is_over": found.ends_at <= now,
            "seated": rules.may_read(seat) is None,
            "form": form or CalendarForm(),
        },
        status=422 if form is not None else 200,
    )


@require_POST
def answer(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """ "I will come", or "not this time"."""
    who = asked(request, slug)
    found = meeting_or_404(who.group, number)
    if request.POST.get("answer") == "comes":
        reminds = bool(request.POST.get("reminds"))
        reply = replies.say_coming(meeting=found, by=who.person, reminds=reminds)
        messages.success(request, _said(reply.answer))
    elif request.POST.get("answer") == "not":
        replies.say_not_coming(meeting=found, by=who.person)
        messages.success(request, _("That is fine. Nobody is told why."))
    else:
        return HttpResponseBadRequest()
    return redirect("groups:meeting", slug, number)


def _said(answer: str) -> str:
    if answer == Answer.WAITS:
        return _("Every place is taken at the moment. You are told when one is free.")
    return _("Good to know. You can change your mind at any time.")


@require_safe
def calendar_file(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A file for one's own calendar, with the title one chose."""
    who = asked(request, slug)
    found = meeting_or_404(who.group, number)
    form = CalendarForm(request.GET)
    if not form.is_valid():
        return _page(request, who, found, form)
    entries = [found]
    if form.cleaned_data["later"]:
        entries = list(
            Meeting.objects.filter(
                plan=found.plan_id, begins_at__gte=found.begins_at, cancelled_at=None
            ).order_by("begins_at")
        )
    now = timezone.now()
    text = calendar(
        (Entry(_uid(one, who.person.pk), one.begins_at, one.ends_at) for one in entries),
        title=form.cleaned_data["title"],
        now=now,
    )
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response


def _uid(meeting: Meeting, person: int) -> str:
    """The same meeting in two people's calendars has two names: nothing there joins them."""
    words = f"calendar:{meeting.pk}:{person}".encode()
    digest = hmac.new(settings.SECRET_KEY.encode(), words, hashlib.sha256).digest()
    return str(UUID(bytes=digest[:16], version=4))


@require_POST
def host(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """ "I will host", or "I cannot"."""
    who = asked(request, slug)
    found = meeting_or_404(who.group, number)
    if "take" in request.POST:
        hosting.take_hosting(meeting=found, by=who.person)
        messages.success(request, _("Thank you. You host this meeting."))
    else:
        hosting.hand_back_hosting(meeting=found, by=who.person)
        messages.success(request, _("That is fine. Somebody else is asked."))
    return redirect("groups:meeting", slug, number)


@require_http_methods(["GET", "HEAD", "POST"])
def script(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The cards with words, line by line, for who hosts; a POST says one of them in the room, under
    the host's own name."""
    who = asked(request, slug)
    found = meeting_or_404(who.group, number)
    insist(rules_meetings.may_host(who.person, found))
    insist(rules.may_read(seat_in(who.person, found.room_id)))
    if request.method == "POST":
        return _say(request, who, found)
    cards = [
        ("opening", _("To open"), scripts.opening(found.opening) or scripts.OPENINGS[0]),
        ("closing", _("To close"), scripts.closing(found.closing) or scripts.CLOSINGS[0]),
    ]
    shown_cards = [
        (name, title, card, [(uuid4(), n, line) for n, line in enumerate(card.lines)], uuid4())
        for name, title, card in cards
    ]
    context = {"meeting": found, "group": who.group, "cards": shown_cards}
    return render(request, "groups/meeting_script.html", context)


def _say(request: HttpRequest, who: Asked, found: Meeting) -> HttpResponse:
    words = _words(found, request.POST.get("say", ""))
    if words is None:
        return HttpResponseBadRequest()
    try:
        cid = UUID(request.POST.get("cid", ""))
    except ValueError:
        return HttpResponseBadRequest()
    try:
        verdict = send(by=who.person.pk, room=found.room_id, cid=cid, body=words, sure=True)
    except Error:
        messages.error(request, _("The line broke. Please look at the room before you try again."))
        return redirect("groups:script", who.group.slug, found.pk)
    if verdict.refusal is not None:
        messages.error(request, str(verdict.refusal.words))
    elif verdict.held:
        messages.info(request, _("Nobody is on duty yet: your words wait until somebody is."))
    else:
        messages.success(request, _("It stands in the room."))
    return redirect("groups:script", who.group.slug, found.pk)


def _words(meeting: Meeting, wanted: str) -> str | None:
    """A whole card, `opening`, or one line of it, `opening.2`."""
    name, _dot, number = wanted.partition(".")
    card = {
        "opening": scripts.opening(meeting.opening) or scripts.OPENINGS[0],
        "closing": scripts.closing(meeting.closing) or scripts.CLOSINGS[0],
    }.get(name)
    if card is None:
        return None
    if not number:
        return card.whole
    if not number.isdecimal() or int(number) >= len(card.lines):
        return None
    return str(card.lines[int(number)])


@require_POST
def object_to_visit(request: HttpRequest, slug: str, number: int, visit: int) -> HttpResponse:
    """A member's no to a visitor."""
    who = asked(request, slug)
    _visit_of(meeting_or_404(who.group, number), visit)
    visits.object_to_visit(visit=visit, by=who.person)
    messages.success(request, _("The visit does not take place. Nobody is told who said no."))
    return redirect("groups:meeting", slug, number)


@require_POST
def visit_now(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A visitor goes in, while it is on."""
    who = about(request, slug)
    found = meeting_or_404(who.group, number)
    visits.come_as_visitor(meeting=found, by=who.person)
    room: Room = found.room
    return redirect(room)


def _visit_of(meeting: Meeting, number: int) -> Visit:
    visit = Visit.objects.filter(meeting=meeting, pk=number).first()
    if visit is None:
        raise Http404
    return visit
