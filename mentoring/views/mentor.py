"""Becoming a mentor and being one: the four things, the preview, the break."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.accounts import own_zone
from community.accounts.actions.profile import set_time_zone
from community.accounts.models import Person
from community.accounts.views.who import posted
from community.refusal import insist
from mentoring import rules
from mentoring.actions import breaks
from mentoring.actions import mentors as acts
from mentoring.enums import Style
from mentoring.forms import ApplyForm, BringForm, LimitsForm, MoreForm, NightForm, WhenForm
from mentoring.heard import APPLICATION
from mentoring.matching.hours import in_words
from mentoring.matching.words import names, topics
from mentoring.models import Mentor
from mentoring.queries.matching import fitting, this_week
from mentoring.queries.training import learned
from mentoring.views._doors import for_members, person_of, status
from mentoring.views.help_first import help_for

_PAGES = ["GET", "HEAD", "POST"]


def _own(person: Person) -> Mentor:
    mentor = Mentor.objects.select_related("person").filter(person=person).first()
    insist(rules.may_describe(mentor))
    assert mentor is not None
    return mentor


@require_http_methods(_PAGES)
@for_members
def apply(request: HttpRequest) -> HttpResponse:
    """Offers to be a mentor."""
    person = person_of(request)
    insist(rules.may_apply(person, Mentor.objects.filter(person=person).first()))
    form = ApplyForm(posted(request))
    if form.is_valid():
        why = form.cleaned_data["why"]
        mentor = acts.apply_as_mentor(
            by=person, why=why, references=form.cleaned_data["references"]
        )
        if (help := help_for(person, why, kind=APPLICATION, id=mentor.pk)) is not None:
            return render(request, "mentoring/applied.html", {"help": help})
        messages.success(request, _("Thank you. Your words are with the team."))
        return redirect("mentoring:landing")
    return render(request, "mentoring/apply.html", {"form": form}, status=status(form))


@require_POST
@for_members
def take_application_back(request: HttpRequest) -> HttpResponse:
    """Does not offer it any more."""
    acts.take_application_back(by=person_of(request))
    messages.success(request, _("That is taken back. You can offer again at any time."))
    return redirect("mentoring:landing")


@require_safe
@for_members
def mine(request: HttpRequest) -> HttpResponse:
    """Four things to say, none over five minutes."""
    mentor = _own(person_of(request))
    known = [one for one in learned(mentor, today=timezone.localdate()) if one.training]
    context = {
        "mentor": mentor,
        "learned": known,
        "has_lapsed": any(one.is_due for one in known),
    }
    return render(request, "mentoring/mine.html", context)


@require_http_methods(_PAGES)
@for_members
def bring(request: HttpRequest) -> HttpResponse:
    """What I bring."""
    mentor = _own(person_of(request))
    form = BringForm(request.POST) if request.method == "POST" else BringForm.of(mentor)
    if form.is_valid():
        acts.say_what_i_bring(by=mentor.person, **form.cleaned_data)
        return _saved(request)
    context = {"form": form, "title": _("What I bring")}
    return render(request, "mentoring/mine_form.html", context, status=status(form))


@require_http_methods(_PAGES)
@for_members
def when(request: HttpRequest) -> HttpResponse:
    """Times and limit."""
    mentor, most = _own(person_of(request)), fitting().most_pairs
    if request.method == "POST":
        form = WhenForm(request.POST, person=mentor.person, most=most)
    else:
        form = WhenForm.of(mentor, most=most)
    if form.is_valid():
        set_time_zone(time_zone=form.cleaned_data["time_zone"], by=mentor.person)
        acts.say_when(by=mentor.person, **form.said())
        return _saved(request)
    context = {"form": form, "title": _("Times and limit")}
    return render(request, "mentoring/mine_form.html", context, status=status(form))


@require_http_methods(_PAGES)
@for_members
def more(request: HttpRequest) -> HttpResponse:
    """What else they bring; all of it may be left out."""
    mentor = _own(person_of(request))
    if "not_now" in request.POST:
        acts.rather_not_now(by=mentor.person)
        messages.success(request, _("That is all right. You find it under what you bring."))
        return redirect("mentoring:landing")
    form = MoreForm(request.POST) if request.method == "POST" else MoreForm.of(mentor)
    if form.is_valid():
        acts.say_more_about_me(by=mentor.person, **form.cleaned_data)
        return _saved(request)
    context = {"form": form, "title": _("More about me")}
    return render(request, "mentoring/mine_form.html", context, status=status(form))


@require_http_methods(_PAGES)
@for_members
def limits(request: HttpRequest) -> HttpResponse:
    """Not for me."""
    mentor = _own(person_of(request))
    form = LimitsForm(posted(request), initial={"limits": mentor.limits})
    if form.is_valid():
        acts.say_what_is_not_for_me(by=mentor.person, limits=form.cleaned_data["limits"])
        return _saved(request)
    context = {"form": form, "title": _("Not for me")}
    return render(request, "mentoring/mine_form.html", context, status=status(form))


@require_http_methods(_PAGES)
@for_members
def boundaries(request: HttpRequest) -> HttpResponse:
    """What a mentor is not: five lines and one made-up message, without a mark."""
    mentor = _own(person_of(request))
    form = NightForm(posted(request))
    answered = form.is_valid()
    if answered:
        acts.note_boundaries_read(by=mentor.person)
    context = {
        "form": form,
        "answered": answered,
        "own_words": form.cleaned_data["words"] if answered else "",
    }
    return render(request, "mentoring/boundaries.html", context, status=status(form))


@require_safe
@for_members
def preview(request: HttpRequest) -> HttpResponse:
    """My lines as a stranger reads them."""
    mentor = _own(person_of(request))
    context = {
        "mentor": mentor,
        "topics": topics(mentor.topics, mentor.lived) if mentor.topics_seen == "everyone" else "",
        "times": in_words(
            mentor.times, own_zone.zone_of(mentor.person).key, this_week(timezone.now())
        ),
        "styles": names(Style, mentor.styles),
    }
    return render(request, "mentoring/preview.html", context)


@require_POST
@for_members
def take_a_break(request: HttpRequest) -> HttpResponse:
    """One tap; the sentence beside the button is what others read."""
    breaks.take_a_break(by=person_of(request))
    messages.success(request, _("You are on a break. Nobody new can ask you."))
    return redirect("mentoring:landing")


@require_POST
@for_members
def come_back(request: HttpRequest) -> HttpResponse:
    """The break is over."""
    breaks.come_back(by=person_of(request))
    messages.success(request, _("Welcome back. You can be asked again."))
    return redirect("mentoring:landing")


def _saved(request: HttpRequest) -> HttpResponse:
    messages.success(request, _("Kept."))
    return redirect("mentoring:mine")
