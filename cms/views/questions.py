"""Asking the library, and answering."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms import rules
from cms.actions import questions, stories
from cms.enums import Barrier
from cms.forms import AnswerForm, AskForm, DraftForm
from cms.models import ArticlePage
from cms.queries import holding, home, outside, reports, review, work
from community import pace
from community.accounts import rules as accounts
from community.accounts.models import Person
from community.accounts.views.who import person_of, posted
from community.help.queries import emergency_number, lines_for
from community.house import queries as house
from community.refusal import insist
from community.safety.hearing import needs_reader
from community.safety.queries_glass import has_danger_note


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """One box. The asker sees by when, and later the answer, on a page of their own."""
    person = person_of(request)
    insist(rules.may_ask(person))
    number = request.GET.get("about", "")
    about = ArticlePage.objects.live().filter(pk=number).first() if number.isdecimal() else None
    key = request.GET.get("barrier", "")
    barrier = Barrier(key) if key in Barrier.values else None
    form = AskForm(posted(request))
    if form.is_bound and form.is_valid():
        if pace.spend(f"ask:{person.pk}", limit=5, per=86400.0):
            form.add_error("words", _("That is enough for today. Please come back tomorrow."))
        else:
            words = form.cleaned_data["words"]
            asked = questions.ask(words=words, about=about, barrier=barrier, by=person)
            return redirect("library:asked", asked.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "about": about, "barrier": barrier}
    return render(request, "cms/ask.html", context, status=status)


@never_cache
@require_safe
def asked(request: HttpRequest, number: int) -> HttpResponse:
    """One question of one's own: its state, and the answer."""
    person = person_of(request)
    mine = [one for one in work.questions_of(person) if one.pk == number]
    if not mine:
        raise Http404
    context = {"question": mine[0], "help": _help(person, mine[0].words)}
    return render(request, "cms/asked.html", context)


@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Everything one asked the library."""
    return render(
        request, "cms/my_questions.html", {"questions": work.questions_of(person_of(request))}
    )


@never_cache
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What waits for those who work on the library."""
    person = worker_of(request)
    context = {
        "waiting": review.waiting_for(person),
        "held": holding.held_back(),
        "questions": work.open_questions(),
        "due": work.due_pages(),
        "calls": work.calls_due(),
        "services": work.unverified_services(),
        "less_helpful": work.less_helpful(),
        "broken": outside.broken(),
        "broken_links": reports.broken_links(),
        "today": timezone.localdate(),
    }
    return render(request, "cms/work.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """One question, for who answers it."""
    person, found = person_of(request), work.question(number)
    insist(rules.may_answer(person, barrier=found.barrier if found else ""))
    if found is None:
        raise Http404
    form = AnswerForm(posted(request) if found.answered_at is None else None)
    if form.is_bound and form.is_valid():
        questions.answer(question=number, words=form.cleaned_data["words"], by=person)
        messages.success(request, _("Sent to the person who asked."))
        return redirect("library:answer", number)
    context = {"question": found, "form": form, "works_here": rules.works_here(person)}
    context["draft_form"] = DraftForm()
    return render(request, "cms/answer.html", context, status=422 if form.errors else 200)


@never_cache
@require_POST
def draft(request: HttpRequest, number: int) -> HttpResponse:
    """Makes a draft for everybody out of an answer, and opens it in the editor."""
    person = worker_of(request)
    found, form = work.question(number), DraftForm(request.POST)
    if found is None or found.answered_at is None:
        raise Http404
    if home() is None or not form.is_valid():
        context = {"question": found, "form": AnswerForm(), "draft_form": form, "works_here": True}
        return render(request, "cms/answer.html", context, status=422)
    page = questions.draft_page(question=number, by=person, **form.cleaned_data)
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))


@never_cache
@require_POST
def called(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody asked an author how it is."""
    stories.called(consent_id=number, by=worker_of(request))
    return redirect("library:work")


def worker_of(request: HttpRequest) -> Person:
    """Who asks, where they work on the library."""
    person = person_of(request)
    insist(None if rules.works_here(person) else accounts.NOT_YOURS)
    return person


def _help(person: Person, words: str) -> dict[str, object] | None:
    """Lines first, where the question sounds as if somebody is needed."""
    if not needs_reader(words):
        return None
    country = person.country or house.current().country
    lines = lines_for(country, now=timezone.now())
    fitting = [shown for shown in lines if shown.open is not False and not shown.line.for_young]
    return {
        "lines": fitting[:3],
        "emergency": emergency_number(country),
        "left_note": has_danger_note(person.pk),
    }
