"""What either of two people can do about their pair, and how a mentor stops being one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.accounts.models import Person
from community.refusal import insist
from mentoring import rules, wording
from mentoring.actions import ending
from mentoring.models import Mentor, Pair
from mentoring.queries.pairs import pair_of, stopped_words
from mentoring.views._doors import for_members, person_of

_PAGES = ["GET", "HEAD", "POST"]


@require_http_methods(_PAGES)
@for_members
def end(request: HttpRequest, pair: int) -> HttpResponse:
    """Stops: first what it means and what the other will read."""
    person = person_of(request)
    found = _mine(person, pair)
    insist(rules.may_end(person, found))
    other = found.other_than(person)
    if request.method == "POST":
        ending.end_pair(pair=found, by=person)
        messages.success(request, _("You have stopped. That is all right."))
        return redirect("mentoring:landing")
    context = {
        "pair": found,
        "other": other,
        "is_mentor": found.mentor.person_id == person.pk,
        "they_read": stopped_words(found, other),
    }
    return render(request, "mentoring/end.html", context)


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


def _mine(person: Person, number: int) -> Pair:
    pair = pair_of(person, number)
    insist(rules.NOT_THERE if pair is None else None)
    assert pair is not None
    return pair
