"""Who reads which part of mine, until when, and when they looked; and what others share with me."""

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.models import Person
from community.accounts.rules import treats_people
from community.refusal import insist
from community.wellbeing import companions, rules_sharing
from community.wellbeing.actions import plan as plan_actions
from community.wellbeing.actions import sharing as actions
from community.wellbeing.enums import Section
from community.wellbeing.forms.plan import GoalSuggestionForm, ShareForm, SuggestionForm
from community.wellbeing.models import Share
from community.wellbeing.queries import sharing as queries
from community.wellbeing.views._who import person_of


@require_safe
def sharing(request: HttpRequest) -> HttpResponse:
    """What is shared now, who looked when, and what was shared before."""
    person = person_of(request)
    titles = queries.titles_of(person)
    shares = queries.active(person).select_related("to").prefetch_related("views")
    rows = [(share, titles.get(share.what, queries.GONE)) for share in shares]
    context = {
        "rows": rows,
        "known": companions.of(person),
        "can_ask_a_mentor": not treats_people(person),
    }
    return render(request, "wellbeing/sharing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest) -> HttpResponse:
    """Chosen first, then read as the other will read it, then shared."""
    person = person_of(request)
    known, parts = companions.of(person), queries.parts_of(person)
    form = ShareForm(request.POST or None, known=known, parts=parts)
    context = {"form": form, "known": known, "parts": parts}
    if "change" in request.POST or not form.is_valid():
        status = 422 if form.is_bound and "change" not in request.POST else 200
        return render(request, "wellbeing/share.html", context, status=status)
    given = form.cleaned_data
    if "sure" not in request.POST:
        name = next(one.name for one in known if one.person == given["to"])
        shown = queries.all_shown(person, given["parts"], today=timezone.localdate())
        preview = {**context, "shown": shown, "name": name, "until": given["until"]}
        return render(request, "wellbeing/share_sure.html", preview)
    actions.share(**given, by=person)
    messages.success(request, _("Shared. You can end it at any time, and it is gone at once."))
    return redirect("wellbeing:sharing")


@require_POST
def end_share(request: HttpRequest, share: int) -> HttpResponse:
    """From now on nobody reads it."""
    actions.end_share(share=share, by=person_of(request))
    messages.success(request, _("Ended. Nobody reads it any more."))
    return redirect("wellbeing:sharing")


@require_safe
def shared(request: HttpRequest) -> HttpResponse:
    """People who share something with me now."""
    people = queries.people_who_share(person_of(request), now=timezone.now())
    return render(request, "wellbeing/shared.html", {"people": people})


@require_safe
def shared_by(request: HttpRequest, person: int) -> HttpResponse:
    """What this person shares with me, as it is now. Looking is written down for them."""
    owner = _owner(person)
    shares = actions.look(person=owner, by=person_of(request))
    shown = queries.all_shown(owner, [s.what for s in shares], today=timezone.localdate())
    context = {
        "owner": owner,
        "shown": shown,
        "reads_a_goal": any(one.goal for one in shown),
        "until": min(share.until for share in shares),
        "version": _version(owner, shares),
        "may_suggest": True,
    }
    return render(request, "wellbeing/shared_by.html", context)


@require_safe
def still_shared(request: HttpRequest, person: int, version: str) -> HttpResponse:
    """204 while an open page may go on showing what it shows; else 404, and the page goes blank."""
    owner = _owner(person)
    shares = queries.for_me(owner, person_of(request), now=timezone.now())
    if not shares or _version(owner, shares) != version:
        raise Http404
    return HttpResponse(status=204)


@require_http_methods(["GET", "HEAD", "POST"])
def suggest_words(request: HttpRequest, person: int, section: str) -> HttpResponse:
    """Words for a section that is shared with me. It has a page of its own: the one that shows the
    plan is made anew, or blanked, while somebody writes."""
    if section not in Section.values:
        raise Http404
    by, form = person_of(request), SuggestionForm(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data["words"]
        plan_actions.suggest_words(person=person, section=Section(section), words=words, by=by)
        return _suggested(request, person)
    return _suggesting(request, person, form, section=section)


@require_http_methods(["GET", "HEAD", "POST"])
def suggest_goal(request: HttpRequest, person: int, goal: int | None = None) -> HttpResponse:
    """Other words for a goal that is shared with me, or one more goal."""
    by, form = person_of(request), GoalSuggestionForm(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data["words"]
        plan_actions.suggest_goal(person=person, goal=goal, words=words, by=by)
        return _suggested(request, person)
    return _suggesting(request, person, form, goal=goal)


def _suggested(request: HttpRequest, person: int) -> HttpResponse:
    messages.success(request, _("They can take your words, change them or leave them."))
    return redirect("wellbeing:shared-by", person)


def _suggesting(
    request: HttpRequest, person: int, form: Form, *, section: str = "", goal: int | None = None
) -> HttpResponse:
    """The form alone: nothing that is shared stands on it. 404 where one may not read it now."""
    owner = _owner(person)
    shares = queries.for_me(owner, person_of(request), now=timezone.now())
    insist(rules_sharing.may_suggest({s.what for s in shares}, section=section, goal=goal))
    context = {
        "owner": owner,
        "section": Section(section).label if section else "",
        "is_new": not section and goal is None,
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "wellbeing/suggest_part.html", context, status=status)


def _version(owner: Person, shares: list[Share]) -> str:
    return queries.version_of(owner, [share.what for share in shares])


def _owner(person: int) -> Person:
    found = Person.objects.filter(pk=person).first()
    if found is None:
        raise Http404
    return found
