"""When somebody has time, by their own clock: plain ticks, or a table of the week."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from community.accounts import own_zone
from community.accounts.forms import cities
from community.accounts.models import Person
from mentoring.enums import When
from mentoring.matching.slots import COLUMNS, cell


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the table."""

    key: str
    words: str
    is_ticked: bool


class TimesForm(forms.Form):
    """Forms that ask for times begin with this. Whose clock it is can be said in the same place, so that
    nobody loses what they wrote by going to say it."""

    times = forms.MultipleChoiceField(
        label=later("When do you have time?"),
        choices=When.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": later("Please choose at least one time.")},
    )
    exact = forms.MultipleChoiceField(
        required=False,
        choices=[(cell(day, at), "") for day in range(7) for at in range(len(COLUMNS))],
        widget=forms.CheckboxSelectMultiple,
    )
    time_zone = forms.ChoiceField(label=later("My clock"), required=False)

    hours = tuple((f"{first:02}", f"{last:02}") for first, last in COLUMNS)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        field = self.fields["time_zone"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = _zones(person.time_zone)
        self.initial.setdefault("time_zone", person.time_zone)
        if self["exact"].data:
            self.fields["times"].required = False

    @property
    def city(self) -> str:
        """By whose clock the times are, as a place."""
        return own_zone.city_of(own_zone.zone_of(self.person))

    @property
    def is_exact(self) -> bool:
        """Whether the table says anything."""
        return bool(self["exact"].value())

    @property
    def week(self) -> list[tuple[str, str, list[Cell]]]:
        """The table, row by row: a day in short, its name, its fields."""
        ticked = set(self["exact"].value() or ())
        columns = range(len(COLUMNS))
        return [
            (str(WEEKDAYS_ABBR[day]), str(name), [_cell(day, at, ticked) for at in columns])
            for day, name in WEEKDAYS.items()
        ]

    @staticmethod
    def parts(times: Iterable[str]) -> dict[str, list[str]]:
        """Times as they are kept, for the two fields."""
        kept = list(times)
        plain = [key for key in kept if key in When.values]
        return {"times": plain, "exact": [key for key in kept if key not in plain]}

    def said(self) -> dict[str, Any]:
        """What was filled in besides the clock, the times as they are kept."""
        given = dict(self.cleaned_data)
        del given["time_zone"]
        given["times"] = [*given["times"], *given.pop("exact")]
        return given


def _zones(chosen: str) -> list[Any]:
    """That of this place first, and the one that was chosen, also where it is no city."""
    here = own_zone.city_of(own_zone.zone_of(None))
    known = cities()
    is_known = any(chosen == zone for _part, rows in known for zone, _city in rows)
    own = [] if is_known or not chosen else [(chosen, chosen)]
    return [("", _("that of this place (%(city)s)") % {"city": here}), *own, *known]


def _cell(day: int, at: int, ticked: set[str]) -> Cell:
    first, last = COLUMNS[at]
    words = _("%(day)s from %(from)s to %(to)s") % {
        "day": WEEKDAYS[day],
        "from": f"{first:02}:00",
        "to": f"{last:02}:00",
    }
    return Cell(cell(day, at), words, cell(day, at) in ticked)
