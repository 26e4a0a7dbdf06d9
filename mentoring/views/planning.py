"""The coordinators' page of matching: how it is set, what that would do, and doing it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.refusal import Refused, insist
from mentoring import rules
from mentoring.actions import cohort as acts
from mentoring.actions import fitting as settings
from mentoring.forms_run import FittingForm
from mentoring.matching import words
from mentoring.models import Fitting, Request
from mentoring.queries import cohort
from mentoring.queries.matching import fitting
from mentoring.views._doors import for_members, number_of, person_of, status

SHOWN = 40  # rows that are shown; the others are counted


@dataclass(frozen=True, slots=True)
class Row:
    """One member who waits and the mentor who would be asked. `before` is whom the settings that are
    kept would ask, where that is somebody else; "" for nobody."""

    request: Request
    mentor: int
    name: str
    before: str | None
    fits: list[str]
    but: list[str]


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def plan(request: HttpRequest) -> HttpResponse:
    """Looks first: a GET with other settings shows what they would change. A POST keeps them."""
    person = person_of(request)
    insist(rules.may_run(person))
    kept = fitting()
    given = request.POST or request.GET
    form = FittingForm(given) if "leaning" in given or "answer_days" in given else None
    if form is not None and form.is_valid() and request.method == "POST":
        data = form.cleaned_data
        settings.set_fitting(
            leaning=data["leaning"],
            weights=form.counts(),
            answer_days=data["answer_days"],
            min_overlap=data["min_overlap"],
            most_pairs=data["most_pairs"],
            by=person,
        )
        messages.success(request, _("Kept. Suggestions are made so from now on."))
        return redirect("mentoring:plan")
    tried = form.as_fitting() if form is not None and form.is_valid() else kept
    shown = form or FittingForm.of(kept)
    context = {"form": shown, "is_kept": tried.is_as(kept), **_look(tried, kept)}
    return render(request, "mentoring/plan.html", context, status=status(shown))


@require_safe
@for_members
def choices(request: HttpRequest, request_id: int) -> HttpResponse:
    """The few mentors who may fit one member, for whoever chooses with them."""
    insist(rules.may_run(person_of(request)))
    found = next(iter(cohort.waiting([request_id])), None)
    insist(rules.NO_LONGER if found is None else None)
    assert found is not None
    both = cohort.both_sides([found])
    shown = [
        Row(
            request=found,
            mentor=one.mentor,
            name=one.name,
            before=None,
            fits=words.to_choose(one.fits),
            but=words.to_choose(one.but),
        )
        for one in both.suggestions(found.pk, fitting())
    ]
    return render(request, "mentoring/run_choices.html", {"waiting": found, "rows": shown})


@require_POST
@for_members
def ask_all(request: HttpRequest) -> HttpResponse:
    """Asks everybody of the plan that was shown."""
    try:
        made = acts.ask_all(mark=request.POST.get("mark", ""), by=person_of(request))
    except Refused as no:
        if no.refusal.hides:
            raise
        messages.warning(request, str(no.refusal.words))
        return redirect("mentoring:plan")
    said = ngettext(
        "%(number)s mentor has been asked.", "%(number)s mentors have been asked.", len(made)
    )
    messages.success(request, said % {"number": len(made)})
    return redirect("mentoring:run")


@require_POST
@for_members
def ask_for(request: HttpRequest) -> HttpResponse:
    """Asks one mentor for one member."""
    insist(rules.may_run(person_of(request)))
    found = Request.objects.filter(pk=number_of(request, "request")).first()
    insist(rules.NO_LONGER if found is None else None)
    assert found is not None
    offer = acts.ask_for(request=found, mentor=number_of(request, "mentor"), by=person_of(request))
    name = offer.mentor.person.handle
    messages.success(request, _("%(name)s has been asked.") % {"name": name})
    return redirect("mentoring:plan")


def _look(tried: Fitting, kept: Fitting) -> dict[str, object]:
    """What the settings would do, and in what that differs from those that are kept."""
    requests = cohort.waiting()
    both = cohort.both_sides(requests, most=tried.most_pairs)
    now = cohort.plan(both, tried)
    before = now if tried.is_as(kept) else cohort.plan(cohort.both_sides(requests), kept)
    names = {number: one.name for number, one in both.candidates.items()}
    rows = []
    for one in [r for r in requests if r.pk in now.pairs][:SHOWN]:
        mentor = now.pairs[one.pk]
        was = before.pairs.get(one.pk)
        found = both.suggestion(one.pk, mentor, tried)
        rows.append(
            Row(
                request=one,
                mentor=mentor,
                name=names[mentor],
                before=None if was == mentor else names.get(was or 0, ""),
                fits=words.to_choose(found.fits),
                but=words.to_choose(found.but),
            )
        )
    return {
        "rows": rows,
        "more": len(now.pairs) - len(rows),
        "left": [one for one in requests if one.pk in now.left][:SHOWN],
        "left_count": len(now.left),
        "plan": now,
        "changed": sum(now.pairs.get(r.pk) != before.pairs.get(r.pk) for r in requests),
    }
