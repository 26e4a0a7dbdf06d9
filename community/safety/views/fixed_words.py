"""Fixed words, whose word stands behind them, and writing down that somebody has read them."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from community.accounts import rules as accounts
from community.accounts.models import Person
from community.accounts.roles import Act
from community.refusal import Refused, insist
from community.safety import fixed_words
from community.safety.actions import fixed_words as act
from community.safety.forms_own import WordsReadForm
from community.safety.views.asking import person_of


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """Every set, its sentences, and who read them."""
    _operator(request)
    return _page(request)


def say_read(request: HttpRequest, key: str) -> HttpResponse:
    """Who may not is told so before being asked for a password."""
    _operator(request)
    return _say_read(request, key)


@require_POST
@reauthentication_required
def _say_read(request: HttpRequest, key: str) -> HttpResponse:
    form = WordsReadForm(request.POST, prefix=key)
    if not form.is_valid():
        return _page(request, **{key: form})
    try:
        for one in _keys(key, is_every=form.cleaned_data["every"]):
            act.say_read(key=one, by=person_of(request), **form.read())
    except Refused as no:
        if no.refusal.hides:
            raise
        form.add_error(None, str(no.refusal.words))
        return _page(request, **{key: form})
    messages.success(request, _("Thank you. Their name stands beside these words now."))
    return redirect("safety:fixed-words")


def _keys(key: str, *, is_every: bool) -> list[str]:
    others = [one.key for one in fixed_words.every() if one.key != key]
    return [key, *(others if is_every else [])]


def take_back(request: HttpRequest, read: int) -> HttpResponse:
    """Takes a name away. Who may not is told so before being asked for a password."""
    _operator(request)
    return _take_back(request, read)


@require_POST
@reauthentication_required
def _take_back(request: HttpRequest, read: int) -> HttpResponse:
    act.take_back(read=read, by=person_of(request))
    messages.success(request, _("Their name does not stand there any more."))
    return redirect("safety:fixed-words")


def _page(request: HttpRequest, **forms: WordsReadForm) -> HttpResponse:
    today = timezone.localdate()
    rows = [
        (
            one,
            forms.get(one.words.key) or WordsReadForm(prefix=one.words.key, initial={"on": today}),
        )
        for one in fixed_words.standing(today=today)
    ]
    asked = next(iter(forms.values()), None)
    status = 422 if asked else 200
    return render(request, "safety/fixed_words.html", {"rows": rows, "asked": asked}, status=status)


def _operator(request: HttpRequest) -> Person:
    person = person_of(request)
    insist(accounts.may(person, Act.SET_HOUSE))
    return person
