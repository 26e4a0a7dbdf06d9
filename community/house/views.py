"""The operator's colours, as a sheet of their own."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from community.house import models, queries


@login_not_required
@require_safe
@cache_control(public=True, max_age=24 * 3600)
def colours(request: HttpRequest) -> HttpResponse:
    """The same for everyone; pages name it with the colours in its address, so that a new colour
    is a new address."""
    response = HttpResponse(models.stylesheet(queries.current()), content_type="text/css")
    response.holds_nothing_private = True  # type: ignore[attr-defined]
    return response
