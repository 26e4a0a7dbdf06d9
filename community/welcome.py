"""The third screen: what brings somebody here, met with help first and with groups that fit.

Made of several features, so it stands on the roof: accounts keep the words, screening looks at
them, the desk is told, groups answer.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from community.accounts.actions.welcome import MOST, keep_welcome
from community.accounts.enums import Standing
from community.accounts.models import Person, Welcome
from community.accounts.views.who import person_of, posted
from community.help.queries import ShownLine, emergency_number, lines_for
from community.house import queries as house
from community.safety import rota
from community.safety.hearing import hear, needs_help
from community.safety.models import Item
from community.safety.queries import item_about
from community.safety.queries_glass import has_danger_note
from community.safety.subjects import HOUSE, Context, Line
from groups.enums import GroupState, RoomState
from groups.models import SupportGroup
from groups.queries.openings import opening_of, openings
from groups.queries.suggest import suggest

SUBJECT = "welcome"


class WelcomeForm(forms.Form):
    """One box. It may stay empty."""

    words = forms.CharField(
        label=_("What brings you here?"),
        required=False,
        max_length=MOST,
        help_text=_(
            "A few words are enough, and you can skip this. It is kept for you alone. Only if it "
            "sounds as if you need someone, the team can read it too."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


@dataclass(frozen=True, slots=True)
class Help:
    """What stands first for somebody who is not well."""

    lines: list[ShownLine]
    emergency: str
    left_note: bool  # a sealed note says who or where


@never_cache
@require_http_methods(["GET", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Asks; keeps the answer; tells the desk where it sounds as if somebody is needed."""
    person = person_of(request)
    if person.standing != Standing.ACTIVE:
        return redirect("/")
    kept = Welcome.objects.filter(person=person).first()
    if "skip" in request.POST:
        return _to_groups()
    form = WelcomeForm(posted(request), initial={"words": kept.words if kept else ""})
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound and form.errors else 200
        return render(request, "welcome/ask.html", {"form": form}, status=status)
    if not form.cleaned_data["words"].strip():
        return _to_groups()
    _keep(person, form.cleaned_data["words"])
    return redirect("welcome_found")


@transaction.atomic
def _keep(person: Person, words: str) -> None:
    kept = keep_welcome(words=words, by=person)
    hear(kept.words, subject_kind=SUBJECT, subject_id=person.pk, about=person.pk)


@never_cache
@require_safe
def found(request: HttpRequest) -> HttpResponse:
    """Help first where it is needed, her words still there; then groups that fit them."""
    person = person_of(request)
    kept = Welcome.objects.filter(person=person).first()
    if kept is None:
        return redirect("welcome")
    context = {
        "words": kept.words,
        "help": _help(person) if needs_help(kept.words) else None,
        "hours": house.hours() if rota.hours_have_a_name() else None,
        "item": _item_of(person),
        "suggestions": _fitting(kept.words),
        "welcome_group": _welcome_group(),
    }
    return render(request, "welcome/found.html", context)


def _item_of(person: Person) -> Item | None:
    """What was put on the desk last: only where somebody from the team has it, or has dealt with
    it, may the page say anything else than that nobody has read it."""
    return item_about(SUBJECT, str(person.pk))


def _fitting(words: str) -> list[dict[str, Any]]:
    """The groups her own words lead to, and when somebody from the team is there."""
    found = [suggestion for suggestion in suggest(words) if suggestion.words]
    rooms = {one.group.pk: list(one.group.rooms.filter(state=RoomState.OPEN)) for one in found}
    known = openings([room for some in rooms.values() for room in some], now=timezone.now())
    return [
        {
            "group": one.group,
            "words": one.words,
            "opening": opening_of(rooms[one.group.pk], known),
        }
        for one in found
    ]


def _welcome_group() -> SupportGroup | None:
    return SupportGroup.objects.filter(is_welcome=True, state=GroupState.OPEN).first()


def _help(person: Person) -> Help:
    country = person.country or house.current().country
    lines = lines_for(country, now=timezone.now())
    fitting = [shown for shown in lines if shown.open is not False and not shown.line.for_young]
    return Help(fitting[:3], emergency_number(country), has_danger_note(person.pk))


def _to_groups() -> HttpResponse:
    group = _welcome_group()
    return redirect(reverse("groups:come-in", args=[group.slug]) if group else "/groups/")


def desk_snapshot(id: str) -> str:
    """The words behind a desk item of kind "welcome". Raises LookupError."""
    return _kept(id).words


def desk_context(id: str) -> Context:
    """The same, as the desk shows it. Raises LookupError."""
    kept = _kept(id)
    line = Line(kept.person.handle, kept.words, kept.said_at, is_subject=True)
    return Context(where=str(_("What brings you here?")), lines=(line,))


def desk_area(id: str) -> str:
    """It belongs to no group yet."""
    return HOUSE


def desk_about(id: str) -> int | None:
    """Who wrote it. Raises LookupError."""
    return _kept(id).person_id


def _kept(id: str) -> Welcome:
    kept = Welcome.objects.select_related("person").filter(person=int(id)).first()
    if kept is None:
        raise LookupError(id)
    return kept
