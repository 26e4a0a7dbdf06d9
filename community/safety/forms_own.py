"""What somebody writes to the team, or keeps for a bad hour."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.safety.enums import HardTopic, Level
from community.safety.forms import Words
from community.safety.practice import ACTS


class BoxForm(forms.Form):
    """Words to the team."""

    words = Words(
        label=_("What would you like to say?"),
        help_text=_("Only the team reads this."),
        max_length=2000,
        error_messages={"required": _("Please write a sentence or two.")},
    )


class CareForm(forms.Form):
    """Topics somebody of the team would rather not be called to."""

    topics = forms.MultipleChoiceField(
        label=_("Please call others first for"),
        help_text=_("Nobody asks why. Where nobody else is there, you are still called."),
        choices=HardTopic.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class PracticeForm(forms.Form):
    """What somebody would do with a scripted case."""

    level = forms.ChoiceField(
        label=_("How soon does it need a person?"),
        choices=Level.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )
    act = forms.ChoiceField(
        label=_("What would you do first?"),
        choices=list(ACTS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )


class ExpectedForm(forms.Form):
    """How much is written here on a day."""

    messages = forms.IntegerField(
        label=_("Messages a day, in all rooms together"), min_value=1, max_value=100_000
    )


class DangerForm(forms.Form):
    """A sealed note for the team, should somebody be in danger. Empty takes it away."""

    words = Words(
        label=_("If I am in danger: who, or where"),
        help_text=_("A name and a number, or a place. In your words, as much as you like."),
        required=False,
        max_length=600,
    )


class WordsReadForm(forms.Form):
    """Who has read fixed words, and when."""

    name = forms.CharField(
        label=_("Who read them?"),
        help_text=_("Ask them first: everybody here reads name and profession beside the words."),
        max_length=80,
        error_messages={"required": _("Please write who read them.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    profession = forms.CharField(
        label=_("What are they by profession?"),
        help_text=_("Such as psychiatrist, or a nurse for mental health."),
        max_length=80,
        error_messages={"required": _("Please write their profession.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    on = forms.DateField(
        label=_("When?"),
        error_messages={
            "required": _("Please write the day."),
            "invalid": _("Please write a day such as 2026-11-03."),
        },
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    every = forms.BooleanField(label=_("They have read everything on this page"), required=False)

    def read(self) -> dict[str, Any]:
        """Who and when, as plain values."""
        return {name: self.cleaned_data[name] for name in ("name", "profession", "on")}
