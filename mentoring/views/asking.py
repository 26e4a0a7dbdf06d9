"""A member asks for a mentor, chooses one, takes it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts.actions.profile import set_time_zone
from community.accounts.enums import TagSeen
from community.accounts.models import Person
from community.accounts.queries import tags_shown
from community.refusal import Refused, insist
from mentoring import rules
from mentoring.actions import apart
from mentoring.actions import asking as acts
from mentoring.actions import saying_more as more_acts
from mentoring.enums import RequestState
from mentoring.forms import AskForm
from mentoring.forms_more import SayMoreForm
from mentoring.heard import REQUEST
from mentoring.models import Request
from mentoring.queries.matching import open_request, shown_suggestions
from mentoring.queries.own import mentors_to_prefer, request_line
from mentoring.views._doors import for_members, number_of, person_of, status
from mentoring.views.help_first import help_for


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def ask(request: HttpRequest) -> HttpResponse:
    """Four short questions; the same page changes the answers while nobody is being asked."""
    person = person_of(request)
    waiting = open_request(person)
    if request.method == "POST":
        form = AskForm(request.POST, person=person)
        if form.is_valid():
            set_time_zone(time_zone=form.cleaned_data["time_zone"], by=person)
            if waiting is None:
                acts.ask_for_mentor(by=person, wishes=form.wishes())
            else:
                acts.change_request(request=waiting, by=person, wishes=form.wishes())
            return redirect("mentoring:choose")
    elif waiting is not None:
        insist(rules.may_choose(person, waiting))
        form = AskForm.of(waiting)
    else:
        # Ticked in plain sight, to be unticked; when it was is never said for them.
        topics = [tag.topic for tag in tags_shown(person, to=TagSeen.ME)]
        form = AskForm(initial={"topics": topics}, person=person)
    context = {"form": form, "waiting": waiting}
    return render(request, "mentoring/ask.html", context, status=status(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def choose(request: HttpRequest) -> HttpResponse:
    """The few mentors who may fit, each with why and what does not; a POST asks one of them."""
    person = person_of(request)
    waiting = open_request(person)
    if waiting is None or waiting.state != RequestState.OPEN:
        return _not_now(request, waiting)
    if "know" in request.POST:
        apart.know_mentor(request=waiting, mentor=number_of(request, "know"), by=person)
        messages.success(request, _("Kept. You two are not brought together, and nobody is told."))
        return redirect("mentoring:choose")
    if request.method == "POST":
        first, then = _ranked(request)
        offer = acts.choose(request=waiting, mentor=first, then=then, by=person)
        name = offer.mentor.person.handle
        messages.success(request, _("%(name)s has been asked.") % {"name": name})
        return redirect("mentoring:landing")
    return render(
        request,
        "mentoring/choose.html",
        {
            "waiting": waiting,
            "line": request_line(waiting),
            "suggestions": shown_suggestions(waiting),
            "help": help_for(person, waiting.hopes, kind=REQUEST, id=waiting.pk),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def more(request: HttpRequest) -> HttpResponse:
    """What may be said besides, on another day; "not now" is kept."""
    person = person_of(request)
    waiting = open_request(person)
    if waiting is None or waiting.state != RequestState.OPEN:
        return _not_now(request, waiting)
    if "not_now" in request.POST:
        more_acts.rather_not_now(request=waiting, by=person)
        messages.success(request, _("That is all right. You find it beside your request."))
        return redirect("mentoring:landing")
    mentors = mentors_to_prefer(waiting)
    if request.method == "POST":
        form = SayMoreForm(request.POST, mentors=mentors)
        if form.is_valid() and _keep_more(form, waiting, person):
            messages.success(request, _("Kept. Here is who may fit now."))
            return redirect("mentoring:choose")
    else:
        form = SayMoreForm.of(waiting, mentors=mentors)
    return render(request, "mentoring/say_more.html", {"form": form}, status=status(form))


@require_POST
@for_members
def only(request: HttpRequest) -> HttpResponse:
    """Nobody else is asked after the mentor who was."""
    acts.ask_no_other(by=person_of(request))
    messages.success(request, _("Kept. You choose again if they are not free."))
    return redirect("mentoring:landing")


@require_POST
@for_members
def take_back(request: HttpRequest) -> HttpResponse:
    """Takes the request back."""
    person = person_of(request)
    waiting = open_request(person)
    if waiting is None:
        return _not_now(request, None)
    acts.withdraw(request=waiting, by=person)
    messages.success(request, _("Your request is taken back. You can ask again at any time."))
    return redirect("mentoring:landing")


def _keep_more(form: SayMoreForm, waiting: Request, person: Person) -> bool:
    try:
        more_acts.say_more(request=waiting, more=form.more(), by=person)
    except Refused as no:
        if no.refusal != rules.NAMED_NOT_LONG_AGO:
            raise
        form.add_error("diagnosis", str(no.refusal.words))
        return False
    return True


def _ranked(request: HttpRequest) -> tuple[int, list[int]]:
    """Whom to ask, and whom after them: the one whose button was pressed, then those named, in the
    order of the member."""
    named = [int(n) for n in request.POST.getlist("then") if n.isascii() and n.isdecimal()]
    return number_of(request, "mentor"), [n for n in named if n < 2**31]


def _not_now(request: HttpRequest, waiting: Request | None) -> HttpResponse:
    if request.method == "POST" or waiting is not None:
        messages.info(request, str(rules.NO_LONGER.words) if waiting is None else _asked_already())
    return redirect("mentoring:landing")


def _asked_already() -> str:
    return _("Somebody has been asked. You can choose again if they are not free.")
