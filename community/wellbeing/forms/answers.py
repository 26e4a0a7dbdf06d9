"""One question of a scale a page; a reviewer's words, hours and decisions."""

from datetime import time
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from community.wellbeing import rules
from community.wellbeing.enums import Outcome
from community.wellbeing.instruments import Instrument
from community.wellbeing.models import Completed

SKIP = "skip"
_NUMBER = _("Number %(n)s")


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
    """From when until when a reviewer looks, day by day; an empty day is a free one, and a night
    stands with the day on which it begins."""

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
            elif start and start == end:
                self.add_error(f"until_{day}", str(rules.NO_HOURS.words))
        return given


class CompleteForm(forms.Form):
    """The words of a scale, and who allowed them. `was`: what stands there now."""

    def __init__(
        self, *args: Any, instrument: Instrument, was: Completed | None, **how: Any
    ) -> None:
        super().__init__(*args, **how)
        old = list(was.items) if was else []
        self.fields["stem"] = forms.CharField(
            label=_("What stands above all of them, if anything"),
            required=False,
            max_length=500,
            initial=was.stem if was else "",
        )
        for number, item in enumerate(instrument.items):
            label = _("Number %(n)s, counted the other way round") if item.is_reversed else _NUMBER
            self.fields[f"item_{number}"] = forms.CharField(
                label=str(label) % {"n": number + 1},
                max_length=400,
                initial=old[number] if number < len(old) else "",
            )
        self.fields["permission"] = forms.CharField(
            label=_("Who allowed you to use these words, when, and for what"),
            max_length=300,
            initial=was.permission if was else "",
        )

    @property
    def said(self) -> dict[str, Any]:
        """As the act takes it."""
        given = self.cleaned_data
        items = [words for name, words in given.items() if name.startswith("item_")]
        return {"stem": given["stem"], "items": items, "permission": given["permission"]}
