"""Help before anything else, where somebody's words to others sound as if they need it."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from community.accounts.models import Person
from community.help.queries import emergency_number, lines_for
from community.house import queries as house
from community.safety.hearing import needs_help
from community.safety.queries import item_about
from community.safety.queries_glass import has_danger_note
from community.wellbeing.heard import FEEDBACK, THANKS
from community.wellbeing.models import Concern, Feedback, Thanks
from community.wellbeing.queries.concerns import was_opened, was_written_about
from community.wellbeing.queries.rota import read_by
from community.wellbeing.views._who import person_of


@require_safe
def heard(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Lines, and what became of one's own words: somebody has them, or nobody yet."""
    person = person_of(request)
    if not needs_help(_words(person, kind, number)):
        raise Http404
    item = item_about(kind, str(number))
    context = {
        "is_told": item is not None,
        "taken": item is not None and item.taken_at is not None,
        "leads_on": "wellbeing:board" if kind == FEEDBACK else "wellbeing:thanks",
        **lines_near(person),
    }
    return render(request, "wellbeing/heard.html", context)


def after(words: str, *, kind: str, number: int, leads_on: str) -> HttpResponse:
    """Help first where these words need it, else where it was going anyway."""
    return redirect("wellbeing:heard", kind, number) if needs_help(words) else redirect(leads_on)


def lines_near(person: Person) -> dict[str, Any]:
    """The emergency number and the first lines, as `_help.html` shows them."""
    country = person.country or house.current().country
    lines = lines_for(country, now=timezone.now())
    return {
        "emergency": emergency_number(country),
        "left_note": has_danger_note(person.pk),
        "lines_near": [one for one in lines if not one.line.for_young][:3],
    }


def who_knows(concern: Concern | None, *, now: datetime) -> dict[str, Any]:
    """How what a reviewer was told stands now, as `_who_knows.html` says it to the person."""
    if concern is None:
        return {"concern": None}
    return {
        "concern": concern,
        "is_promised": read_by(concern.person, now=now) is not None,
        "is_past": concern.promised_at <= now,
        "was_opened": was_opened(concern),
        "was_written": was_written_about(concern),
    }


def _words(person: Person, kind: str, number: int) -> str:
    if kind == FEEDBACK:
        said = Feedback.objects.filter(pk=number, person=person).first()
        return said.words if said else ""
    if kind == THANKS:
        given = Thanks.objects.filter(pk=number, by=person).first()
        return f"{given.you}\n{given.helped}" if given else ""
    return ""
