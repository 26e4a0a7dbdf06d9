"""Pages of the library that are no single page."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cms import queries


@login_not_required
@never_cache  # what somebody looked for stays on nobody's disk
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Public pages with these words, or with the nearest words we have."""
    found = queries.search(request.GET.get("words", ""))
    return render(request, "cms/search.html", {"found": found})
