"""Help now: on every page one tap away, without a log-in, static enough to be kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from community.help import kept, queries
from community.house import queries as house


@require_safe
@cache_control(max_age=60)
def now(request: HttpRequest) -> HttpResponse:
    """Lines that are open now, first. The country comes from the address, else from what the person
    said of themselves, else from the house; it is never guessed from where somebody seems to be."""
    known = {country.code: country for country in queries.countries()}
    asked = request.GET.get("country", "").upper()
    own = getattr(request.user, "country", "")
    country = known.get(asked) or known.get(own) or known.get(house.current().country)
    lines = queries.lines_for(country.code, now=timezone.now()) if country else []
    return render(
        request,
        "help/now.html",
        {
            "country": country,
            "countries": known.values(),
            "emergencies": [] if country else queries.emergency_numbers(known.values()),
            "lines": [shown for shown in lines if shown.open is not False],
            "closed_lines": [shown for shown in lines if shown.open is False],
        },
    )


@require_safe
@cache_control(max_age=60)
def kept_page(request: HttpRequest) -> HttpResponse:
    """Every country on one page, asking nothing: what browsers keep for when we do not answer."""
    return HttpResponse(kept.page(kept.remembered()))


@require_safe
@cache_control(max_age=3600)
def offline_worker(request: HttpRequest) -> HttpResponse:
    """A worker that keeps the page above, so that help opens when the line or the server is down."""
    return render(request, "help/offline.js", content_type="text/javascript")
