"""Thanks, feedback, and "You said – we did"."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.refusal import Refused, insist
from community.wellbeing import rules_sharing
from community.wellbeing.actions import saying as actions
from community.wellbeing.forms.care import FeedbackForm, RecognitionForm, ThanksForm, ThemeForm
from community.wellbeing.forms.visits import WentForm
from community.wellbeing.heard import FEEDBACK, THANKS
from community.wellbeing.models import Feedback
from community.wellbeing.queries import saying as queries
from community.wellbeing.views import heard
from community.wellbeing.views._who import person_of

SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
def thanks(request: HttpRequest) -> HttpResponse:
    """What one was thanked for, and how one would like to be."""
    person = person_of(request)
    chosen = queries.recognition_of(person)
    form = RecognitionForm(
        request.POST or None, initial={"takes": chosen.takes, "notice": chosen.notice}
    )
    if form.is_valid():
        actions.choose_recognition(**form.cleaned_data, by=person)
        messages.success(request, _("Kept."))
        return redirect("wellbeing:thanks")
    context = {"form": form, "thanks": queries.as_called_then(queries.thanks_to(person)[:SHOWN])}
    return render(request, "wellbeing/thanks.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def thank(request: HttpRequest) -> HttpResponse:
    """Thanks for one specific thing."""
    form = ThanksForm(request.POST or None)
    if form.is_valid():
        try:
            given = actions.thank(**form.cleaned_data, by=person_of(request))
        except Refused as refused:
            form.add_error(
                "name" if refused.refusal.code == "nobody" else None, str(refused.refusal.words)
            )
        else:
            messages.success(request, _("They can read it now."))
            words = f"{given.you}\n{given.helped}"
            return heard.after(words, kind=THANKS, number=given.pk, leads_on="wellbeing:thanks")
    status = 422 if form.is_bound else 200
    return render(request, "wellbeing/thank.html", {"form": form}, status=status)


@require_POST
def delete_thanks(request: HttpRequest, thanks: int) -> HttpResponse:
    """Takes it out."""
    actions.delete_thanks(thanks=thanks, by=person_of(request))
    return redirect("wellbeing:thanks")


@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest) -> HttpResponse:
    """Three taps and words; what one said before can be taken back."""
    person = person_of(request)
    about = request.GET.get("about", "")
    form = FeedbackForm(request.POST or None, initial={"about": about})
    if form.is_valid():
        given = form.cleaned_data
        said = actions.give_feedback(
            about=given["about"], taps=form.taps, words=given["words"], by=person
        )
        messages.success(request, _("Thank you. Your words are kept."))
        return heard.after(said.words, kind=FEEDBACK, number=said.pk, leads_on="wellbeing:board")
    mine = Feedback.objects.filter(person=person)[:SHOWN]
    context = {"form": form, "mine": mine}
    return render(request, "wellbeing/feedback.html", context, status=422 if form.is_bound else 200)


@require_POST
def take_back(request: HttpRequest, feedback: int) -> HttpResponse:
    """Nothing of it is kept."""
    actions.take_feedback_back(feedback=feedback, by=person_of(request))
    return redirect("wellbeing:feedback")


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """ "You said – we did"."""
    may_answer = rules_sharing.may_answer_feedback(person_of(request)) is None
    context = {"themes": queries.board(), "may_answer": may_answer}
    return render(request, "wellbeing/board.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def answering(request: HttpRequest) -> HttpResponse:
    """What people said, without names, and the answer to it."""
    person = person_of(request)
    insist(rules_sharing.may_answer_feedback(person))
    form = ThemeForm(request.POST or None)
    if form.is_valid():
        chosen = [int(n) for n in request.POST.getlist("feedback") if n.isdecimal()]
        actions.say_theme(**form.cleaned_data, feedback=chosen, by=person)
        messages.success(request, _("Kept. It is shown once five people or more spoke of it."))
        return redirect("wellbeing:answering")
    context = {
        "form": form,
        "rows": queries.unanswered()[:SHOWN],
        "figures": queries.figures(),
        "visits": _visits(),
    }
    return render(
        request, "wellbeing/answering.html", context, status=422 if form.is_bound else 200
    )


def _visits() -> list[tuple[object, float | None]]:
    """How appointments were, question by question."""
    return [(WentForm.LABELS[one.asked], one.mean) for one in queries.visit_figures()]
