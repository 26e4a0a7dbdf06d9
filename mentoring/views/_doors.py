"""What every page of mentoring does first and last: ask who may come in, and turn a "no" into a
sentence on the first page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from community.accounts.models import Person
from community.accounts.rules import may_enter_rooms
from community.refusal import Refused, insist

View = Callable[..., HttpResponse]


def for_members(view: View) -> View:
    """Only who may enter rooms. What was taken back or answered meanwhile is said in a sentence on
    the first page; what must not be known stays "not found"."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        insist(may_enter_rooms(person_of(request)))
        try:
            return view(request, *args, **kwargs)
        except Refused as no:
            if no.refusal.hides:
                raise
            messages.warning(request, str(no.refusal.words))
            return redirect("mentoring:landing")

    return answer


def person_of(request: HttpRequest) -> Person:
    """Whoever is signed in; the gate lets nobody else in."""
    assert isinstance(request.user, Person)
    return request.user


def status(form: BaseForm) -> int:
    """422 for a form that comes back with something to mend."""
    return 422 if form.is_bound and form.errors else 200


def number_of(request: HttpRequest, name: str) -> int:
    """The number a button was pressed for; 0 for anything else."""
    number = request.POST.get(name, "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0
