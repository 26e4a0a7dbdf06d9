"""The box to the team: open to whoever can sign in, suspended or not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from community.safety.actions import reporting as act
from community.safety.enums import Level
from community.safety.forms_own import BoxForm
from community.safety.promise import promise
from community.safety.subjects import HOUSE
from community.safety.views.asking import person_of
from community.safety.views.reports import is_too_fast


@require_http_methods(["GET", "POST"])
def box(request: HttpRequest) -> HttpResponse:
    """Words to the team, and by when somebody reads them."""
    person = person_of(request)
    form = BoxForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and not is_too_fast(request, person):
        made = act.write_to_team(words=form.cleaned_data["words"], by=person)
        return redirect("safety:receipt", receipt=made.receipt)
    when = promise(level=Level.TODAY, area=HOUSE, now=timezone.now())
    return render(request, "safety/box.html", {"form": form, "promise": when})
