"""When supervision is: set by a coordinator, taken along by a mentor."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from community.accounts import own_zone
from community.refusal import insist
from mentoring import rules
from mentoring.actions.supervising import set_supervision
from mentoring.calendar import file_of, named
from mentoring.forms_supervision import SupervisionForm
from mentoring.models import Mentor, Supervision
from mentoring.queries.supervision import MONTHS, slots
from mentoring.views._doors import for_members, person_of, status


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def set_when(request: HttpRequest) -> HttpResponse:
    """Once a month, for every mentor."""
    person = person_of(request)
    insist(rules.may_run(person))
    said = Supervision.objects.first()
    form = SupervisionForm(request.POST) if request.method == "POST" else SupervisionForm.of(said)
    if form.is_valid():
        set_supervision(by=person, **form.cleaned_data)
        messages.success(request, _("Kept. Mentors see it on their page for supervision."))
        return redirect("mentoring:run")
    context = {"form": form, "city": own_zone.city_of(own_zone.zone_of(None))}
    return render(request, "mentoring/run_supervision.html", context, status=status(form))


@require_safe
@for_members
def calendar(request: HttpRequest) -> HttpResponse:
    """The next twelve, for one's own calendar."""
    person = person_of(request)
    insist(rules.may_describe(Mentor.objects.filter(person=person).first()))
    ahead = slots(now=timezone.now(), count=MONTHS)
    insist(rules.NOT_THERE if not ahead else None)
    return file_of(
        (named(f"supervision:{one.begins:%Y%m}:{person.pk}"), one.begins, one.ends) for one in ahead
    )
