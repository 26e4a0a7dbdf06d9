"""What coordinators fill in about matching."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from community.accounts.models import Person
from community.accounts.queries import by_handle
from mentoring.enums import Leaning
from mentoring.matching.cast import PARTS
from mentoring.matching.leanings import MOST, weights_of
from mentoring.models import Fitting

NAMES = {
    "experience": _("what both have lived through"),
    "values": _("values and interests"),
    "situation": _("life situation"),
    "style": _("how they like to be met"),
    "goals": _("what they want to get on with"),
    "times": _("time together"),
    "waiting": _("how long they have waited"),
    "fair_load": _("mentors with more free places"),
    "preference": _("whom they named themselves"),
}


class FittingForm(forms.Form):
    """A plain choice; each weight under More, where one left empty is that of the choice."""

    leaning = forms.ChoiceField(
        label=_("What matters most here?"),
        choices=[("", _("everything in its measure")), *Leaning.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    answer_days = forms.IntegerField(
        label=_("Days a mentor has to answer"), min_value=1, max_value=14, initial=3
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in PARTS:
            self.fields[name] = forms.IntegerField(
                label=NAMES[name], min_value=0, max_value=MOST, required=False
            )

    @classmethod
    def of(cls, fitting: Fitting) -> "FittingForm":
        """The form as matching is set now."""
        initial = {"leaning": fitting.leaning, "answer_days": fitting.answer_days}
        return cls(initial={**initial, **fitting.weights})

    @property
    def parts(self) -> list[forms.BoundField]:
        """The fields under More."""
        return [self[name] for name in PARTS]

    @property
    def by_hand(self) -> bool:
        """Whether a weight is set, or something is wrong with one."""
        return any(field.value() not in (None, "") or field.errors for field in self.parts)

    def counts(self) -> dict[str, int]:
        """Each weight: the one set by hand, else that of the choice."""
        plain = weights_of(self.cleaned_data["leaning"])
        given = {name: self.cleaned_data[name] for name in PARTS}
        return {name: plain[name] if much is None else int(much) for name, much in given.items()}

    def as_fitting(self) -> Fitting:
        """What was filled in, unsaved: for a look at what it would do."""
        data = self.cleaned_data
        return Fitting(
            pk=1, leaning=data["leaning"], weights=self.counts(), answer_days=data["answer_days"]
        )


class ApartForm(forms.Form):
    """Two people, by the names they have here."""

    one = forms.CharField(label=_("One of them"), max_length=30)
    other = forms.CharField(label=_("The other"), max_length=30)

    def clean_one(self) -> Person:
        """Somebody of that name."""
        return self._person("one")

    def clean_other(self) -> Person:
        """Somebody of that name."""
        return self._person("other")

    def _person(self, name: str) -> Person:
        found = by_handle(str(self.cleaned_data[name]).strip())
        if found is None:
            raise ValidationError(_("Nobody here has that name."))
        return found
