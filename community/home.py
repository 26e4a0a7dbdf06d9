"""The first page: what this is, two doors, and the truth about who is here now."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.dateparse import parse_time
from django.views.decorators.http import require_safe

from community.house import queries as house
from community.house.hours import Hours, state
from community.safety import duty, rota


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Strangers see the door; everyone else goes to their own page."""
    if request.user.is_authenticated:
        return redirect(_own_page())
    return render(request, "home.html", {"presence": presence(now=timezone.now())})


def presence(*, now: datetime) -> dict[str, Any]:
    """What may truthfully be said about the team at `now`: whether anybody is on duty, whether
    the hours say so, and when that changes. Never more than is known."""
    hours = state(_hours(), now=now)
    here = duty.standing_by(now=now).exists()
    by_rota = rota.back(None, now=now)
    if by_rota is not None and not here:
        far = by_rota.at is not None and by_rota.at - now > timedelta(hours=20)
        return {"here": False, "within": by_rota.at is None, "until": by_rota.at, "far": far}
    if not rota.hours_have_a_name():
        return {"here": here, "within": False, "until": None}  # nobody's word is behind the hours
    return {"here": here, "within": hours.within, "until": hours.until}


def _hours() -> Hours:
    current = house.current()
    return Hours(
        opens=_clock(current.staffed_from),
        closes=_clock(current.staffed_until),
        zone=ZoneInfo(settings.TIME_ZONE),
    )


def _clock(value: time | str) -> time:
    """The settings' defaults are words until they were saved once."""
    return value if isinstance(value, time) else parse_time(value) or time(8)


def _own_page() -> str:
    try:
        resolve("/me/")
    except Resolver404:
        return "/groups/"
    return "/me/"
