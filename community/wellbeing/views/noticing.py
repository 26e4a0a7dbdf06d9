"""A step that somebody would like to be noticed, and what one at their side saw in it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.refusal import Refused, insist
from community.wellbeing import rules
from community.wellbeing.actions import looking
from community.wellbeing.actions import saying as actions
from community.wellbeing.enums import Takes
from community.wellbeing.forms.care import NoticeForm
from community.wellbeing.heard import THANKS
from community.wellbeing.queries.saying import recognition_of, to_notice
from community.wellbeing.views import heard
from community.wellbeing.views._who import person_of


@require_POST
def ask(request: HttpRequest, goal: int, step: int) -> HttpResponse:
    """Asks somebody at one's side to notice a step that is done."""
    to = request.POST.get("to", "")
    insist(None if to.isdecimal() else rules.NOT_HERE)
    actions.ask_to_notice(goal=goal, step=step, to=int(to[:18]), by=person_of(request))
    messages.success(
        request,
        _("Asked. They read this step, its goal and how you like to be noticed, and nothing else."),
    )
    return redirect("wellbeing:goal", goal)


@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest, noticing: int) -> HttpResponse:
    """The step and its goal, and room for a few words; or not now."""
    person = person_of(request)
    asked = to_notice(person, noticing)
    insist(None if asked else rules.NOT_HERE)
    assert asked is not None
    looking.note_step_read(asked=asked, by=person)
    if "away" in request.POST:
        actions.put_noticing_away(noticing=noticing, by=person)
        return redirect("wellbeing:space")
    wishes = recognition_of(asked.step.goal.person)
    form = NoticeForm(request.POST or None, takes=Takes(wishes.takes))
    if form.is_valid():
        try:
            said = actions.notice_step(noticing=noticing, **form.cleaned_data, by=person)
        except Refused as refused:
            form.add_error(None, str(refused.refusal.words))
        else:
            messages.success(request, _("They can read it now."))
            words = f"{said.you}\n{said.helped}"
            return heard.after(words, kind=THANKS, number=said.pk, leads_on="wellbeing:space")
    context = {"form": form, "asked": asked, "wishes": wishes}
    return render(request, "wellbeing/notice.html", context, status=422 if form.is_bound else 200)
