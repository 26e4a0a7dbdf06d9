"""The desk: one list, what needs a person first on top."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from community.accounts.models import Person
from community.refusal import insist
from community.safety import care, presence, queries, queries_passing, rules
from community.safety import numbers as answered
from community.safety.actions.duty import renew_by_page
from community.safety.care import AFTER_HARD
from community.safety.models import Shift
from community.safety.rules import Reach
from community.safety.shift_forms import DutyForm, SecondForm
from community.safety.views.asking import desk_of

NOON, EVENING = 12, 18


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """The whole page. Where no script can ping, loading it keeps one's rooms open."""
    person, reach = desk_of(request)
    now = timezone.now()
    renew_by_page(person=person.pk, now=now)
    return render(
        request,
        "safety/desk.html",
        {
            **_list(person, reach, now=now),
            **_duty(reach, now=now),
            "leads": reach.everywhere,
            "deaths": queries_passing.current(now=now),
            "pause": _pause(request, reach, now=now),
            "after_hard": request.session.pop(AFTER_HARD, None),
            "handover": queries.last_handover(reach, now=now),
        },
    )


def _pause(request: HttpRequest, reach: Reach, *, now: datetime) -> list[str] | None:
    """Who else is here, where it was a lot and a pause is offered; None where it is not."""
    hard = care.hard_today(reach.person, now=now)
    if not care.may_be_a_lot(hard, not_now_at=request.session.get(care.NOT_NOW, 0)):
        return None
    posts = queries.posts_of(reach, now=now)
    return sorted({name for post in posts for name in post.names} - {str(request.user)})


@require_GET
def since(request: HttpRequest, version: str) -> HttpResponse:
    """The list anew, or 204 while it is as `version` says."""
    person, reach = desk_of(request)
    shown = _list(person, reach, now=timezone.now())
    if shown["desk"].version == version:
        return HttpResponse(status=204)
    return render(request, "safety/_desk_list.html", shown)


@require_GET
def numbers(request: HttpRequest) -> HttpResponse:
    """How soon the team answered: for those who lead."""
    _person, reach = desk_of(request)
    insist(None if reach.everywhere else rules.NOT_HERE)
    found = answered.numbers(now=timezone.now())
    return render(request, "safety/numbers.html", {"numbers": found})


def _list(person: Person, reach: Reach, *, now: datetime) -> dict[str, Any]:
    hour = timezone.localtime(now).hour
    return {
        "desk": queries.desk_of(reach, now=now),
        "away": presence.nobody_was_here(reach, now=now),
        "now": now,
        "name": person.handle,
        "part_of_day": "morning" if hour < NOON else "day" if hour < EVENING else "evening",
    }


def _duty(reach: Reach, *, now: datetime) -> dict[str, Any]:
    posts = queries.posts_of(reach, now=now)
    shift = queries.open_shift(reach.person)
    closed = [(post.place.key, post.place.title) for post in posts if not post.is_mine]
    return {
        "posts": posts,
        "my_posts": [post for post in posts if post.is_mine],
        "shift": shift,
        "duty_form": _duty_form(reach, closed, is_new=shift is None),
        "second_form": _second_form(reach, shift),
        "night": queries.night_of(reach, now=now),
        "on_call": queries.is_on_call(reach.person, now=now),
    }


def _duty_form(reach: Reach, closed: list[tuple[str, str]], *, is_new: bool) -> DutyForm | None:
    if not closed:
        return None
    return DutyForm(places=closed, colleagues=queries.colleagues_of(reach) if is_new else None)


def _second_form(reach: Reach, shift: Shift | None) -> SecondForm | None:
    """A second can be named, or another one, while a shift goes on."""
    if shift is None:
        return None
    return SecondForm(colleagues=queries.colleagues_of(reach), auto_id="later_%s")
