"""The team looks after itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.safety import care as mine
from community.safety.actions import care as act
from community.safety.enums import HardTopic
from community.safety.forms_own import CareForm
from community.safety.views.asking import desk_of


@require_http_methods(["GET", "POST"])
def care(request: HttpRequest) -> HttpResponse:
    """Topics, and what today was like."""
    person, _reach = desk_of(request)
    form = CareForm(request.POST or None, initial={"topics": mine.topics_of(person.pk)})
    if request.method == "POST":
        form = CareForm(request.POST)
        if form.is_valid():
            topics = [HardTopic(one) for one in form.cleaned_data["topics"]]
            act.rather_not(topics=topics, by=person)
            messages.success(request, _("Others are called first for these."))
            return redirect("safety:care")
    hard = mine.hard_today(person.pk, now=timezone.now())
    shown = {"form": form, "hard": hard, "is_a_lot": hard >= mine.A_LOT}
    return render(request, "safety/care.html", shown)


@require_POST
def not_now(request: HttpRequest) -> HttpResponse:
    """No pause now: it is offered again after as many more."""
    person, _reach = desk_of(request)
    request.session[mine.NOT_NOW] = mine.hard_today(person.pk, now=timezone.now())
    return redirect("safety:desk")


@require_POST
def talk(request: HttpRequest) -> HttpResponse:
    """Somebody would like to talk it over."""
    person, _reach = desk_of(request)
    act.ask_to_talk(by=person)
    messages.success(request, _("Those who lead know. Somebody will come to you."))
    return redirect("safety:care")
