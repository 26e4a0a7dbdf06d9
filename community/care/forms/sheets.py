"""The two columns of a sheet."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.care.actions.sheets import Mine, Theirs
from community.care.forms.door import day_box
from community.care.forms.handing import words_box
from community.care.models.handing import QUESTION_LIMIT
from community.care.queries.choosing import LONGEST, end_of


def _look_on() -> forms.DateField:
    return forms.DateField(label=_("When do we look again?"), required=False, widget=day_box())


class MineForm(forms.Form):
    """The member's column, and what was decided."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    options = words_box(_("The options"), help_text=_("One a line."))
    matters = words_box(_("What matters most to me"))
    leans = words_box(_("What I lean to"))
    decided = words_box(_("What we decided"))
    look_on = _look_on()

    @property
    def said(self) -> Mine:
        """As it was written."""
        return Mine(**{name: self.cleaned_data[name] for name in Mine.__dataclass_fields__})


class NewSheetForm(MineForm):
    """A new sheet: also what it is about, and until when they can read it."""

    title = forms.CharField(
        label=_("What is there to decide?"),
        max_length=QUESTION_LIMIT,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    until = forms.DateField(label=_("Until when can they read it?"), widget=day_box())
    about = forms.IntegerField(
        widget=forms.HiddenInput, required=False, min_value=1, max_value=2**31 - 1
    )
    field_order = ("title", "options", "matters", "leans", "decided", "look_on", "until")

    def clean_until(self) -> datetime:
        """The end of that day."""
        ends = end_of(self.cleaned_data["until"])
        if not timezone.now() < ends <= timezone.now() + LONGEST:
            raise forms.ValidationError(_("Please choose a day within the next three months."))
        return ends


class TheirsForm(forms.Form):
    """The provider's column, and what was decided."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    thinks = words_box(_("What you think, and why"), rows=5)
    decided = words_box(_("What we decided"))
    look_on = _look_on()

    @property
    def said(self) -> Theirs:
        """As it was written."""
        return Theirs(**{name: self.cleaned_data[name] for name in Theirs.__dataclass_fields__})


def initial_of(version: Any, *names: str) -> dict[str, Any]:
    """What stands there, for the boxes, and which version that is."""
    return {"seen": version.number, **{name: getattr(version, name) for name in names}}
