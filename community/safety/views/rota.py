"""The rota: who is down for which room, read by the whole team and written by those concerned."""

from dataclasses import dataclass
from datetime import date, time

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.accounts.models import Person
from community.house import queries as house
from community.refusal import Refused
from community.safety import queries, rota
from community.safety.actions import rota as act
from community.safety.forms_rota import OffForm, RotaForm
from community.safety.places import Place
from community.safety.rota import Line, Planned
from community.safety.rules import Reach
from community.safety.views.asking import desk_of


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody's lines at the same hours as the page shows them: whether the reader may change
    them, and the days off ahead."""

    lines: list[Line]
    is_mine: bool
    off: list[date]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def is_every_day(self) -> bool:
        return len(self.lines) == len(WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Gaps:
    """The same hours of the week for which nobody is down, on these days."""

    begins: time
    ends: time
    weekdays: list[int]

    @property
    def is_every_day(self) -> bool:
        return len(self.weekdays) == len(WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One place with its week."""

    place: Place
    planned: Planned
    rows: list[Row]
    gaps: list[Gaps]

    @property
    def is_safeguarding(self) -> bool:
        return self.place.key == rota.SAFEGUARDING


@require_http_methods(["GET", "POST"])
def week(request: HttpRequest) -> HttpResponse:
    """Every place in reach with its week, and one form to put somebody down."""
    person, reach = desk_of(request)
    places = rota.places_of(reach)
    form = RotaForm(
        request.POST or None,
        places=[(place.key, place.title) for place in places],
        people=[person, *queries.colleagues_of(reach)] if reach.everywhere else None,
    )
    if request.method == "POST" and form.is_valid() and _planned(form, by=person):
        messages.success(request, _("It stands in the rota."))
        return redirect("safety:rota")
    shown = {
        "form": form if places else None,
        "sheets": _sheets(places, reach),
        "hours": house.hours(),
        "leads": reach.everywhere,
    }
    return render(request, "safety/rota.html", shown)


@require_POST
def take_out(request: HttpRequest) -> HttpResponse:
    """They are down for it no more, on the days that were ticked."""
    person, _reach = desk_of(request)
    lines = _lines(request)
    if not lines:
        messages.warning(request, _("Please choose at least one day."))
    for line in lines:
        act.take_out(line=line, by=person)
    if lines:
        messages.success(request, _("It is taken out of the rota."))
    return redirect("safety:rota")


@require_POST
def off(request: HttpRequest) -> HttpResponse:
    """Not on this one day: of these lines the one that is on it."""
    person, _reach = desk_of(request)
    form = OffForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Please choose a day."))
        return redirect("safety:rota")
    try:
        act.say_off(lines=_lines(request), day=form.cleaned_data["day"], by=person)
    except Refused as no:
        if no.refusal.hides:
            raise
        messages.warning(request, str(no.refusal.words))
    return redirect("safety:rota")


def _lines(request: HttpRequest) -> list[int]:
    """The lines a form is about, by number."""
    return [int(one) for one in request.POST.getlist("line")[:50] if one.isdecimal()]


def _planned(form: RotaForm, *, by: Person) -> bool:
    given = form.cleaned_data
    who = Person.objects.filter(pk=given["person"]).first() if "person" in given else by
    try:
        act.plan(
            place=given["place"],
            person=who or by,
            weekdays=given["weekdays"],
            begins=given["begins"],
            ends=given["ends"],
            by=by,
        )
    except Refused as no:
        form.add_error(None, str(no.refusal.words))
        return False
    return True


def _sheets(places: list[Place], reach: Reach) -> list[Sheet]:
    now = timezone.now()
    today = timezone.localdate(now, timezone=rota.zone())
    planned = rota.planned([place.key for place in places], now=now)
    lines = rota.every_line()
    return [
        Sheet(
            place=place,
            planned=planned.get(place.key, Planned()),
            rows=_rows([one for one in lines if one.place == place.key], reach, today=today),
            gaps=_gaps(place, lines),
        )
        for place in places
    ]


def _rows(lines: list[Line], reach: Reach, *, today: date) -> list[Row]:
    """One a person and hours, the earliest first."""
    found: dict[tuple[time, time, str, int], list[Line]] = {}
    for line in lines:
        found.setdefault((line.begins, line.ends, line.name, line.person), []).append(line)
    return [
        Row(
            of,
            is_mine=reach.everywhere or person == reach.person,
            off=sorted(day for line in of for day in line.off if day >= today),
        )
        for (_begins, _ends, _name, person), of in sorted(found.items())
    ]


def _gaps(place: Place, lines: tuple[Line, ...]) -> list[Gaps]:
    """Of the published hours; none for a place that nobody has planned at all."""
    of = [line for line in lines if line.place == place.key]
    found: dict[tuple[time, time], list[int]] = {}
    for gap in rota.gaps(of, house.hours()) if of else []:
        found.setdefault((gap.begins, gap.ends), []).append(gap.weekday)
    return [Gaps(begins, ends, days) for (begins, ends), days in found.items()]
