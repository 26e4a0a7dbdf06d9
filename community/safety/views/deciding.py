"""One item: read it, take it, decide it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from community.accounts.models import Person
from community.refusal import Refused
from community.safety import history, pages, queries, rules, starters
from community.safety.actions import deciding as decide_act
from community.safety.actions import desk as act
from community.safety.actions.duty import renew_by_page
from community.safety.care import AFTER_HARD, HARD
from community.safety.choices import choices_for, is_about_distress
from community.safety.enums import ABOUT_CARE, ItemKind, ItemState
from community.safety.forms import DecideForm, NoteForm
from community.safety.models import Item
from community.safety.nearness import stands_apart
from community.safety.rules import Reach
from community.safety.views.asking import item_of
from community.templatetags.face import when


@require_GET
def item(request: HttpRequest, item: int) -> HttpResponse:
    """The item, its words covered until asked for; only a sentence where it is one's own matter."""
    person, reach, found = item_of(request, item)
    renew_by_page(person=person.pk)
    return _page(request, person, reach, found)


def _page(
    request: HttpRequest,
    person: Person,
    reach: Reach,
    found: Item,
    *,
    form: DecideForm | None = None,
    note_form: NoteForm | None = None,
) -> HttpResponse:
    now = timezone.now()
    refusal = rules.may_open(reach, found, is_apart=stands_apart(person.pk, found.pk))
    if refusal is not None:
        return render(request, "safety/item_closed.html", {"refusal": refusal}, status=403)
    is_mine = found.taken_by_id == person.pk and found.state != ItemState.CLOSED
    shows_words = _shows_words(request, person, found, is_mine=is_mine)
    sheet = pages.sheet_of(found, reach)
    shown: dict[str, Any] = {
        "item": found,
        "sheet": sheet,
        "is_mine": is_mine,
        "moderates": is_mine and not reach.everywhere,  # has a seat in the rooms of the area
        "shows_words": shows_words,
        "may_take": rules.may_take(reach, found, is_apart=False, now=now) is None and not is_mine,
        "may_take_over": pages.may_take_over(found, reach, by=person, now=now),
        "is_for_leads": reach.everywhere and rules.is_for_those_who_lead(found),
        "is_late": found.state == ItemState.OPEN and found.promised_at <= now,
        "next_item": queries.next_after(reach, found.pk, now=now),
        "note_form": note_form or NoteForm(auto_id="note_%s"),
        "now": now,
    }
    if is_mine:
        shown["is_distress"] = found.kind == ItemKind.REPORT and is_about_distress(found)
        shown["history"] = history.history_of(found, reach)
        shown["starters"] = starters.for_item(ItemKind(found.kind))
        shown["form"] = form or _decide_form(found, person, told=len(sheet.reports))
    return render(request, "safety/item.html", shown)


def _shows_words(request: HttpRequest, person: Person, found: Item, *, is_mine: bool) -> bool:
    """Opening a page changes nothing: whoever has the item reads on what they uncovered before.
    Asking for the words is sent, and so is a decision that comes back."""
    if request.method == "POST" and (is_mine or "show" in request.POST):
        act.uncover(item=found.pk, by=person)
        return True
    return is_mine and pages.is_uncovered(found)


def _decide_form(found: Item, person: Person, *, told: int, data: Any = None) -> DecideForm:
    offered = choices_for(found, may_suspend=rules.may_suspend(person) is None)
    return DecideForm(data, choices=offered, told=told, passages=_named(found))


def _named(found: Item) -> list[tuple[str, str]]:
    """The words that came up, by their number on the page and their hour, never by themselves."""
    return [
        (f"{sign.subject_kind}:{sign.subject_id}", f"{number}. {when(sign.at)}")
        for number, sign in enumerate(found.signs.all(), start=1)
    ]


@require_POST
def words(request: HttpRequest, item: int) -> HttpResponse:
    """The item with its words: from now on somebody of the team has read them."""
    person, reach, found = item_of(request, item)
    try:
        return _page(request, person, reach, found)
    except Refused as no:
        return _refused(request, item, no)


@require_POST
def take(request: HttpRequest, item: int) -> HttpResponse:
    """ "I take this"."""
    person, _reach, _found = item_of(request, item)
    return _try(request, item, lambda: act.take(item=item, by=person), then=person)


@require_POST
def take_over(request: HttpRequest, item: int) -> HttpResponse:
    """Takes what is late from somebody who is away."""
    person, _reach, _found = item_of(request, item)
    return _try(request, item, lambda: act.take_over(item=item, by=person), then=person)


@require_POST
def release(request: HttpRequest, item: int) -> HttpResponse:
    """Lets go of it."""
    person, _reach, _found = item_of(request, item)
    return _try(request, item, lambda: act.release(item=item, by=person), onward="safety:desk")


@require_POST
def decide(request: HttpRequest, item: int) -> HttpResponse:
    """Does what was chosen, or comes back with every word still there."""
    person, reach, found = item_of(request, item)
    told = found.reports.count()
    form = _decide_form(found, person, told=told, data=request.POST)
    if not form.is_valid():
        return _page(request, person, reach, found, form=form)
    try:
        done = decide_act.decide(item=item, by=person, decision=form.decision())
    except Refused as no:
        if no.refusal.hides:
            raise
        form.add_error(None, str(no.refusal.words))
        found.refresh_from_db()
        return _page(request, person, reach, found, form=form)
    if done.level in HARD and done.kind in ABOUT_CARE:
        request.session[AFTER_HARD] = pages.where(done)
    if done.state == ItemState.CLOSED:
        messages.success(request, _("Done. It is closed, and everybody concerned has an answer."))
    else:
        messages.success(request, _("Done. It waits for the person; we look again in time."))
    return redirect("safety:desk")


@require_POST
def near(request: HttpRequest, item: int) -> HttpResponse:
    """Somebody of the team is too near to this."""
    person, _reach, _found = item_of(request, item)
    act.say_too_near(item=item, by=person)
    messages.success(request, _("Thank you for saying so. Somebody else looks at it."))
    return redirect("safety:desk")


@require_POST
def second(request: HttpRequest, item: int) -> HttpResponse:
    """Asks for a second person, with words for them."""
    person, reach, found = item_of(request, item)
    form = NoteForm(request.POST, auto_id="note_%s")
    if not form.is_valid():
        return _page(request, person, reach, found, note_form=form)
    words = form.cleaned_data["words"]
    return _try(request, item, lambda: act.ask_second(item=item, by=person, words=words))


@require_POST
def note(request: HttpRequest, item: int) -> HttpResponse:
    """Leaves words for the team."""
    person, reach, found = item_of(request, item)
    form = NoteForm(request.POST, auto_id="note_%s")
    if not form.is_valid():
        return _page(request, person, reach, found, note_form=form)
    words = form.cleaned_data["words"]
    return _try(request, item, lambda: act.leave_note(item=item, by=person, words=words))


def _try(
    request: HttpRequest, item: int, run: Any, *, onward: str = "", then: Person | None = None
) -> HttpResponse:
    """Runs one act; a refusal that may be known is said on the item's page. `then`: who has taken
    it with this, and reads its words on the page that follows."""
    try:
        run()
        if then is not None:
            act.uncover(item=item, by=then)
    except Refused as no:
        return _refused(request, item, no)
    return redirect(onward) if onward else redirect("safety:item", item=item)


def _refused(request: HttpRequest, item: int, no: Refused) -> HttpResponse:
    if no.refusal.hides:
        raise no
    messages.warning(request, str(no.refusal.words))
    return redirect("safety:item", item=item)
