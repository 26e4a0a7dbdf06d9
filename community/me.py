"""My page: at most four lines of what matters now, then quiet links to the rest. Made of several
features, so it stands on the roof."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.accounts.models import Person
from community.notifications.queries import has_unread
from community.safety.rules import reach_of
from groups.queries.mine import MyRoom, my_rooms
from groups.rules import may_run_groups

AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line on top: where it leads, what it is, whether something is new there."""

    href: str
    words: str | Promise
    is_new: bool = False
    room: MyRoom | None = None


@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """What matters now, and the way to everything that is one's own."""
    person = _person(request)
    rooms = my_rooms(person, now=timezone.now())
    return render(
        request,
        "me.html",
        {"lines": _lines(person, rooms), "has_rooms": bool(rooms)},
    )


@require_safe
def rooms(request: HttpRequest) -> HttpResponse:
    """Every room one sits in, those with new words first."""
    return render(
        request, "me_rooms.html", {"rooms": my_rooms(_person(request), now=timezone.now())}
    )


def _lines(person: Person, rooms: list[MyRoom]) -> list[Line]:
    lines = []
    if not reach_of(person).is_empty:
        lines.append(Line("/desk/", _("The desk")))
    if may_run_groups(person) is None:
        lines.append(Line("/groups/run/", _("Run the groups")))
    if has_unread(person.pk):
        lines.append(Line("/me/notices/", _("Something waits for you"), is_new=True))
    for mine in rooms[: AT_MOST - len(lines)]:
        lines.append(
            Line(mine.room.get_absolute_url(), mine.room.title, is_new=mine.has_new, room=mine)
        )
    return lines


def _person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # the gate lets nobody else in
    return request.user
