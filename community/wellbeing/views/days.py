"""How my days are: a few taps, a graph, and a plain sentence."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.rules import treats_people
from community.wellbeing import companions
from community.wellbeing.actions import days as actions
from community.wellbeing.forms.days import CheckInForm
from community.wellbeing.queries import days as queries
from community.wellbeing.views._who import person_of


@require_http_methods(["GET", "HEAD", "POST"])
def days(request: HttpRequest) -> HttpResponse:
    """Today's few taps, and the last weeks below them."""
    return _page(request, timezone.localdate())


@require_http_methods(["GET", "HEAD", "POST"])
def day(request: HttpRequest, day: date) -> HttpResponse:
    """The same for another day."""
    return _page(request, day)


@require_safe
def year(request: HttpRequest) -> HttpResponse:
    """The last year, week by week, and the way to each of its days."""
    kept = queries.year_of(person_of(request), last=timezone.localdate())
    return render(request, "wellbeing/year.html", {"year": kept})


@require_POST
def delete_day(request: HttpRequest, day: date) -> HttpResponse:
    """Nothing of the day is kept."""
    actions.delete_day(day=day, by=person_of(request))
    messages.success(request, _("That day is empty again."))
    return redirect("wellbeing:days")


def _page(request: HttpRequest, day: date) -> HttpResponse:
    person, today = person_of(request), timezone.localdate()
    kept = queries.check_in_of(person, day)
    if kept is None and day > today:
        raise Http404
    given = {**kept.answers, "line": kept.line} if kept else {}
    form = CheckInForm(request.POST or None, initial={"day": day, **given})
    if form.is_valid():
        actions.keep_day(
            day=form.cleaned_data["day"],
            answers=form.answers,
            line=form.cleaned_data["line"],
            by=person,
        )
        messages.success(request, _("Kept. Only you can see it."))
        return redirect("wellbeing:days")
    shown = {"form": form, "kept": kept, "day": day, "is_today": day == today}
    weeks = queries.days_of(person, last=today)
    status = 422 if form.is_bound else 200
    context = {
        **shown,
        "weeks": weeks,
        "known": companions.who_read_words(person),
        "can_ask_a_mentor": not treats_people(person),
    }
    return render(request, "wellbeing/days.html", context, status=status)
