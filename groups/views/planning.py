"""Pages for those who plan a group's meetings: planning, changing, calling off, hosts, visitors."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts.models import Person
from community.refusal import Refused, insist
from groups import rules_meetings
from groups.actions import hosting, visits
from groups.actions import meetings as acts
from groups.enums import HostKind, Repeats
from groups.forms_meetings import LATER, ChangeForm, HostForm, MeetingForm, PlanForm, VisitForm
from groups.models import Visit
from groups.queries.hosts import hosts_of
from groups.queries.meetings import rooms_to_meet_in
from groups.views._meetings import asked_to_plan, meeting_or_404


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Plans a meeting, or one every so often."""
    who = asked_to_plan(request, slug)
    form = PlanForm(request.POST or None, group=who.group, hosts=hosts_of(who.group))
    if request.method == "POST" and form.is_valid():
        acts.plan_meetings(
            room=form.cleaned_data["room"],
            says=form.says(),
            repeats=Repeats(form.cleaned_data["repeats"]),
            by=who.person,
        )
        messages.success(request, _("It is planned. The members can see it now."))
        return redirect("groups:meetings", slug)
    context = {"form": form, "group": who.group, "rooms": rooms_to_meet_in(who.group).exists()}
    return render(request, "groups/meeting_plan.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Changes one meeting, or it and the later ones."""
    who = asked_to_plan(request, slug)
    found = meeting_or_404(who.group, number)
    form = ChangeForm(request.POST or None, meeting=found, hosts=hosts_of(who.group))
    if request.method == "POST" and form.is_valid():
        if form.changes_later:
            acts.change_from_here(
                meeting=found, says=form.says(), repeats=form.how_often(found), by=who.person
            )
        else:
            acts.change_meeting(meeting=found, says=form.says(), by=who.person)
        messages.success(request, _("It is changed. Who said they come is told of a new hour."))
        return redirect("groups:meeting", slug, number)
    context = {"form": form, "group": who.group, "meeting": found}
    return render(request, "groups/meeting_change.html", context, status=_status(form))


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Calls one meeting off, or it and the later ones."""
    who = asked_to_plan(request, slug)
    found = meeting_or_404(who.group, number)
    if request.method == "POST":
        if request.POST.get("scope") == LATER:
            acts.cancel_from_here(meeting=found, by=who.person)
        else:
            acts.cancel_meeting(meeting=found, by=who.person)
        messages.success(request, _("It is called off. Who said they come has been told."))
        return redirect("groups:meetings", slug)
    goes_on = found.plan.repeats != Repeats.ONCE and found.plan.ended_at is None
    context = {"group": who.group, "meeting": found, "goes_on": goes_on}
    return render(request, "groups/meeting_cancel.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def hosts(request: HttpRequest, slug: str) -> HttpResponse:
    """Who hosts in the group, and as what."""
    who = asked_to_plan(request, slug)
    form = HostForm(request.POST or None, group=who.group)
    if request.method == "POST" and form.is_valid() and _made(form, who.person):
        messages.success(request, _("They can be asked to host now."))
        return redirect("groups:hosts", slug)
    context = {"form": form, "group": who.group, "hosts": hosts_of(who.group)}
    return render(request, "groups/meeting_hosts.html", context, status=_status(form))


def _made(form: HostForm, by: Person) -> bool:
    says = form.cleaned_data
    try:
        hosting.make_host(
            group=form.group,
            person=says["handle"],
            kind=HostKind(says["kind"]),
            real_name=says["real_name"],
            work=says["work"],
            by=by,
        )
    except Refused as error:
        form.add_error("handle", str(error.refusal.words))
        return False
    return True


@require_POST
def end_host(request: HttpRequest, slug: str, person: int) -> HttpResponse:
    """Somebody hosts here no more."""
    who = asked_to_plan(request, slug)
    somebody = get_object_or_404(Person, pk=person, hosts_in__group=who.group)
    hosting.end_host(group=who.group, person=somebody, by=who.person)
    messages.success(request, _("They host here no more. They are still a member."))
    return redirect("groups:hosts", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_visit(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Puts a visitor before the group."""
    who = asked_to_plan(request, slug)
    found = meeting_or_404(who.group, number)
    form = VisitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            visits.ask_for_visit(
                meeting=found,
                person=form.cleaned_data["handle"],
                real_name=form.cleaned_data["real_name"],
                why=form.cleaned_data["why"],
                by=who.person,
            )
        except Refused as error:
            form.add_error("handle", str(error.refusal.words))
        else:
            messages.success(request, _("The members read it on the page of this meeting now."))
            return redirect("groups:meeting", slug, number)
    context = {"form": form, "group": who.group, "meeting": found}
    return render(request, "groups/meeting_visit.html", context, status=_status(form))


@require_POST
def give_word(request: HttpRequest, slug: str, number: int, visit: int) -> HttpResponse:
    """The group was asked, and nobody minds."""
    who = asked_to_plan(request, slug)
    found = meeting_or_404(who.group, number)
    insist(
        None if Visit.objects.filter(meeting=found, pk=visit).exists() else rules_meetings.NO_VISIT
    )
    visits.give_word(visit=visit, by=who.person)
    messages.success(request, _("They may come, while the meeting is on."))
    return redirect("groups:meeting", slug, number)


def _status(form: MeetingForm | HostForm | VisitForm) -> int:
    """422 for what came back to be mended."""
    return 422 if form.is_bound and form.errors else 200
