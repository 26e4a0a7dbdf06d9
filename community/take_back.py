""" "Take back what I wrote between … and …": one act over every room and pair, so it stands on the
roof. Words are emptied one by one by the rooms' own act, under each room's own lock; where others
answered or quoted them, they are gone there too, since every quotation reads the words as they are
now."""

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
from groups.actions import drafts, held
from groups.actions.messages import delete_message
from groups.enums import EMPTIED
from groups.models import Draft, Message


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


def take_back_between(*, begins: datetime, ends: datetime, by: Person) -> None:
    """Empties every word this person wrote in a room or a pair in this time, waiting and hidden ones
    and drafts too. Doing it again changes nothing."""
    mine = Message.objects.filter(
        author__person=by, written_at__gte=begins, written_at__lt=ends
    ).exclude(state__in=EMPTIED)
    for room, seq, cid in mine.order_by("room", "seq").values_list("room_id", "seq", "cid"):
        if seq is None:
            held.take_back(room=room, cid=cid, by=by)
        else:
            delete_message(room=room, seq=seq, by=by)
    kept = Draft.objects.filter(person=by, at__gte=begins, at__lt=ends)
    for room, cid in kept.values_list("room_id", "cid"):
        drafts.drop_draft(room=room, cid=cid, by=by)


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
        request, _("Done. Nothing that you wrote in these days is left in any room or pair.")
    )
    return redirect("person:my_data")
