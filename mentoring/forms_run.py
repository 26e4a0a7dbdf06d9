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

    min_overlap = forms.IntegerField(
        label=_("Minutes a week in which two people must both have time"),
        min_value=0,
        max_value=600,
        initial=60,
    )
    most_pairs = forms.IntegerField(
        label=_("At most so many people for one mentor"),
        help_text=_("A mentor may say fewer. Nobody loses somebody they talk with."),
        min_value=1,
        max_value=8,
        initial=3,
    )
    RULES = ("answer_days", "min_overlap", "most_pairs")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in PARTS:
            self.fields[name] = forms.IntegerField(
                label=NAMES[name], min_value=0, max_value=MOST, required=False
            )

    @classmethod
    def of(cls, fitting: Fitting) -> "FittingForm":
        """The form as matching is set now."""
        same = {name: getattr(fitting, name) for name in ("leaning", *cls.RULES)}
        return cls(initial={**same, **fitting.weights})

    @property
    def rules(self) -> list[forms.BoundField]:
        """What is a rule and no weight."""
        return [self[name] for name in self.RULES]

    @property
    def parts(self) -> list[forms.BoundField]:
        """The fields under More."""
        return [self[name] for name in PARTS]

    @property
    def by_hand(self) -> bool:
        """Whether a weight is set, or something is wrong with one."""
        set_so = any(field.value() not in (None, "") for field in self.parts)
        return set_so or any(field.errors for field in (*self.parts, *self.rules))

    def counts(self) -> dict[str, int]:
        """Each weight: the one set by hand, else that of the choice."""
        plain = weights_of(self.cleaned_data["leaning"])
        given = {name: self.cleaned_data[name] for name in PARTS}
        return {name: plain[name] if much is None else int(much) for name, much in given.items()}

    def as_fitting(self) -> Fitting:
        """What was filled in, unsaved: for a look at what it would do."""
        same = {name: self.cleaned_data[name] for name in ("leaning", *self.RULES)}
        return Fitting(pk=1, weights=self.counts(), **same)


class ApartForm(forms.Form):
    """Two people, by the names they have here."""

    one = forms.CharField(label=_("One of them"), max_length=30)
    other = forms.CharField(label=_("The other"), max_length=30)
    ends = forms.BooleanField(
        label=_("End what these two have, and keep them apart"),
        help_text=_(
            "Their room stays for both to read. Both read that they have stopped, not why, and whoever "
            "asked for a mentor is matched again at once."
        ),
        required=False,
    )
    are_a_pair = False  # only then it is asked for

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
