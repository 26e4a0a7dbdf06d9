"""The form with which a lead says that a member has died."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.safety.forms import Words


class PassingForm(forms.Form):
    """Whom, what the team says, and who tells those who were close."""

    name = forms.CharField(
        label=_("The name they have here"),
        max_length=60,
        error_messages={"required": _("Please write the name.")},
    )
    words = Words(
        label=_("What everybody of the team says"),
        help_text=_("Short, true, without how. No more than the family would want."),
        max_length=1000,
        error_messages={"required": _("Please write what is said.")},
    )
    tells = forms.CharField(
        label=_("Who tells those who were close"),
        help_text=_("A person, by voice or in a talk of two. Never a notice."),
        max_length=80,
        error_messages={"required": _("Please name somebody.")},
    )
