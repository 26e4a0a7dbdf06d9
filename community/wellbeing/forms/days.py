"""A day in a few taps, a page of the journal."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.wellbeing.enums import MEASURE_WORDS, Measure
from community.wellbeing.models.days import ENTRY_LIMIT, LINE_LIMIT, oldest_day


def _date_box() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day of the last year."""

    def __init__(self, **how: Any) -> None:
        super().__init__(widget=_date_box(), **how)

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        today = timezone.localdate()
        if day is not None and day > today:
            raise forms.ValidationError(_("That day has not come yet."), code="not_yet")
        if day is not None and day < oldest_day(today):
            raise forms.ValidationError(_("That is more than a year ago."), code="long_ago")
        return day


class CheckInForm(forms.Form):
    """Four rows of five and a line. Each may stay empty; all of them together may not."""

    line = forms.CharField(
        label=_("One line, if you like"),
        required=False,
        max_length=LINE_LIMIT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    day = DayField(label=_("Which day?"))

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        rows = {measure.value: _row(measure) for measure in Measure}
        self.fields = {**rows, **self.fields}

    @property
    def rows(self) -> list[forms.BoundField]:
        """The four rows."""
        return [self[measure.value] for measure in Measure]

    @property
    def answers(self) -> dict[str, int | None]:
        """What was answered, by measure."""
        return {measure.value: self.cleaned_data[measure.value] for measure in Measure}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("line", "").strip() and not any(given.get(m.value) for m in Measure):
            raise forms.ValidationError(
                _("One answer is enough. Which one would you like to give?")
            )
        return given


def _row(measure: Measure) -> forms.TypedChoiceField:
    words = [(n, said) for n, said in enumerate(MEASURE_WORDS[measure], start=1)]
    return forms.TypedChoiceField(
        label=measure.label,
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("no answer")), *words],
        widget=forms.RadioSelect,
    )


class EntryForm(forms.Form):
    """A page of the journal."""

    words = forms.CharField(
        label=_("Your words"),
        max_length=ENTRY_LIMIT,
        widget=forms.Textarea(attrs={"rows": 10, "autocomplete": "off"}),
    )
    day = DayField(label=_("Which day is it about?"))


class BringForm(forms.Form):
    """The line somebody takes along, as they want it to be read."""

    words = forms.CharField(
        label=_("What you bring"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
    to = forms.TypedChoiceField(label=_("To whom?"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *args: Any, companions: list[tuple[int, str]], **how: Any) -> None:
        super().__init__(*args, **how)
        to = self.fields["to"]
        assert isinstance(to, forms.TypedChoiceField)
        to.choices = companions
        if len(companions) == 1:
            to.initial = companions[0][0]
