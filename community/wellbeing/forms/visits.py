"""An appointment, how it went, and a link for somebody outside."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.wellbeing.actions.visits import Planned
from community.wellbeing.enums import ForWhom
from community.wellbeing.forms.plan import PartsField
from community.wellbeing.models.visits import HOW_IT_WENT, VISIT_LIMIT
from community.wellbeing.queries.sharing import Part
from community.wellbeing.readers import Reader


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

    def __init__(self, *args: Any, readers: list[Reader], **how: Any) -> None:
        super().__init__(*args, **how)
        self._readers = readers
        whom = [
            (key, words) for key, words in ForWhom.choices if readers or key != ForWhom.PROVIDER
        ]
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
                choices=whom,
                initial=ForWhom.ME,
            )
        if len(readers) > 1:
            self.fields["reader"] = forms.TypedChoiceField(
                label=_("Who treats you? Only they read what is for them"),
                required=False,
                coerce=int,
                empty_value=None,
                choices=[(one.key, one.name) for one in readers],
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        tells = any(given.get(f"{n}_for") == ForWhom.PROVIDER for n in HOW_IT_WENT if given.get(n))
        if tells and len(self._readers) > 1 and given.get("reader") is None:
            self.add_error("reader", _("Please choose who may read it."))
        return given

    @property
    def reader(self) -> int | None:
        """Who reads what is for whoever treats the person."""
        if len(self._readers) == 1:
            return self._readers[0].key
        return self.cleaned_data.get("reader")

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
