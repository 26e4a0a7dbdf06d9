"""When somebody has died: asked by a lead, agreed by a second person, told by people."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts import rules as accounts
from community.accounts.queries import by_handle
from community.accounts.roles import Act
from community.refusal import Refused, insist
from community.safety import queries_passing, rules
from community.safety.actions import passing as act
from community.safety.forms_passing import PassingForm
from community.safety.views.asking import person_of


@require_http_methods(["GET", "POST"])
def deaths(request: HttpRequest) -> HttpResponse:
    """What the team knows of; and for those who lead, the form."""
    person = person_of(request)
    insist(rules.may_see_desk(rules.reach_of(person)))
    leads = accounts.may(person, Act.SUSPEND) is None
    form = PassingForm(request.POST or None) if leads else None
    if request.method == "POST" and form is not None and form.is_valid():
        given = form.cleaned_data
        who = by_handle(given["name"])
        try:
            insist(rules.NOT_HERE if who is None else None)
            assert who is not None
            act.ask(
                person=who,
                words=given["words"],
                tells=given["tells"],
                days=given["days"],
                hosts=given["hosts"],
                by=person,
            )
        except Refused as no:
            is_of_hosts = no.refusal is act.NOT_A_MODERATOR
            form.add_error("hosts" if is_of_hosts else "name", str(no.refusal.words))
        else:
            messages.success(request, _("It waits for a second person. Nothing has stopped yet."))
            return redirect("safety:deaths")
    known = queries_passing.known_to(person, now=timezone.now())
    shown = {"form": form, "all_known": known, "me": person.pk, "leads": leads}
    return render(request, "safety/deaths.html", shown)


@require_POST
def agree(request: HttpRequest, passing: int) -> HttpResponse:
    """The second person."""
    act.agree(passing=passing, by=person_of(request))
    messages.success(request, _("Everything to and about this person has stopped."))
    return redirect("safety:deaths")


@require_POST
def told(request: HttpRequest, passing: int) -> HttpResponse:
    """Those who were close have been told."""
    act.say_told(passing=passing, by=person_of(request))
    messages.success(request, _("Thank you. A place to remember can be opened now, in each group."))
    return redirect("safety:deaths")


@require_POST
def end(request: HttpRequest, passing: int) -> HttpResponse:
    """What was opened for it ends before its time."""
    act.end(passing=passing, by=person_of(request))
    messages.success(request, _("What was opened for it has ended."))
    return redirect("safety:deaths")


@require_POST
def take_back(request: HttpRequest, passing: int) -> HttpResponse:
    """It was a mistake."""
    act.take_back(passing=passing, by=person_of(request))
    messages.success(
        request,
        _("The account is as it was. Please look at what others wrote, if a thread was open."),
    )
    return redirect("safety:deaths")
