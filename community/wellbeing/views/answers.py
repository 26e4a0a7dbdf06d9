"""Filling in a scale: what it is and who is told, one question a page, then what it says."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.models import Person
from community.accounts.rules import treats_people
from community.wellbeing import companions, rules
from community.wellbeing.actions import answers as actions
from community.wellbeing.actions import concerns
from community.wellbeing.forms.answers import SKIP, QuestionForm
from community.wellbeing.instruments import Instrument
from community.wellbeing.models import AnswerSet, Pack
from community.wellbeing.queries import answers as queries
from community.wellbeing.queries import readings
from community.wellbeing.queries.completed import as_asked
from community.wellbeing.queries.concerns import open_concern
from community.wellbeing.queries.rota import read_by
from community.wellbeing.scoring import NoScore, risk_flags, score
from community.wellbeing.views._who import person_of
from community.wellbeing.views.heard import lines_near, who_knows


@require_safe
def scales(request: HttpRequest) -> HttpResponse:
    """What can be filled in here, each with what was said last."""
    person = person_of(request)
    offered = queries.offered(reads=read_by(person, now=timezone.now()) is not None)
    keys = {one.key for one in offered}
    shown = [one for one in offered if one.key not in {queries.WITHOUT.get(key) for key in keys}]
    context = {"scales": shown, "fillings": queries.fillings_of(person)}
    return render(request, "wellbeing/scales.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def scale(request: HttpRequest, key: str) -> HttpResponse:
    """What it asks, who is told and by when; POST begins. Where nobody would read the answer to
    its question 9, the form without it is offered, and the page says why."""
    person, instrument, now = person_of(request), actions.known(key), timezone.now()
    read = read_by(person, now=now) if _may_need_a_reader(instrument) else None
    if instrument.risks and read is None and instrument.key in queries.WITHOUT:
        return redirect("wellbeing:scale", queries.WITHOUT[instrument.key])
    packs = set(Pack.objects.values_list("instrument", flat=True))
    if not queries.is_open(instrument, packs=packs, reads=read is not None):
        raise Http404
    if request.method == "POST":
        begun = actions.begin(instrument=instrument, by=person)
        return redirect("wellbeing:question", key, queries.goes_on_at(instrument, begun))
    history = readings.readings_of(person, instrument)
    last = queries.last_finished(person, instrument)
    left = queries.under_way(person, instrument)
    context = {
        "instrument": instrument,
        "read_by": read,
        "without": queries.WITHOUT.get(key) if read else "",
        "says_why": key in queries.WITHOUT.values() and read is None,
        "begun": left is not None and queries.can_go_on(instrument, left, now=now),
        "too_soon": rules.may_fill(
            instrument, last=last.ended_at if last else None, is_open=True, now=now
        ),
        "charts": readings.charts_of(instrument, history),
        "fillings": queries.fillings_of(person, key=key),
    }
    return render(request, "wellbeing/scale.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """One question. Its answer is kept before anything else is shown; where it says that somebody
    may be in danger, help comes before the next page. A question that nobody could read the answer
    to is left out, and the page says why; what was answered all the same is heard."""
    person, instrument = person_of(request), actions.known(key)
    begun = queries.under_way(person, instrument)
    of = len(instrument.asked)
    if begun is None:
        return redirect("wellbeing:scale", key)
    if not 1 <= number <= of:
        raise Http404
    if not instrument.asked[number - 1].words:  # its wording was taken out meanwhile
        messages.info(request, str(rules.TAKEN_OUT.words))
        return redirect("wellbeing:scales")
    if not instrument.asks_as(begun.version):  # its words were changed meanwhile
        messages.info(request, str(rules.ASKED_ANEW.words))
        return redirect("wellbeing:scale", key)
    if number > len(instrument.items) and not queries.asks_after(instrument, begun):
        return redirect("wellbeing:question", key, len(instrument.items))
    if request.method == "POST" and "leave_out" in request.POST:  # it was never asked
        return _next(instrument, number, by=person)
    if request.method != "POST" and _is_left_out(instrument, number, by=person):
        return render(request, "wellbeing/left_out.html")
    form = QuestionForm(
        request.POST or None, instrument=instrument, item=number - 1, initial=_said(begun, number)
    )
    if form.is_valid():
        helps = actions.answer(instrument=instrument, item=number - 1, value=form.value, by=person)
        if helps:
            return redirect("wellbeing:help", key, number)
        return _next(instrument, number, by=person)
    context = {"instrument": instrument, "form": form, "number": number, "of": of}
    return render(request, "wellbeing/question.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def near(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Help, at once: lines, somebody of the team, and the way on. POST goes on; with `words`, the
    person asks to be written to."""
    person, instrument = person_of(request), actions.known(key)
    if request.method == "POST" and "words" in request.POST:
        concerns.ask_for_words(by=person)
        return redirect("wellbeing:help", key, number)
    if request.method == "POST":
        return _next(instrument, number, by=person)
    context = {"instrument": instrument, "number": number, **_help(person)}
    return render(request, "wellbeing/near.html", context)


@require_safe
def result(request: HttpRequest, key: str, answers: int) -> HttpResponse:
    """What the answers say, in a sentence, and what one could do next."""
    person, instrument = person_of(request), actions.known(key)
    found = AnswerSet.objects.filter(
        pk=answers, person=person, instrument=key, ended_at__isnull=False
    ).first()
    if found is None:
        raise Http404
    history = readings.readings_of(person, instrument)
    place = next((n for n, one in enumerate(history) if one.answers.pk == found.pk), None)
    upto = history[: place + 1] if place is not None else []
    why = score(instrument, queries.scored(instrument, found))
    asked = as_asked(found) or instrument
    context: dict[str, Any] = {
        "instrument": instrument,
        "answers": found,
        "total": readings.total_sentence(instrument, upto[-1]) if upto else "",
        "band": readings.band_sentence(upto[-1]) if upto else "",
        "change": readings.change_sentence(upto[-1]) if upto else "",
        "is_worse_twice": readings.is_worse_twice(instrument, upto),
        "after": queries.said_after(asked, found),
        "said": [] if upto else queries.said_of(asked, found),
        "no_total": why.why.value if isinstance(why, NoScore) else "",
        "charts": readings.charts_of(instrument, upto) if len(upto) > 1 else [],
        "known": companions.who_read_words(person),
        "can_ask_a_mentor": not treats_people(person),
    }
    if instrument.risks:  # a later "not at all" takes back nothing of what a reviewer was told
        helps = _help(person)
        context["helps"] = bool(risk_flags(instrument, found.answers))
        context |= helps if context["helps"] or helps["concern"] else {}
    return render(request, "wellbeing/result.html", context)


@require_POST
def delete_answers(request: HttpRequest, key: str, answers: int) -> HttpResponse:
    """Nothing of this filling is kept."""
    actions.delete_answers(answers=answers, by=person_of(request))
    messages.success(request, _("Deleted. Nothing of these answers is kept with you."))
    return redirect("wellbeing:scales")


def _may_need_a_reader(instrument: Instrument) -> bool:
    return bool(instrument.risks) or instrument.key in queries.WITHOUT.values()


def _is_left_out(instrument: Instrument, number: int, *, by: Person) -> bool:
    """Whether somebody would have to read the answer and by now nobody could."""
    is_risk = any(risk.item == number - 1 for risk in instrument.risks)
    return is_risk and read_by(by, now=timezone.now()) is None


def _said(begun: AnswerSet, number: int) -> dict[str, str]:
    values = begun.answers
    value = values[number - 1]
    is_past = any(given is not None for given in values[number:])
    if value is None:
        return {"answer": SKIP} if is_past else {}
    return {"answer": str(value)}


def _next(instrument: Instrument, number: int, *, by: Person) -> HttpResponse:
    begun = queries.under_way(by, instrument)
    asks_after = begun is not None and queries.asks_after(instrument, begun)
    if number < len(instrument.asked if asks_after else instrument.items):
        return redirect("wellbeing:question", instrument.key, number + 1)
    ended = actions.finish(instrument=instrument, by=by)
    return redirect("wellbeing:result", instrument.key, ended.pk)


def _help(person: Person) -> dict[str, Any]:
    return {
        **lines_near(person),
        **who_knows(open_concern(person), now=timezone.now()),
        "known": companions.of(person),
    }
