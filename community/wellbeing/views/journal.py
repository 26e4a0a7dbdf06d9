"""The journal, and bringing a line of it to somebody at one's side."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from community.accounts.models import Person
from community.accounts.rules import treats_people
from community.wellbeing import companions
from community.wellbeing.actions import days as actions
from community.wellbeing.forms.days import BringForm, EntryForm
from community.wellbeing.models import JournalEntry
from community.wellbeing.queries.days import entry_of, journal_of
from community.wellbeing.views._who import person_of

ON_A_PAGE = 20


@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """The pages, newest first."""
    pages = Paginator(journal_of(person_of(request)), ON_A_PAGE)
    return render(
        request, "wellbeing/journal.html", {"page": pages.get_page(request.GET.get("page"))}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new page."""
    form = EntryForm(request.POST or None, initial={"day": timezone.localdate()})
    if form.is_valid():
        actions.write_entry(**form.cleaned_data, by=person_of(request))
        messages.success(request, _("Kept. Only you can read it."))
        return redirect("wellbeing:journal")
    status = 422 if form.is_bound else 200
    return render(request, "wellbeing/journal_write.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, entry: int) -> HttpResponse:
    """One page, to read and to change; `delete` takes it out."""
    person = person_of(request)
    found = _entry(person, entry)
    if request.method == "POST" and "delete" in request.POST:
        actions.delete_entry(entry=entry, by=person)
        messages.success(request, _("That page is deleted. Nothing of it is kept."))
        return redirect("wellbeing:journal")
    form = EntryForm(request.POST or None, initial={"day": found.day, "words": found.words})
    if form.is_valid():
        actions.rewrite_entry(entry=entry, **form.cleaned_data, by=person)
        messages.success(request, _("Kept. Only you can read it."))
        return redirect("wellbeing:journal")
    status = 422 if form.is_bound else 200
    shown = {"form": form, "entry": found}
    return render(request, "wellbeing/journal_write.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, entry: int) -> HttpResponse:
    """Lays a line ready where the two talk. It is sent by nobody but the person."""
    person = person_of(request)
    found = _entry(person, entry)
    known = [(one.person, one.name) for one in companions.who_read_words(person)]
    form = BringForm(request.POST or None, companions=known, initial={"words": found.first_line})
    if form.is_valid():
        to, words = form.cleaned_data["to"], form.cleaned_data["words"]
        return redirect(companions.bring(person=person, to=to, words=words))
    status = 422 if form.is_bound else 200
    shown = {
        "form": form,
        "entry": found,
        "known": known,
        "can_ask_a_mentor": not treats_people(person),
    }
    return render(request, "wellbeing/journal_bring.html", shown, status=status)


def _entry(person: Person, entry: int) -> JournalEntry:
    found = entry_of(person, entry)
    if found is None:
        raise Http404
    return found
