""" "Take back what I wrote between … and …": the page of one act over every room and pair. It stands
among what is one's own, so it is on the roof; the act is the rooms' own."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from community.accounts.models import Person
from groups.actions.taking_back import take_back_between


def _day(label: Any) -> forms.DateField:
    box = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=box)


class SpanForm(forms.Form):
    """From the beginning of one day to the end of another, by one's own clock."""

    first = _day(gettext_lazy("From the beginning of"))
    last = _day(gettext_lazy("To the end of"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and first > last:
            self.add_error("last", _("This day is before the first one."))
        return given

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The first moment in it, and the first after it."""
        first: date = self.cleaned_data["first"]
        last: date = self.cleaned_data["last"]
        ends = datetime.combine(last + timedelta(days=1), time())
        return timezone.make_aware(datetime.combine(first, time())), timezone.make_aware(ends)


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest) -> HttpResponse:
    """Two days, then asked once, then done and said so."""
    assert isinstance(request.user, Person)  # the gate lets nobody else in
    form = SpanForm(request.POST or None)
    if "change" in request.POST or not form.is_valid():
        status = 422 if form.is_bound and "change" not in request.POST else 200
        return render(request, "take_back.html", {"form": form}, status=status)
    if "sure" not in request.POST:
        return render(request, "take_back_sure.html", {"form": form, **form.cleaned_data})
    begins, ends = form.span
    take_back_between(begins=begins, ends=ends, by=request.user)
    messages.success(
        request, _("Done. No message of yours from these days is left in any room or pair.")
    )
    return redirect("person:my_data")
