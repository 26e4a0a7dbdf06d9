"""Who somebody is, the letters of a code, and how a provider knows a member."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from community.care.actions.checking import Found
from community.care.actions.door import CALLED_LIMIT
from community.care.enums import How
from community.care.models.door import CODE_LENGTH


def day_box() -> forms.DateInput:
    """The browser's own calendar."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CheckForm(forms.Form):
    """What a coordinator found out, how, and until when it holds."""

    name = forms.CharField(label=_("Real name"), max_length=80)
    profession = forms.CharField(label=_("Profession"), max_length=80)
    organisation = forms.CharField(label=_("Where they work"), max_length=120)
    how = forms.TypedChoiceField(
        label=_("How did you make sure?"),
        choices=[(how.value, capfirst(how.label)) for how in How],
        coerce=How,
        widget=forms.RadioSelect,
    )
    until = forms.DateField(
        label=_("Until when does it hold?"),
        help_text=_("The day after, they can read nothing any more until you check again."),
        widget=day_box(),
    )

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        self.fields["until"].initial = timezone.localdate() + timedelta(days=365)

    @property
    def found(self) -> Found:
        """What was found out, as it was written."""
        return Found(**self.cleaned_data)


class TypeCodeForm(forms.Form):
    """The eight letters somebody showed. Only their shape is looked at here."""

    code = forms.CharField(
        label=_("The eight letters"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        letters = "".join(c for c in str(self.cleaned_data["code"]) if not c.isspace() and c != "-")
        if len(letters) != CODE_LENGTH or not (letters.isascii() and letters.isalpha()):
            raise forms.ValidationError(_("A code has eight letters from a to z."))
        return letters


class CalledForm(forms.Form):
    """How the provider knows the member: what stands on their page."""

    called = forms.CharField(
        label=_("How do they know you?"),
        max_length=CALLED_LIMIT,
        help_text=_(
            "They see this instead of your name here: for example a first name and a letter, "
            "or a number they gave you. Your name here stays unknown to them."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
