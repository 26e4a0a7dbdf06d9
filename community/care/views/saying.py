"""What a provider writes, with help for the words that never blocks."""

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
from community.care.forms.saying import AnswerForm
from community.care.queries.handing import question_for
from community.care.views._who import person_of, tie_for
from community.language.advice import Advice, advice, is_for_a_person
from community.refusal import insist


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, tie: int, question: int) -> HttpResponse:
    """One question: an answer, or a day to talk about it."""
    provider, found = tie_for(request, tie)
    asked = question_for(found, question, now=timezone.now())
    insist(None if asked else rules.NOT_HERE)
    assert asked is not None
    form = AnswerForm(
        request.POST or None, initial={"words": asked.answer, "talk_on": asked.talk_on}
    )
    if form.is_valid() and (better := help_with(request, form)) is None:
        given, by = form.cleaned_data, person_of(request)
        answering.answer(tie=found.pk, question=asked.pk, by=by, **given)
        messages.success(request, _("They can read it now."))
        return redirect("care:person", found.pk)
    context: dict[str, Any] = {
        "provider": provider,
        "tie": found,
        "title": _("Answer"),
        "quoted": asked.words,
        "form": form,
        "better": better if form.is_valid() else None,
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "care/say.html", context, status=status)


def help_with(request: HttpRequest, form: forms.Form) -> Advice | None:
    """What could be said more kindly or plainly, once; sent again as it is, it goes out. Nothing
    where somebody writes of wanting to die: that is no matter of words."""
    words = "\n".join(v for v in form.cleaned_data.values() if isinstance(v, str))
    if "as_it_is" in request.POST or is_for_a_person(words):
        return None
    found = advice(words)
    return found if found.suggestions or found.hard else None
