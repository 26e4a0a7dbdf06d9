"""Who somebody is: asked, agreed, shown to two for a day."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from community.refusal import Refused
from community.safety import queries_glass, rules, rules_glass
from community.safety.actions import glass
from community.safety.actions.duty import renew_by_page
from community.safety.enums import ItemState
from community.safety.forms import AskWhoForm, NoteForm
from community.safety.models import Glass
from community.safety.nearness import stands_apart
from community.safety.views.asking import item_of, person_of


@require_GET
def who(request: HttpRequest, item: int) -> HttpResponse:
    """What was asked, by whom and why; and who it is, for the two who may see it now."""
    renew_by_page(person=person_of(request).pk)
    return _page(request, item)


def _page(
    request: HttpRequest, item: int, *, form: AskWhoForm | None = None, status: int = 200
) -> HttpResponse:
    person, reach, found = item_of(request, item)
    refusal = rules.may_open(reach, found, is_apart=stands_apart(person.pk, found.pk))
    if refusal is not None:
        return render(request, "safety/item_closed.html", {"refusal": refusal}, status=403)
    now = timezone.now()
    looks = list(Glass.objects.filter(item=found).select_related("asked_by", "agreed_by"))
    shown = next((one for one in looks if rules_glass.shows(person, one, now=now)), None)
    is_mine = found.taken_by_id == person.pk and found.state != ItemState.CLOSED
    waiting = next((one for one in looks if one.opened_at is None), None)
    context = {
        "item": found,
        "looks": looks,
        "known": queries_glass.known_of(shown) if shown else None,
        "form": form or AskWhoForm() if is_mine and waiting is None else None,
        "may_agree": [one for one in looks if rules_glass.may_agree(person, one) is None],
        "may_keep_quiet": [
            one for one in looks if rules_glass.may_keep_quiet(person, one) is None and one.tell_at
        ],
        "quiet_form": NoteForm(auto_id="quiet_%s"),
    }
    return render(request, "safety/who.html", context, status=status)


@require_POST
def ask(request: HttpRequest, item: int) -> HttpResponse:
    """Asks, with a reason."""
    person, _reach, _found = item_of(request, item)
    form = AskWhoForm(request.POST)
    if not form.is_valid():
        return _page(request, item, form=form, status=422)
    given = form.cleaned_data
    try:
        glass.ask_who(item=item, why=given["why"], in_progress=given["in_progress"], by=person)
    except Refused as no:
        return _refused(request, item, no)
    return redirect("safety:who", item=item)


@require_POST
def agree(request: HttpRequest, item: int, glass_number: int) -> HttpResponse:
    """The second person agrees."""
    person, _reach, _found = item_of(request, item)
    try:
        glass.agree(glass=glass_number, by=person)
    except Refused as no:
        return _refused(request, item, no)
    return redirect("safety:who", item=item)


@require_POST
def keep_quiet(request: HttpRequest, item: int, glass_number: int) -> HttpResponse:
    """Why the person is not told."""
    person, _reach, _found = item_of(request, item)
    form = NoteForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Please write down why the person is not told."))
        return redirect("safety:who", item=item)
    try:
        glass.do_not_tell(glass=glass_number, why=form.cleaned_data["words"], by=person)
    except Refused as no:
        return _refused(request, item, no)
    return redirect("safety:who", item=item)


def _refused(request: HttpRequest, item: int, no: Refused) -> HttpResponse:
    if no.refusal.hides:
        raise no
    messages.warning(request, str(no.refusal.words))
    return redirect("safety:who", item=item)
