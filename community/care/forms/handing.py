"""What helps in talking with me, and what I hand over until when."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.care import rules
from community.care.actions.handing import MOST_QUESTIONS
from community.care.forms.door import day_box
from community.care.models.handing import QUESTION_LIMIT, WORDS_LIMIT
from community.care.queries.choosing import LONGEST, Wanted, end_of
from community.care.shown import CARD_LABELS
from community.wellbeing.queries.sharing import Part

WEEKS_SHOWN = timedelta(weeks=4)


def words_box(label: Any, *, rows: int = 3, help_text: Any = "", required: bool = False) -> Any:
    """A box for some words."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=WORDS_LIMIT,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}),
    )


class UntilForm(forms.Form):
    """Until when something can be read."""

    until = forms.DateField(
        label=_("Until when can they read it?"),
        help_text=_("After this day it is gone for them. You can end it before."),
        widget=day_box(),
    )

    def clean_until(self) -> datetime:
        """The end of that day."""
        ends = end_of(self.cleaned_data["until"])
        if not timezone.now() < ends <= timezone.now() + LONGEST:
            raise forms.ValidationError(_("Please choose a day within the next three months."))
        return ends


class CardForm(forms.Form):
    """Three lines, each optional."""

    spoken = words_box(
        CARD_LABELS["spoken"], help_text=_("For example: slowly, and please ask before you advise.")
    )
    about = words_box(CARD_LABELS["about"])
    not_about = words_box(CARD_LABELS["not_about"])


class HandOverForm(UntilForm):
    """Nothing is chosen beforehand but the end."""

    parts = forms.MultipleChoiceField(
        label=_("From what I keep here"), required=False, widget=forms.CheckboxSelectMultiple
    )
    days = forms.BooleanField(label=_("How my days were, as graphs"), required=False)
    days_from = forms.DateField(label=_("From"), required=False, widget=day_box())
    days_until = forms.DateField(label=_("To"), required=False, widget=day_box())
    since = words_box(_("Since we last met, in my words"))
    asked = forms.MultipleChoiceField(
        label=_("Questions from my plan"), required=False, widget=forms.CheckboxSelectMultiple
    )
    more = words_box(_("Other questions"), help_text=_("One a line."))
    due = forms.DateField(label=_("I hope for an answer by"), required=False, widget=day_box())
    field_order = ("parts", "days", "days_from", "days_until", "since", "asked", "more", "due")

    def __init__(
        self, *args: Any, parts: list[Part], lines: list[str], has_days: bool, **how: Any
    ) -> None:
        super().__init__(*args, **how)
        self._choose("parts", [(part.key, str(part.title)) for part in parts])
        self._choose("asked", [(line, line) for line in lines])
        if not has_days:
            for name in ("days", "days_from", "days_until"):
                del self.fields[name]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        if not choices:
            del self.fields[name]
            return
        chosen = self.fields[name]
        assert isinstance(chosen, forms.MultipleChoiceField)
        chosen.choices = choices

    def clean_due(self) -> date | None:
        """Today or a day to come."""
        day: date | None = self.cleaned_data["due"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError(str(rules.DAY_IS_OVER.words))
        return day

    def clean_more(self) -> tuple[str, ...]:
        """One question a line."""
        lines = tuple(filter(None, map(str.strip, self.cleaned_data["more"].splitlines())))
        if any(len(line) > QUESTION_LIMIT for line in lines):
            raise forms.ValidationError(_("One of the questions is too long for a line."))
        return lines

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        names = ("parts", "days", "since", "asked", "more")
        if not self.errors and not any(given.get(name) for name in names):
            self.add_error(None, _("Please choose what you would like to hand over."))
        if len((*given.get("asked", ()), *given.get("more", ()))) > MOST_QUESTIONS:
            self.add_error("more", _("Twelve questions fit. Please leave some for another time."))
        until, due = given.get("until"), given.get("due")
        if until and due and due > timezone.localtime(until).date():
            self.add_error("due", _("They cannot read it any more by then."))
        if given.get("days") and self._span(given) is None:
            self.add_error("days_from", _("Please choose two days in their order."))
        return given

    def _span(self, given: dict[str, Any]) -> tuple[date, date] | None:
        today = timezone.localdate()
        last: date = min(given.get("days_until") or today, today)
        first: date = given.get("days_from") or last - WEEKS_SHOWN
        return (first, last) if first < last and last - first < timedelta(days=366) else None

    @property
    def wanted(self) -> Wanted:
        """What was chosen."""
        given = self.cleaned_data
        return Wanted(
            until=given["until"],
            parts=tuple(given.get("parts", ())),
            days=self._span(given) if given.get("days") else None,
            since=given["since"].strip(),
            questions=tuple(dict.fromkeys((*given.get("asked", ()), *given["more"]))),
            due=given["due"],
        )
