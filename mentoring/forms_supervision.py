"""When supervision is."""

from datetime import time

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from mentoring.models import Supervision

_WEEKS = [(1, _("first")), (2, _("second")), (3, _("third")), (4, _("fourth"))]


class SupervisionForm(forms.Form):
    """Once a month, on the same day of the same week."""

    week = forms.TypedChoiceField(label=_("Each month, on the"), choices=_WEEKS, coerce=int)
    weekday = forms.TypedChoiceField(
        label=_("Day of the week"), choices=list(WEEKDAYS.items()), coerce=int
    )
    at = forms.TimeField(
        label=_("At"),
        initial=time(18),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    minutes = forms.IntegerField(label=_("For how many minutes"), min_value=15, max_value=240)
    place = forms.CharField(
        label=_("Where, or how to join"),
        help_text=_("Only mentors and those who run mentoring read it."),
        max_length=120,
        required=False,
    )

    @classmethod
    def of(cls, said: Supervision | None) -> "SupervisionForm":
        """The form as it is set now."""
        if said is None:
            return cls(initial={"minutes": 60})
        return cls(initial={name: getattr(said, name) for name in cls.base_fields})
