"""What a provider writes, with help for the words that never blocks."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.care import rules
from community.care.actions import answering
from community.care.actions import back as actions
from community.care.actions.handing import look_at
from community.care.actions.sheets import write_as_provider
from community.care.forms.saying import (
    AnswerForm,
    NoticeForm,
    OutcomeForm,
    ScaleForm,
    SuggestForm,
)
from community.care.forms.sheets import TheirsForm, initial_of
from community.care.models import Tie
from community.care.models.handing import Handed
from community.care.queries import back, sheets
from community.care.queries.handing import question_for
from community.care.queries.sheets import sheet_for
from community.care.views._who import person_of, tie_for
from community.language.advice import Advice, advice, is_for_a_person
from community.refusal import Refused, insist

reads_and_sends = require_http_methods(["GET", "HEAD", "POST"])


@reads_and_sends
def answer(request: HttpRequest, tie: int, question: int) -> HttpResponse:
    """One question: an answer, or a day to talk about it."""
    _provider, found = tie_for(request, tie)
    asked = question_for(found, question, now=timezone.now())
    insist(None if asked else rules.NOT_HERE)
    assert asked is not None
    _is_read(request, asked)
    before = {"words": asked.answer, "talk_on": asked.talk_on}
    form = AnswerForm(request.POST or None, initial=before)

    def send(**given: Any) -> None:
        answering.answer(tie=found.pk, question=asked.pk, by=person_of(request), **given)

    return _say(
        request, found, form, title=_("Answer"), quoted=asked.words, send=send, mark=f"q{asked.pk}"
    )


@reads_and_sends
def suggest(request: HttpRequest, tie: int) -> HttpResponse:
    """An idea for something that was handed over, or a small act."""
    _provider, found = tie_for(request, tie)
    targets = back.targets(found, now=timezone.now())
    _is_read(request, *(one.handed for one in targets.values() if one.handed))
    form = SuggestForm(request.POST or None, targets=targets)

    def send(**given: Any) -> None:
        actions.suggest(tie=found.pk, by=person_of(request), **given)

    about = _("They take it, change it or leave it, and need not say why.")
    return _say(
        request,
        found,
        form,
        title=_("Suggest something"),
        about=about,
        send=send,
        mark=back.mark_of(targets),
        quoting=("target",),
    )


@reads_and_sends
def ask_for_scale(request: HttpRequest, tie: int) -> HttpResponse:
    """A wish for a scale."""
    _provider, found = tie_for(request, tie)
    form = ScaleForm(request.POST or None, scales=back.scales())

    def send(**given: Any) -> None:
        actions.ask_for_scale(tie=found.pk, wish=actions.Wish(**given), by=person_of(request))

    about = _(
        "They read all of this. “Not this time” needs no reason. Nobody is asked more often than "
        "makes sense for the questions: a wish can wait for its turn."
    )
    return _say(request, found, form, title=_("Ask for a scale"), about=about, send=send)


@reads_and_sends
def outcome(request: HttpRequest, tie: int) -> HttpResponse:
    """What came of talking."""
    _provider, found = tie_for(request, tie)
    form = OutcomeForm(request.POST or None)

    def send(**_given: Any) -> None:
        actions.write_outcome(tie=found.pk, said=form.said, by=person_of(request))

    about = _("It stands under your name. They say whether it is so.")
    return _say(request, found, form, title=_("What came of it"), about=about, send=send)


@reads_and_sends
def notice(request: HttpRequest, tie: int, step: int) -> HttpResponse:
    """What was seen in a step."""
    _provider, found = tie_for(request, tie)
    shown = back.step_to_notice(found, step, now=timezone.now())
    insist(None if shown else rules.NOT_HERE)
    assert shown is not None
    _is_read(request, shown)
    form = NoticeForm(request.POST or None)

    def send(**given: Any) -> None:
        actions.notice(tie=found.pk, step=shown.pk, by=person_of(request), **given)

    quoted = f"{shown.goal}\n{shown.words}"
    return _say(
        request,
        found,
        form,
        title=_("What did you notice?"),
        quoted=quoted,
        send=send,
        mark=f"s{shown.pk}",
    )


@reads_and_sends
def sheet(request: HttpRequest, tie: int, sheet: int) -> HttpResponse:
    """A sheet as it stands, and the provider's boxes while it is open."""
    _provider, found = tie_for(request, tie)
    kept = sheet_for(found, sheet, now=timezone.now())
    insist(None if kept else rules.NOT_HERE)
    assert kept is not None
    _is_read(request, kept)
    opened = sheets.opened(kept)
    form = TheirsForm(
        request.POST or None, initial=initial_of(opened.now, "thinks", "decided", "look_on")
    )

    def send(*, seen: int, **_given: Any) -> None:
        said, by = form.said, person_of(request)
        write_as_provider(tie=found.pk, sheet=kept.pk, said=said, seen=seen, by=by)

    return _say(
        request,
        found,
        form,
        title=kept.title,
        send=send,
        mark=f"d{kept.pk}",
        quoting=("decided",),
        opened=opened,
    )


def _is_read(request: HttpRequest, *handed: Handed) -> None:
    """A page that quotes what was handed over opens it, and both read when that was."""
    if request.method == "GET":
        look_at(*handed, now=timezone.now())


def _say(
    request: HttpRequest,
    tie: Tie,
    form: forms.Form,
    *,
    title: str,
    send: Callable[..., None],
    quoted: str = "",
    about: str = "",
    mark: str = "0",
    quoting: tuple[str, ...] = (),
    opened: sheets.Open | None = None,
) -> HttpResponse:
    """The page of a box: what it is for, help for the words once, then sent. `mark` names what it
    shows of the member's, `quoting` the boxes that show it too: they go blank with it."""
    better = _help_with(request, form) if form.is_valid() else None
    if form.is_valid() and better is None:
        try:
            send(**form.cleaned_data)
        except Refused as no:
            if no.refusal.hides:
                raise
            if opened is not None:
                # What was written meanwhile stands above it now; sent once more, it goes out.
                form = type(form)({**request.POST.dict(), "seen": opened.now.number})
            form.add_error(None, str(no.refusal.words))
        else:
            messages.success(request, _("They can read it now."))
            return redirect("care:person", tie.pk)
    context = {
        "provider": tie.provider,
        "tie": tie,
        "title": title,
        "about": about,
        "quoted": quoted,
        "form": form,
        "better": better,
        "mark": mark,
        "quoting": quoting,
        "open": opened,
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "care/say.html", context, status=status)


def _help_with(request: HttpRequest, form: forms.Form) -> Advice | None:
    """What could be said more kindly or plainly, once; sent again as it is, it goes out. Nothing
    where somebody writes of wanting to die: that is no matter of words."""
    written = (
        value
        for name, value in form.cleaned_data.items()
        if isinstance(value, str) and not isinstance(form.fields[name], forms.ChoiceField)
    )
    words = "\n".join(written)
    if "as_it_is" in request.POST or is_for_a_person(words):
        return None
    found = advice(words)
    return found if found.suggestions or found.hard else None
