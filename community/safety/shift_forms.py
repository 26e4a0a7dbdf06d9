"""Forms of a shift: how it begins, and what is left to whoever comes next."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.safety.forms import Words
from community.safety.models import Item


class SecondForm(forms.Form):
    """Who can be reached beside oneself on a shift, until when."""

    second = forms.ChoiceField(
        label=_("Who can be reached as your second?"),
        help_text=_("They are told. Starting alone is all right, and the desk says so."),
        error_messages={"required": _("Please say who can be reached, or that nobody can.")},
    )
    second_until = forms.TimeField(
        label=_("Reachable until"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Please write a time such as 12:00.")},
    )

    def __init__(self, *args: Any, colleagues: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        second = self.fields["second"]
        assert isinstance(second, forms.ChoiceField)
        named = [(str(person.pk), person.handle) for person in colleagues]
        second.choices = [("", _("Please choose")), *named, ("none", _("Nobody. I start alone"))]

    def second_person(self) -> int | None:
        """By number; None for nobody."""
        chosen = self.cleaned_data.get("second", "")
        return int(chosen) if chosen.isdecimal() else None


class DutyForm(SecondForm):
    """Which rooms to open, and at the start of a shift who can be reached. Opening lets nothing in by
    itself."""

    places = forms.MultipleChoiceField(
        label=_("Rooms you open"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please choose at least one room.")},
    )
    field_order = ("places",)

    def __init__(
        self,
        *args: Any,
        places: Iterable[tuple[str, str]],
        colleagues: Sequence[Person] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, colleagues=colleagues or (), **kwargs)
        field = self.fields["places"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(places)
        field.initial = [key for key, _title in field.choices]
        if colleagues is None:
            del self.fields["second"], self.fields["second_until"]


class EndShiftForm(forms.Form):
    """Words for whoever comes next, and who has each thing that needs someone now."""

    handover = Words(
        label=_("What should the next person know?"),
        help_text=_("Open things by name, one line each. Nothing open is a line too."),
        error_messages={"required": _("Please leave a line for whoever comes next.")},
    )

    def __init__(
        self,
        *args: Any,
        items: Sequence[Item],
        names: Mapping[int, str],
        owners: Sequence[Person],
        me: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        rows = [("", _("Please choose")), *((str(p.pk), p.handle) for p in owners)]
        for item in items:
            self.fields[f"owner_{item.pk}"] = forms.ChoiceField(
                label=_("Who has this: %(name)s") % {"name": names.get(item.pk, "–")},
                choices=[*rows, (str(me), _("I keep it and can be reached"))],
                error_messages={"required": _("Please choose who has this.")},
            )

    def clean_handover(self) -> str:
        """The names alone were there already: somebody says what the next person needs."""
        said: str = self.cleaned_data["handover"]
        if all(line.rstrip().endswith("):") for line in said.splitlines() if line.strip()):
            raise forms.ValidationError(
                _("These are only the names. Please say a word beside them. “Nothing new” is one.")
            )
        return said

    def owners(self) -> Mapping[int, int]:
        """Which item goes to whom, by number."""
        return {
            int(name.removeprefix("owner_")): int(value)
            for name, value in self.cleaned_data.items()
            if name.startswith("owner_")
        }
