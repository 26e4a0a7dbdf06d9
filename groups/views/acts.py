"""What can be done with one message: the page behind the sign beside it, where no script opens a menu."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from community.refusal import Refused
from groups import rules_words
from groups.enums import MessageState
from groups.queries.history import only
from groups.queries.room import RoomPage, room_page
from groups.views._doors import person_of, seat_or_refuse


@require_safe
def acts(request: HttpRequest, room_id: str, seq: int) -> HttpResponse:
    """The same acts the menu has. Words that this person does not see have none."""
    seat = seat_or_refuse(request, room_id)
    stretch = only(seat.room, seq)
    page = room_page(person_of(request), seat, now=timezone.now(), stretch=stretch)
    line = next(iter(page.lines), None)
    if line is None or not _has_acts(page):
        raise Refused(rules_words.NOT_THERE)
    return render(
        request,
        "groups/room_acts.html",
        {
            "page": page,
            "line": line,
            "event": line.event,
            "back": f"{reverse('groups:room', args=[room_id])}#m-{seq}",
        },
    )


def _has_acts(page: RoomPage) -> bool:
    line = page.lines[0]
    if line.event.state == MessageState.HIDDEN:
        return line.own or page.moderates
    return line.event.state == MessageState.SHOWN
