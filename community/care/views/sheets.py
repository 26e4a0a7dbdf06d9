"""Deciding together, on the member's side. The provider's is in `saying`, with help for words."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts.models import Person
from community.care import choices, rules
from community.care.actions import sheets as actions
from community.care.forms.sheets import MineForm, NewSheetForm, initial_of
from community.care.models import Sheet, Tie
from community.care.queries import sheets as queries
from community.care.queries.choosing import usual_end
from community.care.queries.door import brought_by
from community.care.views._help import help_near
from community.care.views._who import own_tie, person_of, tie_of
from community.refusal import Refused, insist
from community.safety.hearing import needs_help

BOXES = ("options", "matters", "leans", "decided", "look_on")


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, tie: int) -> HttpResponse:
    """A new sheet."""
    found, person = tie_of(request, tie), person_of(request)
    refusal = rules.may_hand_over(found, today=timezone.localdate())
    if refusal is not None and request.method != "POST":
        messages.warning(request, str(refusal.words))
        return redirect("care:tie", found.pk)
    until = usual_end(person, now=timezone.now())
    about = request.POST.get("about") or request.GET.get("about") or ""
    choice = choices.find(int(about)) if about.isdecimal() and len(about) < 10 else None
    form = NewSheetForm(request.POST or None, initial={"until": until, **_begun(choice)})
    if refusal is not None:
        form.add_error(None, str(refusal.words))
    if form.is_valid() and _needs_help(request, form.cleaned_data["title"], *form.said.words):
        return _help_first(request, form, found)
    if form.is_valid() and "change" not in request.POST:
        try:
            sheet = _begin(form, found, by=person)
        except Refused as no:
            if no.refusal.hides:
                raise
            form.add_error(None, str(no.refusal.words))
        else:
            messages.success(request, _("Begun. They can read it and write beside it."))
            return redirect("care:sheet", found.pk, sheet.pk)
    context = {"tie": found, "form": form, "choice": choice}
    return render(request, "care/new_sheet.html", context, status=_status(form))


def _needs_help(request: HttpRequest, *words: str) -> bool:
    """Whether help stands before this goes on: said once, the member decides."""
    return not {"safe", "change"} & set(request.POST) and any(map(needs_help, words))


def _help_first(request: HttpRequest, form: MineForm, tie: Tie) -> HttpResponse:
    context = {"form": form, "tie": tie, "is_heard": True, "is_sheet": True}
    return render(request, "care/help_first.html", {**context, **help_near(tie.person)})


def _status(form: MineForm) -> int:
    return 422 if form.is_bound and not form.is_valid() else 200


def _begin(form: NewSheetForm, tie: Tie, *, by: Person) -> Sheet:
    given = form.cleaned_data
    return actions.begin(
        tie=tie.pk,
        title=given["title"],
        said=form.said,
        until=given["until"],
        by=by,
        page=given["about"],
    )


def _begun(choice: choices.Choice | None) -> dict[str, object]:
    """What stands in the boxes where it begins from the library; all of it can be changed."""
    if choice is None:
        return {}
    options = "\n".join([choice.title, _("Not now")])
    return {"title": choice.title, "options": options, "about": choice.page}


@require_safe
def decide(request: HttpRequest) -> HttpResponse:
    """From an options sheet of the library to a sheet with somebody who treats one."""
    person = person_of(request)
    insist(rules.may_bring(person))
    today = timezone.localdate()
    ties = [tie for tie in brought_by(person) if rules.may_hand_over(tie, today=today) is None]
    about = request.GET.get("about", "")
    about = about if about.isdecimal() and len(about) < 10 else ""
    if len(ties) == 1:
        return redirect(f"{reverse('care:new-sheet', args=[ties[0].pk])}?about={about}")
    return render(request, "care/decide.html", {"ties": ties, "about": about})


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, tie: int, sheet: int) -> HttpResponse:
    """The sheet as it stands, and the member's boxes."""
    found = own_tie(request, tie)
    if request.method == "POST":
        insist(rules.may_bring(person_of(request)))
    opened = queries.opened(_sheet(request, tie, sheet))
    form = MineForm(request.POST or None, initial=initial_of(opened.now, *BOXES))
    if form.is_valid() and _needs_help(request, *actions.new_words(form.said, opened.now)):
        return _help_first(request, form, found)
    if form.is_valid() and "change" not in request.POST:
        seen = form.cleaned_data["seen"] or 0
        try:
            actions.write_as_member(sheet=sheet, said=form.said, seen=seen, by=person_of(request))
        except Refused as no:
            if no.refusal.hides:
                raise
            form = MineForm({**request.POST.dict(), "seen": opened.now.number})
            form.add_error(None, str(no.refusal.words))
        else:
            messages.success(request, _("Kept. What stood there before is kept as well."))
            return redirect("care:sheet", found.pk, sheet)
    context = {"tie": found, "provider": found.provider, "open": opened, "form": form}
    return render(request, "care/sheet.html", context, status=_status(form))


@require_POST
def close(request: HttpRequest, tie: int, sheet: int) -> HttpResponse:
    """Nobody writes any more."""
    actions.close(sheet=_sheet(request, tie, sheet).pk, by=person_of(request))
    messages.success(request, _("Closed. Both of you can read it as it is."))
    return redirect("care:sheet", tie, sheet)


@require_POST
def take_back(request: HttpRequest, tie: int, sheet: int) -> HttpResponse:
    """They read it no more."""
    actions.take_back(sheet=_sheet(request, tie, sheet).pk, by=person_of(request))
    messages.success(request, _("Ended. They cannot read it any more."))
    return redirect("care:sheet", tie, sheet)


def _sheet(request: HttpRequest, tie: int, sheet: int) -> Sheet:
    found = queries.sheet_of(own_tie(request, tie), sheet)
    insist(None if found else rules.NOT_HERE)
    assert found is not None
    return found
