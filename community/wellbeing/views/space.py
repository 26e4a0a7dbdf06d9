"""My space: the way to everything that is one's own alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def space(request: HttpRequest) -> HttpResponse:
    """Links, and nothing that asks for anything."""
    return render(request, "wellbeing/space.html")
