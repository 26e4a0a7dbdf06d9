"""Pages of wellbeing reviewers, and of the person whom they write to."""

from typing import Any

from django.contrib import messages
from django.db.models import Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.refusal import insist
from community.safety.hearing import needs_help
from community.wellbeing import instruments, rules
from community.wellbeing.actions import concerns as actions
from community.wellbeing.actions import review_hours
from community.wellbeing.enums import ConcernState
from community.wellbeing.forms.answers import CloseForm, HoursForm, WordsForm
from community.wellbeing.models import Concern, ReviewHours
from community.wellbeing.queries.concerns import nothing_since, open_to
from community.wellbeing.queries.rota import on_now, reviewers
from community.wellbeing.views._who import person_of
from community.wellbeing.views.heard import lines_near, who_knows


@require_http_methods(["GET", "HEAD", "POST"])
def reviewing(request: HttpRequest) -> HttpResponse:
    """What waits for a reviewer, what was promised first on top; and one's own hours."""
    person, now = person_of(request), timezone.now()
    insist(rules.may_review(person))
    form = HoursForm(request.POST or None, initial=_hours_of(person.pk))
    if form.is_valid():
        review_hours.set_hours(hours=form.hours, by=person)
        messages.success(request, _("Your hours are kept. What people are promised follows them."))
        return redirect("wellbeing:reviewing")
    waiting = list(open_to(person).select_related("person", "taken_by"))
    actions.note_that_listed(concerns=waiting, by=person)
    context = {
        "concerns": waiting,
        "now": now,
        "names": [one.handle for one in on_now(now=now)],
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "wellbeing/reviewing.html", context, status=status)


@require_safe
def late(request: HttpRequest) -> HttpResponse:
    """For those who lead: that something waits longer than promised, and who could look. Not whose
    it is, and not how much."""
    insist(rules.may_see_lateness(person_of(request)))
    now = timezone.now()
    waiting = Concern.objects.filter(state=ConcernState.OPEN)
    context = {
        "waits": waiting.filter(promised_at__lte=now).exists(),
        "nobody_comes": waiting.filter(late_raised_at__isnull=False).exists(),
        "taken_at": nothing_since()
        .filter(promised_at__lte=now)
        .aggregate(at=Min("taken_at"))["at"],
        "on_now": [one.handle for one in on_now(now=now)],
        "reviewers": [one.handle for one in reviewers()],
    }
    return render(request, "wellbeing/late.html", context)


@require_safe
def concern(request: HttpRequest, concern: int) -> HttpResponse:
    """One person's answers to question 9, each with its time, and nothing else of theirs."""
    return _concern(request, concern, WordsForm(prefix="write"), CloseForm(prefix="close"))


@require_POST
def take(request: HttpRequest, concern: int) -> HttpResponse:
    """ "I look at this." """
    actions.take(concern=concern, by=person_of(request))
    return redirect("wellbeing:concern", concern)


@require_POST
def look_on(request: HttpRequest, concern: int) -> HttpResponse:
    """ "I looked again, and go on with it." """
    actions.look_on(concern=concern, by=person_of(request))
    return redirect("wellbeing:concern", concern)


@require_POST
def write(request: HttpRequest, concern: int) -> HttpResponse:
    """Words to the person."""
    form = WordsForm(request.POST, prefix="write")
    if not form.is_valid():
        return _concern(request, concern, form, CloseForm(prefix="close"), status=422)
    actions.write(concern=concern, words=form.cleaned_data["words"], by=person_of(request))
    messages.success(request, _("Sent. It says “read” here once they have opened it."))
    return redirect("wellbeing:concern", concern)


@require_POST
def close(request: HttpRequest, concern: int) -> HttpResponse:
    """What became of it."""
    form = CloseForm(request.POST, prefix="close")
    if not form.is_valid():
        return _concern(request, concern, WordsForm(prefix="write"), form, status=422)
    actions.close(concern=concern, outcome=form.cleaned_data["outcome"], by=person_of(request))
    return redirect("wellbeing:reviewing")


@require_http_methods(["GET", "HEAD", "POST"])
def review_words(request: HttpRequest, concern: int) -> HttpResponse:
    """What a reviewer wrote to oneself, and an answer."""
    person = person_of(request)
    found = actions.open_words(concern=concern, by=person)
    form = WordsForm(request.POST or None)
    if form.is_valid():
        actions.answer_words(concern=concern, words=form.cleaned_data["words"], by=person)
        messages.success(request, _("Sent to the reviewers, and to nobody else."))
        return redirect("wellbeing:review-words", concern)
    lines = found.lines.select_related("by")
    status = 422 if form.is_bound else 200
    waits = who_knows(None if found.closed_at else found, now=timezone.now())
    context: dict[str, Any] = {"lines": lines, "form": form, **waits}
    mine = [line for line in lines if not line.is_from_team]
    if mine and needs_help(mine[-1].words):
        context |= {"helps": True, **lines_near(person)}
    return render(request, "wellbeing/review_words.html", context, status=status)


def _concern(
    request: HttpRequest, number: int, words: WordsForm, closing: CloseForm, *, status: int = 200
) -> HttpResponse:
    person = person_of(request)
    insist(rules.may_review(person))
    found = Concern.objects.select_related("person", "taken_by").filter(pk=number).first()
    insist(rules.may_read_concern(person, found) if found else rules.NOT_HERE)
    assert found is not None
    actions.note_that_read(concern=found, by=person)
    context = {
        "concern": found,
        "answers": found.answers.all(),
        "options": instruments.ALL[0].options,
        "lines": found.lines.select_related("by"),
        "is_mine": found.taken_by_id == person.pk,
        "writing": words,
        "closing": closing,
        "now": timezone.now(),
    }
    return render(request, "wellbeing/concern.html", context, status=status)


def _hours_of(person: int) -> dict[str, object]:
    rows = ReviewHours.objects.filter(person=person)
    starts = {f"from_{row.weekday}": row.starts for row in rows}
    return {**starts, **{f"until_{row.weekday}": row.ends for row in rows}}
