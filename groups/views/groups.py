"""Pages of groups: the list, one group, its lobby; asking, coming in and leaving."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.models import Person
from community.accounts.rules import treats_people
from community.help.first import do_not_wait
from community.refusal import insist
from community.safety.called import open_call
from groups import rules, rules_beside
from groups.actions import belonging
from groups.forms_groups import AskForm
from groups.models import Room, Seat, SupportGroup
from groups.queries import groups as shown
from groups.views.asking import person_of

View = Callable[..., HttpResponse]


def _or_not_found(view: View) -> View:
    """What is not there answers as what may not be known: 404."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (SupportGroup.DoesNotExist, Room.DoesNotExist) as error:
            raise Http404 from error

    return answer


@login_not_required
@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """Every group this person may know of; strangers read the same without signing in."""
    cards = shown.cards(request.user, now=timezone.now())
    return render(
        request,
        "groups/list.html",
        {
            "mine": [card for card in cards if card.state == "active"],
            "others": [card for card in cards if card.state != "active"],
            "runs": rules.may_run_groups(request.user) is None,  # type: ignore[arg-type]
        },
    )


@login_not_required
@require_safe
@_or_not_found
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """What the group is; its rooms and who looks after it, for those who belong."""
    sight = shown.sight(request.user, slug, now=timezone.now())
    return _page(request, sight, AskForm())


def _page(
    request: HttpRequest, sight: shown.Sight, form: AskForm, status: int = 200
) -> HttpResponse:
    person = request.user
    runs = rules.may_run_groups(person) is None  # type: ignore[arg-type]
    return render(
        request,
        "groups/group.html",
        {
            "sight": sight,
            "group": sight.group,
            "state": sight.membership.state if sight.membership else "",
            "form": form,
            "seated": [line for line in sight.rooms if line.is_seated],
            "runs": runs,
            "looks_after": sight.belongs
            and rules_beside.may_sit_in_back(person, sight.group) is None,  # type: ignore[arg-type]
            "treats": isinstance(person, Person) and treats_people(person),
        },
        status=status,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@_or_not_found
def come_in(request: HttpRequest, slug: str) -> HttpResponse:
    """The lobby of an open group's first room: the agreement, and one button that joins and goes
    in. A private group's own page asks first."""
    sight = shown.sight(request.user, slug, now=timezone.now())
    if sight.group.is_private and not sight.belongs:
        return redirect(sight.group)
    if request.method == "POST":
        seat = belonging.come_in(group=sight.group, by=person_of(request))
        return redirect(seat.room if seat else sight.group)
    if not sight.belongs:
        insist(rules.may_join(person_of(request), sight.group, sight.membership))
    context = {
        "group": sight.group,
        "opening": sight.opening,
        "hosts": shown.door_hosts(sight),
        "rooms": shown.door_rooms(sight.group),
    }
    return render(request, "groups/lobby.html", context)


@require_POST
@_or_not_found
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks to join a private group."""
    sight = shown.sight(request.user, slug, now=timezone.now())
    form = AskForm(request.POST)
    if not form.is_valid():
        return _page(request, sight, form, status=422)
    person = person_of(request)
    belonging.join_group(group=sight.group, by=person, words=form.cleaned_data["words"])
    if form.cleaned_data["words"] and open_call(person.pk) is not None:
        messages.warning(request, do_not_wait(_("Your request is with the team.")))
    return redirect(sight.group)


@require_POST
@_or_not_found
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks no longer."""
    sight = shown.sight(request.user, slug, now=timezone.now())
    belonging.take_back_request(group=sight.group, by=person_of(request))
    messages.success(request, _("You have taken back your request."))
    return redirect(sight.group)


@require_POST
@_or_not_found
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Leaves the group and all of its rooms."""
    sight = shown.sight(request.user, slug, now=timezone.now())
    belonging.leave_group(group=sight.group, by=person_of(request))
    messages.success(request, _("You have left the group. Nobody was told. You can come back."))
    return redirect("groups:list")


@require_http_methods(["GET", "HEAD", "POST"])
@_or_not_found
def lobby(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    """The agreement before a room, for members. Whoever sits there goes straight in."""
    sight = shown.sight(request.user, slug, now=timezone.now())
    found = shown.room_in(sight.group, room)
    seat = Seat.objects.filter(room=found, person=person_of(request)).first()
    insist(
        rules.may_enter(
            person_of(request), found, membership=sight.membership, seat=seat, now=timezone.now()
        )
    )
    if request.method == "POST":
        belonging.enter_room(room=found, by=person_of(request))
        return redirect(found)
    if rules.may_read(seat) is None:
        return redirect(found)
    line = next((line for line in sight.rooms if line.room.pk == found.pk), None)
    return render(
        request,
        "groups/lobby.html",
        {
            "group": sight.group,
            "room": found,
            "opening": line.opening if line else None,
            "hosts": sight.hosts,
            "next": next((n for n in sight.meetings if n.meeting.room_id == found.pk), None),
        },
    )


@require_POST
@_or_not_found
def leave_room(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    """Leaves one room and stays in the group."""
    sight = shown.sight(request.user, slug, now=timezone.now())
    belonging.leave_room(room=shown.room_in(sight.group, room), by=person_of(request))
    messages.success(request, _("You have left the room. Nobody was told. You can come back."))
    return redirect(sight.group)
