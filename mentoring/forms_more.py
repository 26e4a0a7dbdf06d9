"""What a member may say on another day."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from mentoring.actions.saying_more import More
from mentoring.enums import Aim, Gender, Named, Situation, Value
from mentoring.forms import AGES, NAMED, NAMED_HELP
from mentoring.matching.rank import AT_MOST
from mentoring.models import Request
from mentoring.wording import ranks


def _ticks(label: Any, choices: Any = (), help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=help_text,
    )


def _row(label: Any, choices: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.RadioSelect,
        help_text=help_text,
    )


class RankedField(forms.MultipleChoiceField):
    """Some of the choices, in an order: a box for each place, which may be left empty."""

    widget = forms.MultipleHiddenInput  # the page draws the boxes

    def to_python(self, value: Any) -> list[str]:
        """Each once, the first choice first."""
        return [one for one in dict.fromkeys(super().to_python(value)) if one]


class SayMoreForm(forms.Form):
    """All of it may be left out."""

    prefers = RankedField(
        label=_("Whom I would like most"),
        help_text=_("Where the team looks for you, this counts. Nobody is asked by it."),
        required=False,
    )
    wants_gender = _row(
        _("I would like to talk with"),
        [("", _("anybody")), *Gender.choices],
        _("Then only mentors who say so of themselves are suggested."),
    )
    ages = _row(_("Somebody aged"), AGES)
    values = _ticks(_("What do you like or care about?"), Value.choices)
    situation = _ticks(_("How do you live now?"), Situation.choices)
    goals = _ticks(_("What would you like to get on with?"), Aim.choices)
    diagnosis = _ticks(
        NAMED,
        Named.choices,
        format_lazy(
            "{} {}",
            NAMED_HELP,
            _(
                "You can take it back at any time, and change it once a month, so that nobody finds out by trying."
            ),
        ),
    )

    def __init__(self, *args: Any, mentors: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mentors = mentors
        if mentors:
            field = self.fields["prefers"]
            assert isinstance(field, forms.MultipleChoiceField)
            field.choices = [(str(number), name) for number, name in mentors]
        else:
            del self.fields["prefers"]

    @property
    def ranks(self) -> list[tuple[str, str]]:
        """What each place is called, and who is there."""
        if not self.mentors:
            return []
        chosen = [str(one) for one in self["prefers"].value() or ()]
        places = [_("First"), *ranks(AT_MOST - 1)][: len(self.mentors)]
        return [
            (str(place), chosen[at] if at < len(chosen) else "") for at, place in enumerate(places)
        ]

    @classmethod
    def of(cls, request: Request, *, mentors: Sequence[tuple[int, str]]) -> "SayMoreForm":
        """The form as the request stands now."""
        same = ("values", "situation", "goals", "wants_gender", "diagnosis")
        initial: dict[str, Any] = {name: getattr(request, name) for name in same}
        initial["ages"] = f"{request.age_from}-{request.age_to}" if request.age_range else ""
        initial["prefers"] = [str(number) for number in request.prefers]
        return cls(initial=initial, mentors=mentors)

    def more(self) -> More:
        """What was filled in."""
        given = dict(self.cleaned_data)
        low, _dash, high = given.pop("ages").partition("-")
        prefers = [int(number) for number in given.pop("prefers", ())]
        ages = (int(low), int(high)) if low else None
        return More(**given, prefers=prefers, age_range=ages)
