"""Who must not be brought together."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.refusal import Refused, insist
from mentoring import rules
from mentoring.actions import apart as acts
from mentoring.forms_run import ApartForm
from mentoring.models import NeverTogether
from mentoring.views._doors import for_members, number_of, person_of, status


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def apart(request: HttpRequest) -> HttpResponse:
    """The list, and two more."""
    person = person_of(request)
    insist(rules.may_run(person))
    form = ApartForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _keep(request, form):
        messages.success(request, _("Kept. Matching does not bring them together."))
        return redirect("mentoring:apart")
    found = NeverTogether.objects.select_related("one", "other", "said_by").order_by("-pk")
    context = {"form": form, "apart": found}
    return render(request, "mentoring/run_apart.html", context, status=status(form))


@require_POST
@for_members
def let_meet(request: HttpRequest) -> HttpResponse:
    """They may meet after all."""
    acts.let_meet(apart=number_of(request, "apart"), by=person_of(request))
    return redirect("mentoring:apart")


@require_POST
@for_members
def know_no_more(request: HttpRequest) -> HttpResponse:
    """Somebody whom I said I know from elsewhere may be suggested to me again."""
    acts.know_no_more(apart=number_of(request, "apart"), by=person_of(request))
    messages.success(request, _("Taken back. You two may be brought together again."))
    return redirect("mentoring:landing")


def _keep(request: HttpRequest, form: ApartForm) -> bool:
    try:
        acts.keep_apart(**form.cleaned_data, by=person_of(request))
    except Refused as no:
        if no.refusal.hides:
            raise
        form.are_a_pair = no.refusal == rules.ARE_A_PAIR
        form.add_error("ends" if form.are_a_pair else "other", str(no.refusal.words))
        return False
    return True
