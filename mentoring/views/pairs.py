"""What either of two people can do about their pair, and how a mentor stops being one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.accounts.models import Person
from community.refusal import Refused, insist
from mentoring import rules, wording
from mentoring.actions import agreeing, ending
from mentoring.enums import Ending
from mentoring.forms_pair import AgreementForm, FitForm
from mentoring.models import Mentor, Pair, PairAgreement
from mentoring.queries.pairs import pair_of, signed_before, stopped_words
from mentoring.views._doors import for_members, number_of, person_of, status

_PAGES = ["GET", "HEAD", "POST"]


def pair_or_refuse(person: Person, number: int) -> Pair:
    """The pair of this number, for its two people. Raises Refused."""
    pair = pair_of(person, number)
    insist(rules.NOT_THERE if pair is None else None)
    assert pair is not None
    return pair


@require_http_methods(_PAGES)
@for_members
def end(request: HttpRequest, pair: int) -> HttpResponse:
    """Stops: first what it means and what the other will read."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    insist(rules.may_act(person, found))
    if request.method == "POST":
        ending.end_pair(pair=found, by=person)
        messages.success(request, _("You have stopped. That is all right."))
        return redirect("mentoring:landing")
    return render(
        request,
        "mentoring/end.html",
        {**_shown(found, person), "they_read": stopped_words(found, found.other_than(person))},
    )


@require_http_methods(_PAGES)
@for_members
def fit(request: HttpRequest, pair: int) -> HttpResponse:
    """Not the right fit: one of three neutral reasons, and the member is matched again."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    insist(rules.may_act(person, found))
    form = FitForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = Ending(form.cleaned_data["reason"])
        ending.not_the_right_fit(pair=found, reason=reason, by=person)
        messages.success(request, _("Thank you for saying so. Not every two people fit."))
        return redirect("mentoring:landing")
    context = {**_shown(found, person), "form": form}
    return render(request, "mentoring/fit.html", context, status=status(form))


@require_http_methods(_PAGES)
@for_members
def agreement(request: HttpRequest, pair: int) -> HttpResponse:
    """What the two agree on: read, changed by either, and said yes to by both."""
    person = person_of(request)
    found = pair_or_refuse(person, pair)
    insist(rules.may_act(person, found))
    if request.method == "POST" and "yes" in request.POST:
        return _say_yes(request, found, person)
    form = AgreementForm(request.POST if request.method == "POST" else None, instance=_fresh(found))
    if form.is_valid():
        read = form.cleaned_data["read"]
        try:
            agreeing.write_agreement(pair=found, lines=form.lines(), read=read, by=person)
        except Refused as no:
            if no.refusal != rules.CHANGED_MEANWHILE:
                raise
            form.add_error(None, str(no.refusal.words))
        else:
            messages.success(request, _("Kept. It is agreed once you have both said yes."))
            return redirect("mentoring:agreement", pair=found.pk)
    return render(
        request,
        "mentoring/agreement.html",
        {**_shown(found, person), **_stands(found, person), "form": form},
        status=status(form),
    )


def _say_yes(request: HttpRequest, pair: Pair, person: Person) -> HttpResponse:
    try:
        agreeing.agree(pair=pair, read=number_of(request, "yes"), by=person)
    except Refused as no:
        if no.refusal != rules.CHANGED_MEANWHILE:
            raise
        messages.warning(request, str(no.refusal.words))
    return redirect("mentoring:agreement", pair=pair.pk)


def _fresh(pair: Pair) -> PairAgreement:
    """A copy for the form, which changes it while it cleans. A new one knows no pair, so that the
    pair still has none."""
    return PairAgreement.objects.filter(pair=pair).first() or PairAgreement()


def _stands(pair: Pair, person: Person) -> dict[str, object]:
    """The lines as they are, and who has said yes to them."""
    lines: PairAgreement | None = getattr(pair, "agreement", None)
    is_mentor = pair.mentor.person_id == person.pk
    return {
        "agreement": lines,
        "read": lines.version if lines else 0,
        "before": signed_before(lines),
        "own_yes": lines is not None and lines.yes_of(is_mentor=is_mentor),
    }


def _shown(pair: Pair, person: Person) -> dict[str, object]:
    return {
        "pair": pair,
        "other": pair.other_than(person),
        "is_mentor": pair.mentor.person_id == person.pk,
    }


@require_http_methods(_PAGES)
@for_members
def stop(request: HttpRequest) -> HttpResponse:
    """Is no mentor any more."""
    person = person_of(request)
    insist(rules.may_describe(Mentor.objects.filter(person=person).first()))
    if request.method == "POST":
        ending.stop_mentoring(by=person)
        messages.success(request, _("You have stopped being a mentor. Thank you for your time."))
        return redirect("mentoring:landing")
    return render(request, "mentoring/stop.html", {"they_read": wording.away(person.handle)})
