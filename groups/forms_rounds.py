"""What a host fills in to lead a room."""

from django import forms
from django.utils.translation import gettext_lazy as _

from groups.enums_rounds import Pace

CLOCKS = (
    ("60", _("About 1 minute")),
    ("120", _("About 2 minutes")),
    ("180", _("About 3 minutes")),
    ("300", _("About 5 minutes")),
    ("0", _("As long as it takes")),
)


class RoundForm(forms.Form):
    """How long a turn is, and what happens then."""

    seconds = forms.TypedChoiceField(
        label=_("How long is a turn?"),
        help_text=_("A quiet hint for everyone. Nothing rings, and you can give more time."),
        choices=CLOCKS,
        coerce=lambda given: int(given) or None,
        widget=forms.RadioSelect,
        initial="180",
    )
    moves_on = forms.BooleanField(
        label=_("Go on to the next person by itself when the time is over"), required=False
    )


class PaceForm(forms.Form):
    """How fast the room talks."""

    seconds = forms.TypedChoiceField(
        label=_("How fast does the room talk?"),
        help_text=_("Words that sound like somebody may need help are never held up."),
        choices=Pace.choices,
        coerce=int,
        widget=forms.RadioSelect,
    )
