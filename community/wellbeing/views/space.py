"""My space: the way to everything that is one's own alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from community.wellbeing import companions
from community.wellbeing.queries.saying import asked_to_notice
from community.wellbeing.views._who import person_of


@require_safe
def space(request: HttpRequest) -> HttpResponse:
    """Links, and nothing that asks for anything."""
    person = person_of(request)
    beside = companions.beside_whom(person)
    asked = asked_to_notice(person) if beside else []
    return render(request, "wellbeing/space.html", {"beside": beside, "asked": asked})
