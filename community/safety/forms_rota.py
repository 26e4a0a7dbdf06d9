"""Forms of the rota."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person

_CLOCK = {
    "required": _("Please write a time such as 08:00."),
    "invalid": _("Please write a time such as 08:00."),
}


class RotaForm(forms.Form):
    """Who is down for which place, on which days, from when until when. `people`: whom those who
    lead may put down; everybody else puts down themself."""

    place = forms.ChoiceField(label=_("Where"))
    person = forms.ChoiceField(label=_("Who"))
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Every"),
        coerce=int,
        choices=list(WEEKDAYS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose at least one day.")},
    )
    begins = forms.TimeField(
        label=_("From"),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=_CLOCK,
    )
    ends = forms.TimeField(
        label=_("Until"),
        help_text=_("An earlier time than the first one is on the next morning."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages=_CLOCK,
    )

    def __init__(
        self,
        *args: Any,
        places: Iterable[tuple[str, str]],
        people: Sequence[Person] | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        where, who = self.fields["place"], self.fields["person"]
        assert isinstance(where, forms.ChoiceField)
        assert isinstance(who, forms.ChoiceField)
        where.choices = list(places)
        if people is None:
            del self.fields["person"]
            return
        who.choices = [(str(person.pk), person.handle) for person in people]


class OffForm(forms.Form):
    """One day on which somebody cannot come."""

    day = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
