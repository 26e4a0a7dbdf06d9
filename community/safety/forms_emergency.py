"""What somebody says who asks for emergency services, and what became of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.safety.emergency import GENTLER
from community.safety.enums import Arrived
from community.safety.forms import Words


class HelpForm(forms.Form):
    """Why, and what was tried before."""

    tried = forms.MultipleChoiceField(
        label=_("What I have tried before this"),
        choices=list(GENTLER.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    why = Words(
        label=_("Why it cannot wait"),
        help_text=_("What they wrote and when, and what you know of where they are."),
        max_length=1000,
        error_messages={"required": _("Please write why.")},
    )
    in_progress = forms.BooleanField(
        label=_("An act is in progress: I call now, alone"),
        help_text=_("Only while you are on duty. Somebody else looks at this within a day."),
        required=False,
    )


class ArrivedForm(forms.Form):
    """Whether help arrived. Before anybody called, only that it is not needed."""

    arrived = forms.ChoiceField(
        label=_("What became of it"),
        choices=Arrived.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what you know.")},
    )
