"""Coordinators' pages: making, describing, closing groups and rooms; moderators and requests."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.models import Person
from community.refusal import insist
from groups import rules, rules_beside
from groups.actions import belonging
from groups.actions import running as acts
from groups.actions.shaping import shape_room
from groups.enums import Door, RoomKind
from groups.forms_groups import AppointForm, DeclineForm, DescriptionForm, RoomForm, ShapeForm
from groups.models import Membership, Room, SupportGroup
from groups.queries import running as shown
from groups.views.asking import person_of

View = Callable[..., HttpResponse]


def _for_coordinators(view: View) -> View:
    """Asks for the role before anything is looked for, so that a "no" tells nothing."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        insist(rules.may_run_groups(person_of(request)))
        return view(request, *args, **kwargs)

    return answer


def _group(slug: str) -> SupportGroup:
    return get_object_or_404(SupportGroup, slug=slug)


def _room(slug: str, room: str) -> Room:
    return get_object_or_404(Room.objects.select_related("group"), pk=room, group__slug=slug)


@require_safe
@_for_coordinators
def groups(request: HttpRequest) -> HttpResponse:
    """Every group there is."""
    return render(request, "groups/running_list.html", {"groups": shown.run_list()})


@require_http_methods(["GET", "HEAD", "POST"])
@_for_coordinators
def create(request: HttpRequest) -> HttpResponse:
    """Makes a group."""
    form = DescriptionForm(request.POST or None, initial={"door": Door.OPEN})
    if request.method == "POST" and form.is_valid():
        group = acts.create_group(says=form.says(), by=person_of(request))
        messages.success(request, _("The group is there, with its wall. It needs a moderator now."))
        return redirect("groups:run", group.slug)
    return render(request, "groups/running_form.html", {"form": form}, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@_for_coordinators
def describe(request: HttpRequest, slug: str) -> HttpResponse:
    """Says a group anew."""
    group = _group(slug)
    form = DescriptionForm(request.POST) if request.POST else DescriptionForm.of(group)
    if request.method == "POST" and form.is_valid():
        acts.describe_group(group=group, says=form.says(), by=person_of(request))
        messages.success(request, _("The new words are there."))
        return redirect("groups:run", slug)
    context = {"form": form, "group": group}
    return render(request, "groups/running_form.html", context, status=_status(form))


@require_safe
@_for_coordinators
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """One group with all that can be changed about it."""
    return _run_page(request, slug)


def _run_page(
    request: HttpRequest,
    slug: str,
    *,
    room_form: RoomForm | None = None,
    appoint_form: AppointForm | None = None,
) -> HttpResponse:
    try:
        run = shown.run_of(slug)
    except SupportGroup.DoesNotExist as error:
        raise Http404 from error
    wrong = room_form or appoint_form
    context = {
        "run": run,
        "group": run.group,
        "room_form": room_form or RoomForm(),
        "appoint_form": appoint_form or AppointForm(group=run.group),
        "wrong": wrong,
        "sits_in_back": rules_beside.may_sit_in_back(person_of(request), run.group) is None,
    }
    return render(request, "groups/running_group.html", context, status=422 if wrong else 200)


@require_POST
@_for_coordinators
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Closes a group and its rooms."""
    acts.close_group(group=_group(slug), by=person_of(request))
    messages.success(request, _("The group is closed. Its members can still read."))
    return redirect("groups:run", slug)


@require_POST
@_for_coordinators
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """Opens a closed group."""
    acts.reopen_group(group=_group(slug), by=person_of(request))
    messages.success(request, _("The group is open. Its rooms are still closed."))
    return redirect("groups:run", slug)


@require_POST
@_for_coordinators
def welcome(request: HttpRequest, slug: str) -> HttpResponse:
    """Makes this the group where people land whom nothing else matched."""
    acts.make_welcome(group=_group(slug), by=person_of(request))
    messages.success(request, _("People whose words match no other group are now shown this one."))
    return redirect("groups:run", slug)


@require_POST
@_for_coordinators
def open_room(request: HttpRequest, slug: str) -> HttpResponse:
    """One more room."""
    form = RoomForm(request.POST)
    if not form.is_valid():
        return _run_page(request, slug, room_form=form)
    acts.open_room(
        group=_group(slug),
        title=form.cleaned_data["title"],
        kind=RoomKind.LIVE,
        by=person_of(request),
    )
    messages.success(request, _("The room is open."))
    return redirect("groups:run", slug)


@require_http_methods(["GET", "HEAD", "POST"])
@_for_coordinators
def shape(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    """A room's name, how long words live there, and when its wall is read."""
    found = _room(slug, room)
    form = ShapeForm(request.POST or None, room=found)
    if request.method == "POST" and form.is_valid():
        shape_room(room=found, shape=form.shape(), by=person_of(request))
        messages.success(request, _("The room is as you said. Its door says so too."))
        return redirect("groups:run", slug)
    context = {"form": form, "room": found, "group": found.group}
    return render(request, "groups/running_room.html", context, status=_status(form))


@require_POST
@_for_coordinators
def close_room(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    """Closes a room."""
    acts.close_room(room=_room(slug, room), by=person_of(request))
    messages.success(request, _("The room is closed. What was said there can still be read."))
    return redirect("groups:run", slug)


@require_POST
@_for_coordinators
def reopen_room(request: HttpRequest, slug: str, room: str) -> HttpResponse:
    """Opens a closed room."""
    acts.reopen_room(room=_room(slug, room), by=person_of(request))
    messages.success(request, _("The room is open again."))
    return redirect("groups:run", slug)


@require_POST
@_for_coordinators
def appoint(request: HttpRequest, slug: str) -> HttpResponse:
    """Gives the group to a moderator."""
    group = _group(slug)
    form = AppointForm(request.POST, group=group)
    if not form.is_valid():
        return _run_page(request, slug, appoint_form=form)
    acts.appoint(group=group, person=form.cleaned_data["person"], by=person_of(request))
    messages.success(request, _("They look after this group now."))
    return redirect("groups:run", slug)


@require_POST
@_for_coordinators
def end_appointment(request: HttpRequest, slug: str, person: int) -> HttpResponse:
    """Takes the group out of a moderator's care."""
    acts.end_appointment(
        group=_group(slug), person=get_object_or_404(Person, pk=person), by=person_of(request)
    )
    messages.success(request, _("They no longer look after this group. They are still a member."))
    return redirect("groups:run", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, request_id: int) -> HttpResponse:
    """Lets somebody in who asked, or says "not now" in words of one's own. For coordinators and
    the group's moderators; for everybody else there is nothing here."""
    try:
        membership = shown.request_in(slug, request_id)
    except Membership.DoesNotExist as error:
        raise Http404 from error
    if rules.may_answer_requests(person_of(request), membership.group) is not None:
        raise Http404
    form = DeclineForm(request.POST if "decline" in request.POST else None)
    if request.method == "POST" and "admit" in request.POST:
        belonging.admit(membership=membership, by=person_of(request))
        return _answered(request, _("They are in, and have been told."))
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        belonging.decline(membership=membership, by=person_of(request), words=words)
        return _answered(request, _("Your words are with them."))
    context = {"membership": membership, "group": membership.group, "form": form}
    return render(request, "groups/running_request.html", context, status=_status(form))


def _answered(request: HttpRequest, words: str) -> HttpResponse:
    messages.success(request, words)
    if rules.may_run_groups(person_of(request)) is None:
        return redirect("groups:running")
    return redirect("/desk/")


def _status(form: DescriptionForm | DeclineForm | ShapeForm) -> int:
    """422 for what came back to be mended."""
    return 422 if form.is_bound and form.errors else 200
