"""How appointments were for somebody, in those answers alone that they meant for this provider."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from community.care.queries import went as queries
from community.care.views._who import tie_for
from community.wellbeing.actions import looking
from community.wellbeing.forms.visits import WentForm


@require_safe
def went(request: HttpRequest, tie: int) -> HttpResponse:
    """Read while the tie stands; an open page goes blank with it, and where an answer is taken back
    or changed."""
    provider, found = tie_for(request, tie)
    told = queries.went_by(found, now=timezone.now())
    if told and provider.person is not None:
        looking.note_went_read(person=found.person_id, by=provider.person)
    rows = [
        (one.at, [(WentForm.LABELS[name], value) for name, value in one.answers]) for one in told
    ]
    version = queries.version(told)
    context = {"provider": provider, "tie": found, "rows": rows, "version": version}
    return render(request, "care/went.html", context)
