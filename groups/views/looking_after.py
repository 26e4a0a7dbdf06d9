"""For those who look after a group: their back room, and what the group wants of first words."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from groups import rules, rules_beside
from groups.actions import back_room, first_words, memorials
from groups.enums import RoomKind
from groups.models import Seat, SupportGroup
from groups.views._doors import back_to
from groups.views.asking import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def back(request: HttpRequest, slug: str) -> HttpResponse:
    """The door of the back room. For everybody else there is nothing here."""
    group = get_object_or_404(SupportGroup, slug=slug)
    if rules_beside.may_sit_in_back(person_of(request), group) is not None:
        raise Http404
    seat = (
        Seat.objects.filter(room__group=group, room__kind=RoomKind.BACK, person=person_of(request))
        .select_related("room")
        .first()
    )
    if seat is not None and rules.may_read(seat) is None:
        return redirect(seat.room)
    if request.method == "POST":
        return redirect(back_room.open_back_room(group=group, by=person_of(request)))
    return render(request, "groups/back_door.html", {"group": group})


@require_POST
def open_memorial(request: HttpRequest, memorial: int) -> HttpResponse:
    """A moderator opens the thread in which the group remembers somebody."""
    post = memorials.open_memorial(memorial=memorial, by=person_of(request))
    messages.success(request, _("The place to remember is open, with your name beside the words."))
    return back_to(post.room_id, f"t-{post.seq}")


@require_POST
def hold_first(request: HttpRequest, slug: str) -> HttpResponse:
    """A moderator reads first words first."""
    first_words.hold_first_words(group=_group(request, slug), by=person_of(request))
    messages.success(request, _("A moderator now reads somebody's first words before the group."))
    return redirect("groups:run", slug)


@require_POST
def let_first(request: HttpRequest, slug: str) -> HttpResponse:
    """First words go out like any others."""
    first_words.let_first_words(group=_group(request, slug), by=person_of(request))
    messages.success(request, _("First words go out at once now. What waits still waits."))
    return redirect("groups:run", slug)


def _group(request: HttpRequest, slug: str) -> SupportGroup:
    if rules.may_run_groups(person_of(request)) is not None:
        raise Http404
    return get_object_or_404(SupportGroup, slug=slug)
