"""One question of a scale a page; a reviewer's words, hours and decisions."""

from datetime import time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from community.wellbeing.enums import Outcome
from community.wellbeing.instruments import Instrument

SKIP = "skip"


class QuestionForm(forms.Form):
    """The answer to one question, or that somebody would rather not."""

    def __init__(self, *args: Any, instrument: Instrument, item: int, **how: Any) -> None:
        super().__init__(*args, **how)
        options = [(str(option.value), option.words) for option in instrument.options_of(item)]
        self.fields["answer"] = forms.ChoiceField(
            label=str(instrument.asked[item].words),
            choices=[*options, (SKIP, _("I would rather not answer this one"))],
            widget=forms.RadioSelect,
        )

    @property
    def value(self) -> int | None:
        """The raw value; None where they would rather not."""
        given = self.cleaned_data["answer"]
        return None if given == SKIP else int(given)


class WordsForm(forms.Form):
    """Words to somebody."""

    words = forms.CharField(
        label=_("Your words"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )


class CloseForm(forms.Form):
    """What became of it. Nothing is chosen beforehand."""

    outcome = forms.TypedChoiceField(
        label=_("What became of it?"),
        coerce=Outcome,
        choices=Outcome.choices,
        widget=forms.RadioSelect,
    )


class HoursForm(forms.Form):
    """From when until when a reviewer looks, day by day; an empty day is a free one."""

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        for day, name in WEEKDAYS.items():
            for part, words in (("from", _("%(day)s, from")), ("until", _("%(day)s, until"))):
                self.fields[f"{part}_{day}"] = forms.TimeField(
                    label=str(words) % {"day": name},
                    required=False,
                    widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
                )

    @property
    def hours(self) -> dict[int, tuple[time, time]]:
        """The days that are not free."""
        given = self.cleaned_data
        return {
            day: (given[f"from_{day}"], given[f"until_{day}"])
            for day in WEEKDAYS
            if given.get(f"from_{day}") and given.get(f"until_{day}")
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for day in WEEKDAYS:
            start, end = given.get(f"from_{day}"), given.get(f"until_{day}")
            if bool(start) != bool(end):
                self.add_error(f"until_{day}", _("Please say both, or neither."))
            elif start and end and start >= end:
                self.add_error(f"until_{day}", _("These hours end before they begin."))
        return given
