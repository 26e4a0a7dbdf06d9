"""What two people say on their way, each alone."""

import re
from collections.abc import Collection
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.models import Pulse
from mentoring.models.parting import LONGEST

_HOW = [
    (5, _("fully")),
    (4, _("mostly")),
    (3, _("half")),
    (2, _("little")),
    (1, _("not at all")),
]


def _how(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=_HOW,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what is nearest.")},
    )


class PulseForm(forms.Form):
    """Four lines about how it is between the two."""

    heard = _how(_("I feel heard"))
    understood = _how(_("I feel understood"))
    working = _how(_("We work on what matters to me"))
    pace = _how(_("The pace is right for me"))
    unsafe = forms.BooleanField(
        label=_("I do not feel safe in this"),
        help_text=_(
            "Then those who run mentoring and the team are told at once, at any hour. Whoever "
            "looks writes to you alone. Late in the evening that may be tomorrow."
        ),
        required=False,
    )

    def answers(self) -> dict[str, int]:
        """The four answers."""
        return {name: int(self.cleaned_data[name]) for name in Pulse.ASKED}


class PlanForm(forms.Form):
    """When two people mean to meet, by the clock of whoever writes it."""

    at = forms.DateTimeField(input_formats=["%Y-%m-%dT%H:%M"])


class PartingForm(forms.Form):
    """Notes for oneself, or a letter."""

    words = forms.CharField(
        max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(self, data: Any = None) -> None:
        """A line’s end counts once, as the box counted it."""
        if data is not None:
            data = {"words": data.get("words", "").replace("\r\n", "\n")}
        super().__init__(data)


class EndsOnForm(forms.Form):
    """The day two people mean to end; left empty, they do not know yet."""

    on = forms.DateField(
        label=_("The day of your last talk"),
        help_text=_("Either of you can change it. Left empty, you do not know yet."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_on(self) -> date | None:
        """A day that is ahead."""
        on: date | None = self.cleaned_data["on"]
        if on is not None and on < timezone.localdate():
            raise ValidationError(_("Please choose a day that is ahead."))
        return on


class NoteForm(forms.Form):
    """A line of a mentor's log."""

    words = forms.CharField(
        label=_("One more line"),
        help_text=_(
            "About you: what was hard, what you did, what you ask yourself. No name, and nothing that "
            "was told to you in trust. Only you read this."
        ),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, names: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = names

    def clean_words(self) -> str:
        """A name of somebody they support has no place in it."""
        words: str = self.cleaned_data["words"]
        if any(_names(name, words) for name in self.names):
            raise ValidationError(_("Somebody’s name stands here. Please leave it out."))
        return words


def _names(name: str, words: str) -> bool:
    """Whether the name stands there as a word of its own: "Al" is no part of "also"."""
    whole = rf"(?<!\w){re.escape(name)}(?!\w)"
    return re.search(whole, words, re.IGNORECASE) is not None
