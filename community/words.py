"""Kinder words: anybody pastes a text and sees better words for what may hurt. Nothing is kept."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from community.help.models import Helpline, Method
from community.help.queries import emergency_number, lines_for
from community.house import queries as house
from community.language.advice import advice, is_for_a_person
from community.screening import screen
from community.screening.findings import Level

LONGEST = 10_000


class WordsForm(forms.Form):
    """One text. It comes with the request and goes with the answer."""

    text = forms.CharField(
        label=_("Your text"),
        max_length=LONGEST,
        widget=forms.Textarea,
        error_messages={"max_length": _("Please paste less at a time: a page or two.")},
        help_text=_("Leave out names. Nobody here reads it, and we do not keep it."),
    )


@login_not_required
@never_cache
@sensitive_post_parameters("text")
@sensitive_variables("text", "form", "shown")
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest) -> HttpResponse:
    """The box, and what may be better in the text that came with it."""
    form = WordsForm(request.POST or None)
    shown: dict[str, object] = {"form": form}
    if form.is_valid():
        text = form.cleaned_data["text"]
        if is_for_a_person(text) or screen(text).level is Level.CRISIS:
            shown["lines"] = _near()
            shown["person_first"] = True
        else:
            shown["advice"] = advice(text)
    return render(request, "words.html", shown, status=422 if form.errors else 200)


def _near() -> list[dict[str, str]]:
    """What to dial when a life is in danger, then the lines of this place, open ones first."""
    country = house.current().country
    now = emergency_number(country)
    first = {"name": gettext("If a life is in danger"), "number": now, "href": f"tel:{now}"}
    return [first, *(_told(near.line) for near in lines_for(country, now=timezone.now()))]


def _told(line: Helpline) -> dict[str, str]:
    """The line as the help panel shows it: what it is called, and what to press."""
    if line.method == Method.CHAT:
        return {"name": line.name, "number": gettext("Open the chat"), "href": line.url}
    scheme = "sms" if line.method == Method.TEXT else "tel"
    return {"name": line.name, "number": line.display, "href": f"{scheme}:{line.dial}"}
