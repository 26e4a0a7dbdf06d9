"""What a member opens: whom I brought, the door, and the end of it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.models import Person
from community.care import rules
from community.care.actions import door as actions
from community.care.forms.door import CalledForm
from community.care.models import Provider, Tie
from community.care.queries import back, door, handing, went
from community.care.views._who import member_of, own_tie, person_of
from community.refusal import insist


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Whom I brought, and the two ways to bring somebody."""
    person = person_of(request)
    insist(rules.may_see_own(person))
    code = door.waiting_code(person, now=timezone.now())
    today = timezone.localdate()
    context = {"ties": door.brought_by(person), "code": code, "today": today}
    return render(request, "care/mine.html", context)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Those the service has checked."""
    member_of(request)
    found = door.checked_providers(today=timezone.localdate())
    return render(request, "care/choose.html", {"providers": found})


@require_http_methods(["GET", "HEAD", "POST"])
def chosen(request: HttpRequest, provider: int) -> HttpResponse:
    """One of them: who it is, how that is known; and my yes."""
    person = member_of(request)
    found = door.checked_providers(today=timezone.localdate()).filter(pk=provider).first()
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    had = _had(person, found)
    if had is not None:
        return _had_already(request, had)
    form = CalledForm(request.POST or None)
    if form.is_valid():
        tie = actions.choose(provider=found.pk, called=form.cleaned_data["called"], by=person)
        return _brought(request, found, tie.pk)
    return _asked(request, form, found)


@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Eight letters to show, said this once; the page notices by itself when they were typed."""
    person = member_of(request)
    if request.method == "POST":
        return render(request, "care/code.html", {"code": actions.make_code(by=person)})
    return redirect("care:mine")


@require_safe
def code_typed(request: HttpRequest) -> HttpResponse:
    """204 once somebody typed my code; 404 until then."""
    waits = door.waiting_code(member_of(request), now=timezone.now())
    if waits is None or waits.typed_at is None:
        raise Http404
    return HttpResponse(status=204)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest) -> HttpResponse:
    """Who typed my code: the right one?"""
    person = member_of(request)
    waits = door.waiting_code(person, now=timezone.now())
    who = waits.typed_by if waits else None
    if who is None or rules.may_be_brought(who, today=timezone.localdate()) is not None:
        messages.info(request, _("Nobody has typed your code yet, or it is past its day."))
        return redirect("care:mine")
    if "no" in request.POST:
        actions.say_no(by=person)
        messages.success(request, _("Nothing was shared. The code is used up."))
        return redirect("care:mine")
    form = CalledForm(request.POST or None)
    if form.is_valid():
        had = _had(person, who)
        tie = actions.say_yes(called=form.cleaned_data["called"], by=person)
        if had is not None:
            return _had_already(request, had)
        return _brought(request, who, tie.pk)
    return _asked(request, form, who, by_code=True)


@require_safe
def tie(request: HttpRequest, tie: int) -> HttpResponse:
    """One whom I brought: what they can read, whether they opened it, what came back."""
    return tie_page(request, own_tie(request, tie))


def tie_page(
    request: HttpRequest, found: Tie, *, tried: dict[int, str] | None = None
) -> HttpResponse:
    """The page itself; `tried`: words of an idea that could not be taken, given back in its box."""
    now = timezone.now()
    today = timezone.localdate(now)
    screen = handing.screen(found, now=now)
    came_back = back.for_member(found, now=now)
    for idea in came_back.ideas:
        idea.suggestion.words = (tried or {}).get(idea.suggestion.pk, idea.suggestion.words)
    context = {
        "tie": found,
        "is_open": rules.may_hand_over(found, today=today) is None,
        "rows": screen.rows,
        "questions": handing.questions_of(found),
        "back": came_back,
        "went": went.went_by(found, now=now) if found.ended_at is None else [],
        "today": today,
        "now": now,
    }
    return render(request, "care/tie.html", context, status=422 if tried else 200)


@require_POST
def end(request: HttpRequest, tie: int) -> HttpResponse:
    """Ended, without a reason."""
    found = own_tie(request, tie)
    actions.end_as_member(tie=found.pk, by=person_of(request))
    words = _("Ended. %(name)s can read nothing any more.")
    messages.success(request, words % {"name": found.provider.name})
    return redirect("care:tie", found.pk)


def _asked(
    request: HttpRequest, form: CalledForm, who: Provider, *, by_code: bool = False
) -> HttpResponse:
    context = {"form": form, "provider": who, "by_code": by_code}
    status = 422 if form.is_bound else 200
    return render(request, "care/confirm.html", context, status=status)


def _had(person: Person, who: Provider) -> Tie | None:
    ties = door.brought_by(person)
    return next((tie for tie in ties if tie.provider_id == who.pk and not tie.ended_at), None)


def _had_already(request: HttpRequest, tie: Tie) -> HttpResponse:
    """What they can read stays as it is."""
    words = _("You have brought them already. Nothing has changed.")
    messages.info(request, words)
    return redirect("care:tie", tie.pk)


def _brought(request: HttpRequest, who: Provider, tie: int) -> HttpResponse:
    words = _("%(name)s is at your side here. Nothing is shared yet.")
    messages.success(request, words % {"name": who.name})
    return redirect("care:tie", tie)
