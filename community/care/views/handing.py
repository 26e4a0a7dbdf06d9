"""Handing over: chosen, seen as the other will see it, then handed over; and taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.models import Person
from community.care import rules
from community.care.actions import handing as actions
from community.care.forms.handing import WEEKS_SHOWN, CardForm, HandOverForm
from community.care.models import Card, Tie
from community.care.queries import back, choosing
from community.care.queries.handing import left_open, paper_for, screen, screen_before
from community.care.views._help import help_near
from community.care.views._who import member_of, own_tie, person_of, tie_of
from community.refusal import Refusal, Refused
from community.safety.hearing import needs_help


@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest) -> HttpResponse:
    """What helps in talking with me."""
    person = member_of(request)
    kept = Card.objects.filter(person=person).first()
    names = ("spoken", "about", "not_about")
    before = {name: getattr(kept, name) for name in names} if kept else {}
    form = CardForm(request.POST or None, initial=before)
    if form.is_valid():
        actions.write_card(**form.cleaned_data, by=person)
        messages.success(request, _("Kept. What you handed over before stays as it was."))
        return redirect("care:mine")
    return render(request, "care/card.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, tie: int) -> HttpResponse:
    """Chosen; where an answer among it calls for it, help first; then seen as they will see it; then
    handed over."""
    found, person = tie_of(request, tie), person_of(request)
    refusal = rules.may_hand_over(found, today=timezone.localdate())
    if refusal is not None and request.method != "POST":
        messages.warning(request, str(refusal.words))
        return redirect("care:tie", found.pk)
    form = _form(request, found, person)
    if refusal is not None:
        return _not_now(request, form, found, refusal)
    if "change" in request.POST or not form.is_valid():
        status = 422 if form.is_bound and "change" not in request.POST else 200
        return render(request, "care/hand_over.html", {"form": form, "tie": found}, status=status)
    if "sure" in request.POST:
        try:
            seen = request.POST.get("seen", "")
            actions.hand_over(tie=found.pk, wanted=form.wanted, seen=seen, by=person)
        except Refused as no:
            if no.refusal != rules.CHANGED:
                return _not_now(request, form, found, no.refusal)
            messages.warning(request, str(no.refusal.words))
        else:
            words = _("Handed over. %(name)s is told that something is there to read.")
            messages.success(request, words % {"name": found.provider.name})
            return redirect("care:tie", found.pk)
    return _seen_first(request, form, found, person)


def _not_now(
    request: HttpRequest, form: HandOverForm, found: Tie, refusal: Refusal
) -> HttpResponse:
    """Refused, with all that was chosen and written still in its boxes, to keep or to copy."""
    form.add_error(None, str(refusal.words))
    return render(request, "care/hand_over.html", {"form": form, "tie": found}, status=422)


def _seen_first(
    request: HttpRequest, form: HandOverForm, found: Tie, person: Person
) -> HttpResponse:
    """As they will see it. An answer to question 9 brings help before that, and is named after."""
    wanted = form.wanted
    drafts = choosing.drafts(person, wanted)
    is_heavy = choosing.needs_help_first(drafts)
    said = [choosing.words_of(draft.kind, draft.said) for draft in drafts]
    is_heard = any(map(needs_help, (*said, *wanted.questions)))
    context: dict[str, Any] = {"form": form, "tie": found, "until": wanted.until}
    if (is_heavy or is_heard) and "safe" not in request.POST:
        context |= {"is_heavy": is_heavy, "is_heard": is_heard}
        return render(request, "care/help_first.html", {**context, **help_near(person)})
    beside = back.for_provider(found, now=timezone.now()).size
    due = choosing.due_of(person, wanted, now=timezone.now())
    context |= {
        "screen": screen_before(drafts, wanted.questions, due=due, beside=beside),
        "seen": choosing.digest(drafts),
        "is_heavy": is_heavy,
        "reader": "before",
    }
    return render(request, "care/hand_over_sure.html", context)


def _form(request: HttpRequest, tie: Tie, person: Person) -> HandOverForm:
    now = timezone.now()
    today = timezone.localdate(now)
    number = request.GET.get("again", "")
    is_number = number.isascii() and number.isdecimal() and len(number) < 19
    again = choosing.again(tie, int(number), now=now) if is_number else {}
    lines = choosing.question_lines(person)
    if request.method != "POST":
        there = choosing.waiting(tie, now=now)
        lines = [line for line in lines if line not in there]
    return HandOverForm(
        request.POST or None,
        parts=choosing.parts_of(person),
        lines=lines,
        has_days=choosing.has_days(person),
        initial={
            "until": choosing.usual_end(person, now=now),
            "due": choosing.usual_due(person, now=now),
            "days_from": today - WEEKS_SHOWN,
            "days_until": today,
            **again,
        },
    )


@require_safe
def paper(request: HttpRequest, tie: int) -> HttpResponse:
    """The page as they see it, to look at or to print and take along, with what was asked and never
    answered."""
    found, now = own_tie(request, tie), timezone.now()
    shown, never = screen(found, now=now), left_open(found, now=now)
    size = shown.size + sum(len(one.words) for one in never)
    context = {
        "tie": found,
        "screen": shown,
        "open": never,
        "paper": paper_for(size),
        "reader": "paper",
    }
    return render(request, "care/paper.html", context)


@require_POST
def take_piece_back(request: HttpRequest, piece: int) -> HttpResponse:
    """It is gone for them at once."""
    actions.take_piece_back(piece=piece, by=person_of(request))
    return _taken_back(request)


@require_POST
def take_question_back(request: HttpRequest, question: int) -> HttpResponse:
    """The same for a question."""
    actions.take_question_back(question=question, by=person_of(request))
    return _taken_back(request)


def _taken_back(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Ended. They cannot read it any more."))
    tie = request.POST.get("tie", "")
    is_number = tie.isascii() and tie.isdecimal() and len(tie) < 19
    return redirect("care:tie", int(tie)) if is_number else redirect("care:mine")
