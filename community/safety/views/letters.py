"""Words from the team to a person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from community.refusal import Refused
from community.safety import queries
from community.safety.actions import letters as act
from community.safety.called import said_to
from community.safety.enums import Level
from community.safety.forms import ReplyForm
from community.safety.promise import promise
from community.safety.subjects import HOUSE
from community.safety.views.asking import person_of


@require_GET
def letters(request: HttpRequest) -> HttpResponse:
    """What the team wrote, newest first, without the words."""
    person = person_of(request)
    return render(request, "safety/letters.html", {"letters": queries.letters_to(person.pk)})


@require_GET
def called(request: HttpRequest) -> HttpResponse:
    """Who has one's heavy words, or was called to them: one sentence as it is now, or none. For the
    page that is open."""
    said = said_to(person_of(request).pk)
    return HttpResponse(said, content_type="text/plain; charset=utf-8", status=200 if said else 204)


@require_http_methods(["GET", "POST"])
def letter(request: HttpRequest, letter: int) -> HttpResponse:
    """One letter, and a box to answer. Opening it is what the desk calls read."""
    person = person_of(request)
    found = act.open_letter(letter=letter, by=person)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act.answer_letter(letter=letter, words=form.cleaned_data["words"], by=person)
        except Refused as no:
            form.add_error(None, str(no.refusal.words))
        else:
            messages.success(request, _("Your answer is with the team."))
            return redirect("safety:letter", letter=letter)
    area = found.item.area if found.item else HOUSE
    when = promise(level=Level.TODAY, area=area, now=timezone.now())
    shown = {"letter": found, "form": form, "promise": when}
    return render(request, "safety/letter.html", shown)
