"""What a provider says."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from community.care import rules
from community.care.actions.back import LONGEST_WISH, Decided
from community.care.enums import Came, DecidedBy
from community.care.forms.door import day_box
from community.care.forms.handing import words_box
from community.care.models.handing import QUESTION_LIMIT
from community.care.queries.back import Target
from community.wellbeing.instruments import Instrument


def line(label: Any, *, required: bool = False) -> forms.CharField:
    """A line of words."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=QUESTION_LIMIT,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )


class AnswerForm(forms.Form):
    """Words, or a day to talk about it, or both."""

    words = words_box(_("Your answer"), rows=5)
    talk_on = forms.DateField(
        label=_("Or: let us talk about it on"), required=False, widget=day_box()
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not (given["words"].strip() or given["talk_on"]):
            self.add_error("words", _("Please write an answer, or name a day to talk about it."))
        if (day := given.get("talk_on")) and day < timezone.localdate():
            self.add_error("talk_on", _("That day is over. Please choose today or a day to come."))
        return given


class SuggestForm(forms.Form):
    """For what, and the words."""

    target = forms.ChoiceField(label=_("For what?"), widget=forms.RadioSelect)
    words = line(_("What do you suggest?"), required=True)

    def __init__(self, *args: Any, targets: dict[str, Target], **how: Any) -> None:
        super().__init__(*args, **how)
        target = self.fields["target"]
        assert isinstance(target, forms.ChoiceField)
        target.choices = [(name, str(one.words)) for name, one in targets.items()]


class ScaleForm(forms.Form):
    """Which, why, what will happen with it, until when."""

    instrument = forms.ChoiceField(label=_("Which questions?"), widget=forms.RadioSelect)
    why = line(_("Why do you ask?"), required=True)
    then = line(_("What will you do with the answers?"), required=True)
    until = forms.DateField(label=_("Until when?"), widget=day_box())

    def __init__(self, *args: Any, scales: list[Instrument], **how: Any) -> None:
        super().__init__(*args, **how)
        which = self.fields["instrument"]
        assert isinstance(which, forms.ChoiceField)
        which.choices = [(one.key, one.full_name) for one in scales]
        self.fields["until"].initial = timezone.localdate() + timedelta(days=14)

    def clean_until(self) -> date:
        """Today or a day to come."""
        day: date = self.cleaned_data["until"]
        if not timezone.localdate() <= day <= timezone.localdate() + LONGEST_WISH:
            raise forms.ValidationError(_("Please choose a day within the next three months."))
        return day


class OutcomeForm(forms.Form):
    """What it was about, what came of it, by whom and when, and when we look again."""

    about = line(_("What was it about?"), required=True)
    came = forms.TypedChoiceField(
        label=_("What came of it?"), choices=Came.choices, coerce=Came, widget=forms.RadioSelect
    )
    decided_by = forms.TypedChoiceField(
        label=_("Who decided it?"),
        choices=[(one.value, capfirst(one.label)) for one in DecidedBy],
        coerce=DecidedBy,
        initial=DecidedBy.BOTH,
        widget=forms.RadioSelect,
    )
    who = forms.CharField(
        label=_("If it was somebody else: who?"),
        required=False,
        max_length=QUESTION_LIMIT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    decided_on = forms.DateField(label=_("On which day?"), widget=day_box())
    words = words_box(_("In a few words"))
    look_on = forms.DateField(label=_("When do we look again?"), required=False, widget=day_box())

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self.fields["decided_on"].initial = timezone.localdate()

    def clean_decided_on(self) -> date:
        """Today or a day before."""
        day: date = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(str(rules.NOT_YET.words))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("decided_by") == DecidedBy.OTHER and not given.get("who", "").strip():
            self.add_error("who", str(rules.WHO_DECIDED.words))
        return given

    @property
    def said(self) -> Decided:
        """As it was written."""
        return Decided(**self.cleaned_data)


class NoticeForm(forms.Form):
    """What was seen in a step."""

    saw = line(_("What did you see?"), required=True)
    strength = line(_("Which strength shows in it?"))
