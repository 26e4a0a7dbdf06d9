"""The first page of mentoring: what is true for this person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mentoring import rules, wording
from mentoring.enums import AT_WORK, MAY_APPLY
from mentoring.queries.known import known_to
from mentoring.queries.own import own
from mentoring.views._doors import for_members, person_of


@require_safe
@for_members
def landing(request: HttpRequest) -> HttpResponse:
    """Their request, their pairs, who asks them, what they can do next."""
    person = person_of(request)
    mine = own(person)
    mentor = mine.mentor
    return render(
        request,
        "mentoring/landing.html",
        {
            "mine": mine,
            "mentor": mentor,
            "is_mentor": mentor is not None and mentor.state in AT_WORK,
            "may_apply": mentor is None or mentor.state in MAY_APPLY,
            "break_words": wording.on_break(person.handle),
            "known": known_to(person),
            "runs": rules.may_run(person) is None,
        },
    )
