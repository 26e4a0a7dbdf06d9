"""The form with which a lead says that a member has died."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.accounts.queries import by_handle
from community.safety.forms import Words


class PassingForm(forms.Form):
    """Whom, what the team says and for how long, who tells those who were close, and who helps in the
    groups of the person."""

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
    days = forms.TypedChoiceField(
        label=_("For how long"),
        help_text=_(
            "So long extra people help in the groups, and a thread to remember them can be open."
        ),
        choices=[(7, _("one week")), (14, _("two weeks")), (28, _("four weeks"))],
        coerce=int,
        initial=14,
        error_messages={"required": _("Please choose how long.")},
    )
    hosts = forms.CharField(
        label=_("Who else of the team helps in their groups"),
        help_text=_(
            "Moderators, by their names here, one a line. They see these groups until then."
        ),
        required=False,
        max_length=400,
        widget=forms.Textarea,
    )

    def clean_hosts(self) -> list[Person]:
        """The people of these names."""
        names = [line.strip() for line in self.cleaned_data["hosts"].splitlines() if line.strip()]
        found = {name: by_handle(name) for name in names}
        missing = [name for name, person in found.items() if person is None]
        if missing:
            raise forms.ValidationError(
                _("Nobody here has the name %(name)s.") % {"name": ", ".join(missing)}
            )
        return [person for person in found.values() if person is not None]
