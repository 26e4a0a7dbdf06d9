"""What a desk can expect, for those who run the place and those who lead."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from community.accounts import rules as accounts
from community.accounts.roles import Act
from community.refusal import insist
from community.safety.expected import a_day
from community.safety.forms_own import ExpectedForm
from community.safety.views.asking import person_of

USUAL = 300


@require_GET
def expected(request: HttpRequest) -> HttpResponse:
    """For a number of messages a day."""
    person = person_of(request)
    if accounts.may(person, Act.SET_HOUSE) is not None:
        insist(accounts.may(person, Act.DECIDE_APPEALS))
    form = ExpectedForm(request.GET if "messages" in request.GET else None)
    messages = form.cleaned_data["messages"] if form.is_bound and form.is_valid() else USUAL
    shown = form if form.is_bound else ExpectedForm(initial={"messages": USUAL})
    return render(request, "safety/expected.html", {"form": shown, "day": a_day(messages)})
