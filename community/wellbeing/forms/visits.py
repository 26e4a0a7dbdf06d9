"""An appointment, how it went, and a link for somebody outside."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.wellbeing.actions.visits import Planned
from community.wellbeing.enums import ForWhom
from community.wellbeing.forms.plan import PartsField
from community.wellbeing.models.visits import HOW_IT_WENT, VISIT_LIMIT
from community.wellbeing.queries.sharing import Part


def _line(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=VISIT_LIMIT,
        help_text=help_text,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class VisitForm(forms.Form):
    """When, under which name, where, with whom."""

    at = forms.DateTimeField(
        label=_("When?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    name = _line(
        _("What do I call it?"), _("A name that says nothing to others, such as “errand”.")
    )
    where = _line(_("Where, or which link?"))
    who = _line(_("With whom?"))

    @property
    def planned(self) -> Planned:
        """The appointment as it was written."""
        return Planned(**self.cleaned_data)


class WentForm(forms.Form):
    """Four questions of our own, each with who may know."""

    LABELS = {
        "heard": _("I was heard"),
        "mattered": _("We spoke about what matters to me"),
        "way": _("The way we work suits me"),
        "overall": _("All in all"),
    }

    def __init__(self, *args: Any, **how: Any) -> None:
        super().__init__(*args, **how)
        for name in HOW_IT_WENT:
            self.fields[name] = forms.TypedChoiceField(
                label=self.LABELS[name],
                required=False,
                coerce=int,
                empty_value=None,
                choices=[("", _("no answer")), *((n, str(n)) for n in range(1, 6))],
                widget=forms.RadioSelect,
            )
            self.fields[f"{name}_for"] = forms.TypedChoiceField(
                label=_("Who may know this answer?"),
                coerce=ForWhom,
                choices=ForWhom.choices,
                initial=ForWhom.ME,
            )

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Each question with who may know."""
        return [(self[name], self[f"{name}_for"]) for name in HOW_IT_WENT]

    @property
    def answers(self) -> dict[str, tuple[int, ForWhom]]:
        """What was answered."""
        given = self.cleaned_data
        return {n: (given[n], given[f"{n}_for"]) for n in HOW_IT_WENT if given[n]}


class LinkForm(forms.Form):
    """What, and for how long."""

    days = forms.TypedChoiceField(
        label=_("For how many days?"), coerce=int, choices=[(n, str(n)) for n in range(1, 8)]
    )

    def __init__(self, *args: Any, parts: list[Part], **how: Any) -> None:
        super().__init__(*args, **how)
        self.fields["parts"] = PartsField(parts)
        self.order_fields(["parts", "days"])


class CodeForm(forms.Form):
    """The six digits that were told another way."""

    code = forms.CharField(
        label=_("The six digits you were told"),
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
