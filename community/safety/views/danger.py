"""One's own sealed note for a bad hour."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from community.safety.actions import danger as act
from community.safety.forms_own import DangerForm
from community.safety.models import DangerNote
from community.safety.views.asking import person_of


@require_http_methods(["GET", "POST"])
def danger(request: HttpRequest) -> HttpResponse:
    """To write, change or take away."""
    person = person_of(request)
    kept = DangerNote.objects.filter(person=person).first()
    form = DangerForm(request.POST or None, initial={"words": kept.words if kept else ""})
    if request.method == "POST" and form.is_valid():
        act.keep(words=form.cleaned_data["words"], by=person)
        messages.success(request, _("It is kept as you wrote it, sealed."))
        return redirect("safety:danger")
    return render(request, "safety/danger.html", {"form": form, "kept": kept})
