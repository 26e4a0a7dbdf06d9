"""Telling the team, in two steps, and what became of it."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from community import pace
from community.accounts.models import Person
from community.help.queries import emergency_number, few, lines_for
from community.house import queries as house
from community.refusal import Refusal, insist
from community.safety import queries, rules, subjects
from community.safety.actions import reporting as act
from community.safety.enums import Level, ReportReason
from community.safety.forms import ReportForm, WorryForm
from community.safety.models import Report
from community.safety.promise import kept_in, promise
from community.safety.reading import read_report
from community.safety.subjects import HOUSE
from community.safety.views.asking import person_of, way_back

ASKED, ASKED_PER = 20, 3600.0  # reports of one person in an hour
OPENED, OPENED_PER = (
    60,
    3600.0,
)  # forms opened by one person in an hour: nobody counts messages here
JUST_TOLD = timedelta(hours=1)
SLOWLY = Refusal(
    "rate", gettext_lazy("That was a lot at once. Please open this again a little later.")
)


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """First why; then what the team will see and by when; then it is sent."""
    person = person_of(request)
    kind, id = subject_asked_about(request, person)
    earlier = act.earlier_report(person=person.pk, kind=kind, id=id)
    if earlier is not None:
        return redirect("safety:receipt", receipt=earlier.receipt)
    form = ReportForm(request.POST or None)
    shown: dict[str, Any] = {"form": form, "kind": kind, "id": id}
    shown |= {"author": _author(kind, id), "back": way_back(kind, id)}
    if request.method == "GET" or "change" in request.POST or not form.is_valid():
        return _ask(request, shown)
    reason, words = ReportReason(form.cleaned_data["reason"]), form.cleaned_data["words"]
    if "sure" not in request.POST:
        return _ask_sure(request, shown, reason=reason, words=words)
    if is_too_fast(request, person):
        return _ask_sure(request, shown, reason=reason, words=words)
    made = act.report(kind=kind, id=id, reason=reason, words=words, by=person)
    return redirect("safety:receipt", receipt=made.receipt)


def _author(kind: str, id: str) -> tuple[str, str] | None:
    author = subjects.get(kind).author
    return author(id) if author else None


def _ask(request: HttpRequest, shown: dict[str, Any]) -> HttpResponse:
    """The first step. Coming back to change something is not a mistake."""
    if "change" in request.POST:
        shown["form"] = ReportForm(
            initial={"reason": request.POST.get("reason"), "words": request.POST.get("words")}
        )
    return render(request, "safety/report.html", shown)


def _ask_sure(
    request: HttpRequest, shown: dict[str, Any], *, reason: ReportReason, words: str
) -> HttpResponse:
    level = read_report(reason, words).level
    sight = subjects.sight(shown["kind"], shown["id"])
    area, apart = act.goes_to(sight, teller=person_of(request).pk)
    shown |= {
        "is_now": level == Level.NOW,
        **(help_for(person_of(request)) if level == Level.NOW else {}),
        "reason": reason,
        "words": words,
        "promise": promise(level=level, area=area, now=timezone.now(), apart=apart),
    }
    return render(request, "safety/report_sure.html", shown)


@require_http_methods(["GET", "POST"])
def worried(request: HttpRequest) -> HttpResponse:
    """ "I am worried about someone". Says nothing about who is here."""
    person = person_of(request)
    form = WorryForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and not is_too_fast(request, person):
        made = act.say_worried(
            name=form.cleaned_data["name"], words=form.cleaned_data["words"], by=person
        )
        return redirect("safety:receipt", receipt=made.receipt)
    when = promise(level=Level.SOON, area=HOUSE, now=timezone.now())
    return render(request, "safety/worried.html", {"form": form, "promise": when})


def _where_it_was(told: Report) -> str:
    """Where somebody who has just told the team came from; "" later on, and where it is gone."""
    if told.at < timezone.now() - JUST_TOLD:
        return ""
    item = told.item
    try:
        return subjects.get(item.subject_kind).context(item.subject_id).path
    except LookupError:
        return ""


@require_GET
def receipt(request: HttpRequest, receipt: str) -> HttpResponse:
    """What was told, how far it is, and the answer."""
    person = person_of(request)
    found = queries.report_with(receipt, reporter=person.pk)
    if found is None:
        raise Http404
    said = kept_in(found)
    shown = {
        "report": found,
        "promise": said,
        "is_past": said.is_past(now=timezone.now()),
        "where": _where_it_was(found),
    }
    return render(request, "safety/receipt.html", shown)


@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Everything this person told the team."""
    person = person_of(request)
    return render(request, "safety/my_reports.html", {"reports": queries.reports_of(person.pk)})


def subject_asked_about(request: HttpRequest, person: Person) -> tuple[str, str]:
    """Kind and number of what the page is about. Raises Refused where this person may not tell the
    team about it, or opens such pages too often."""
    given = request.POST if request.method == "POST" else request.GET
    kind, id = given.get("kind", "")[:20], given.get("id", "")[:60]
    if request.method == "GET":
        insist(SLOWLY if is_opened_too_often(person) else None)
    insist(rules.NOT_HERE if "\0" in id else rules.may_report(person, kind, id))
    return kind, id


def help_for(person: Person) -> dict[str, Any]:
    """Lines of the reporter's country, for them or to pass on."""
    country = person.country or house.current().country
    lines = few(lines_for(country, now=timezone.now()))
    return {"lines_near": lines, "emergency": emergency_number(country)}


def is_opened_too_often(person: Person) -> bool:
    """Whether this person opened more forms in an hour than anybody has use for."""
    return pace.spend(f"report-form:{person.pk}", limit=OPENED, per=OPENED_PER) > 0


def is_too_fast(request: HttpRequest, person: Person) -> bool:
    """Whether this person tells more in an hour than is taken; says so on the page."""
    if pace.spend(f"report:{person.pk}", limit=ASKED, per=ASKED_PER) <= 0:
        return False
    messages.warning(
        request,
        _("That was a lot at once. Your words are still here; please send them a little later."),
    )
    return True
