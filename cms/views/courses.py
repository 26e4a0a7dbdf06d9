"""Where somebody is in a course: theirs alone, and never on a page that is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cms import queries
from cms.actions import learning
from cms.models import CoursePage, StepDone
from community.accounts.views.who import person_of


@never_cache
@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest, page: int) -> HttpResponse:
    """The steps of a course, and which of them this person has done."""
    person = person_of(request)
    course = get_object_or_404(CoursePage.objects.live(), pk=page)
    steps = queries.steps_of(course)
    if request.method == "POST":
        step = next((s for s in steps if str(s.pk) == request.POST.get("step")), None)
        if step is not None and request.POST.get("done") == "no":
            learning.undo_step(step=step, by=person)
        elif step is not None:
            learning.do_step(step=step, by=person)
        return redirect("library:course", page)
    done = set(
        StepDone.objects.filter(person=person, step__in=steps).values_list("step_id", flat=True)
    )
    rows = [(step, step.pk in done) for step in steps]
    following = next((step for step, is_done in rows if not is_done), None)
    context = {"course": course, "rows": rows, "following": following}
    return render(request, "cms/my_course.html", context)
